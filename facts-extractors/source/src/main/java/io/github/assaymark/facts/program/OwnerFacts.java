package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The facts of one extractor about one owner, and their coverage. Used by one thread. */
final class OwnerFacts implements FactSink {
    private final SourceExtractor extractor;
    private final ScanContext context;
    private final OwnerProgram program;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, List<Coverage.Gap>> gaps = new TreeMap<>();

    OwnerFacts(SourceExtractor extractor, ScanContext context, OwnerProgram program) {
        this.extractor = extractor;
        this.context = context;
        this.program = program;
        for (Class<? extends Fact> type : extractor.factTypes()) gaps.put(type.getSimpleName(), new ArrayList<>());
    }

    @Override
    public String owner() {
        return program.owner();
    }

    @Override
    public void fact(Fact fact) {
        require(fact.getClass());
        facts.add(fact);
    }

    private void require(Class<? extends Fact> type) {
        if (!extractor.factTypes().contains(type))
            throw new IllegalArgumentException("extractor `" + extractor.id() + "` does not promise "
                    + type.getSimpleName() + "\n  Maybe add it to the fact types given to its constructor");
    }

    @Override
    public void unresolved(String lookedFor, Located expression, String reason, List<Class<? extends Fact>> types) {
        gap(expression, reason, types);
        String path = expression.module().path();
        facts.add(new Unresolved(
                key(path + "#" + lookedFor),
                owner(),
                place(expression),
                lookedFor,
                program.resolver().shown(expression),
                reason,
                types.stream().map(Class::getSimpleName).sorted().toList(),
                path));
    }

    @Override
    public void gap(Located place, String reason, List<Class<? extends Fact>> types) {
        Coverage.Gap gap = new Coverage.Gap(place.module().path(), place.node().line(), reason);
        for (Class<? extends Fact> type : types) {
            require(type);
            add(type.getSimpleName(), gap);
        }
    }

    private void add(String type, Coverage.Gap gap) {
        gaps.computeIfAbsent(type, name -> new ArrayList<>()).add(gap);
    }

    @Override
    public void each(List<Module> modules, Consumer<Module> work) {
        for (Module module : modules) {
            String failure;
            try {
                work.accept(module);
                continue;
            } catch (RuntimeException e) {
                failure = "the extractor failed on it: " + e.getClass().getSimpleName();
            } catch (StackOverflowError e) {
                failure = "nested too deeply";
            }
            Coverage.Gap gap = new Coverage.Gap(module.path(), 0, failure);
            for (Class<? extends Fact> type : extractor.factTypes()) add(type.getSimpleName(), gap);
        }
    }

    @Override
    public Provenance.File place(Located located) {
        SyntaxNode node = located.node();
        return new Provenance.File(
                context.source().commit(),
                located.module().path(),
                node.line(),
                node.column(),
                node.endLine(),
                node.endColumn(),
                null);
    }

    @Override
    public String key(String base) {
        int number = keys.merge(base, 1, Integer::sum);
        return number == 1 ? base : base + "#" + number;
    }

    /** Hands everything over. */
    void close(Consumer<Fact> consumer) {
        List<Coverage.Gap> unread = program.gaps();
        int modules = program.modules().size()
                + (program.readTests() ? program.tests().size() : 0);
        facts.forEach(consumer);
        gaps.forEach((type, own) -> {
            List<Coverage.Gap> all = new ArrayList<>(unread);
            all.addAll(own);
            Set<String> failed = new HashSet<>();
            all.forEach(gap -> failed.add(gap.path()));
            Set<String> matched = new HashSet<>(failed);
            program.modules().forEach(module -> matched.add(module.path()));
            if (program.readTests()) program.tests().forEach(module -> matched.add(module.path()));
            consumer.accept(Coverage.of(
                    extractor.id(),
                    type,
                    owner(),
                    Math.max(modules, matched.size()),
                    failed.size(),
                    Sources.LOOKED + (program.readTests() ? ", and tests" : ""),
                    all));
        });
    }
}

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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of one extractor about one owner, and their coverage. Used by one thread. */
final class OwnerFacts implements FactSink {
    private final SourceExtractor extractor;
    private final ScanContext context;
    private final AskedProgram program;
    private final List<Fact> facts = new ArrayList<>();
    private final DistinctKeys keys = new DistinctKeys();
    private final Map<String, List<Coverage.Gap>> gaps = new TreeMap<>();
    private @Nullable Recording recording;
    private int works;

    OwnerFacts(SourceExtractor extractor, ScanContext context, AskedProgram program) {
        this.extractor = extractor;
        this.context = context;
        this.program = program;
        for (Class<? extends Fact> type : extractor.factTypes()) gaps.put(type.getSimpleName(), new ArrayList<>());
    }

    /** What is said of one module. */
    private static final class Recording {
        private final List<Fact> facts = new ArrayList<>();
        private final List<OwnerMemory.Missing> gaps = new ArrayList<>();
        private final Map<String, Integer> keysBefore = new HashMap<>();
        /** Part of the work failed: perhaps for want of stack, which may be there the next time. */
        private boolean spoilt;
    }

    @Override
    public String owner() {
        return program.owner();
    }

    @Override
    public void fact(Fact fact) {
        require(fact.getClass());
        add(fact);
    }

    private void add(Fact fact) {
        // What is recorded is not said again before it changes.
        Fact said = recording == null ? program.memory().redacted(fact) : Redaction.of(fact);
        facts.add(said);
        if (recording != null) recording.facts.add(said);
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
        add(new Unresolved(
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
        if (recording != null) recording.gaps.add(new OwnerMemory.Missing(type, gap));
    }

    @Override
    public void each(List<Module> modules, Consumer<Module> work) {
        Recording around = recording;
        for (Module module : modules) {
            int depth = program.tracing().depth();
            if (look(module, work, around == null ? program::recover : () -> program.back(depth)) || around == null)
                continue;
            around.spoilt = true;
        }
    }

    /** Whether it did not fail. */
    private boolean look(Module module, Consumer<Module> work, Runnable recover) {
        String failure;
        try {
            work.accept(module);
            return true;
        } catch (RuntimeException e) {
            failure = "the extractor failed on it: " + e.getClass().getSimpleName();
        } catch (StackOverflowError e) {
            failure = "nested too deeply";
        }
        Coverage.Gap gap = new Coverage.Gap(module.path(), 0, failure);
        for (Class<? extends Fact> type : extractor.factTypes()) add(type.getSimpleName(), gap);
        recover.run();
        return false;
    }

    @Override
    public int alone(List<Module> modules, Function<Module, Object> given, Consumer<Module> work) {
        int size = facts.size();
        recorded(modules, given, module -> {
            work.accept(module);
            return "";
        });
        return facts.size() - size;
    }

    @Override
    @SuppressWarnings("unchecked") // what a work gave is of its own type
    public <T> List<T> gathered(List<Module> modules, Function<Module, Object> given, Function<Module, T> work) {
        List<T> all = new ArrayList<>();
        for (OwnerMemory.Said said : recorded(modules, given, work)) all.add((T) said.value());
        return all;
    }

    private List<OwnerMemory.Said> recorded(
            List<Module> modules, Function<Module, Object> given, Function<Module, ?> work) {
        String name = extractor.id() + " " + ++works;
        OwnerMemory memory = program.memory();
        Map<Module, OwnerMemory.Said> known = memory.of(name);
        List<OwnerMemory.Said> all = new ArrayList<>(modules.size());
        for (Module module : modules) {
            Object with = given.apply(module);
            OwnerMemory.Said said = known.get(module);
            if (said == null || !said.given().equals(with) || !repeat(said)) {
                Recording own = new Recording();
                said = record(own, module, with, work);
                if (said == null || own.spoilt) known.remove(module);
                else known.put(module, said);
            }
            if (said != null) all.add(said);
        }
        return all;
    }

    /** Says the same again; false when something has changed. */
    private boolean repeat(OwnerMemory.Said said) {
        if (!program.holds(said.from()) || !said.keys().again(keys)) return false;
        program.missed(said.missing());
        facts.addAll(said.facts());
        for (OwnerMemory.Missing missing : said.gaps())
            gaps.computeIfAbsent(missing.type(), type -> new ArrayList<>()).add(missing.gap());
        return true;
    }

    private OwnerMemory.@Nullable Said record(Recording own, Module module, Object given, Function<Module, ?> work) {
        if (recording != null) throw new IllegalStateException("works on modules one by one do not nest");
        recording = own;
        program.tracing().reset();
        int start = program.tracing().begin();
        Object[] value = {""};
        boolean done = look(module, one -> value[0] = work.apply(one), program::recover);
        recording = null;
        if (!done) return null;
        List<Dependency> from = program.tracing().cut(start);
        List<String> missing = Answers.missing(from);
        program.missed(missing);
        OwnerMemory.Counted counted = new OwnerMemory.Counted(own.keysBefore, keys);
        return new OwnerMemory.Said(
                given, value[0], List.copyOf(own.facts), List.copyOf(own.gaps), counted, from, missing);
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
        return key(base, "");
    }

    @Override
    public String key(String base, String among) {
        String name = among.isEmpty() ? base : among + "\n" + base;
        if (recording != null) recording.keysBefore.putIfAbsent(name, keys.given(name));
        String key = keys.key(name);
        return among.isEmpty() ? key : key.substring(among.length() + 1);
    }

    /** Hands everything over. */
    void close(Consumer<Fact> consumer) {
        List<OwnerProgram.Read> read = program.read();
        List<Coverage.Gap> unread = program.unread(read);
        int modules = read.stream().mapToInt(one -> one.paths().size()).sum();
        gaps.forEach((type, own) -> {
            List<Coverage.Gap> all = new ArrayList<>(unread);
            all.addAll(own);
            Set<String> failed = new HashSet<>();
            all.forEach(gap -> failed.add(gap.path()));
            int others = (int) failed.stream()
                    .filter(path -> read.stream().noneMatch(one -> one.paths().contains(path)))
                    .count();
            consumer.accept(Coverage.of(
                    extractor.id(),
                    type,
                    owner(),
                    modules + others,
                    failed.size(),
                    Sources.LOOKED + (program.askedForTests() ? ", and tests" : ""),
                    all));
        });
        facts.forEach(consumer);
    }
}

package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.model.fact.ConsentText;
import io.github.assaymark.model.fact.ErrorCode;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.RateLimitPolicy;
import io.github.assaymark.model.fact.RegistryEntry;
import io.github.assaymark.model.fact.ScopeDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the registries of source files. */
final class RegistrySources extends SourceExtractor {
    private static final Set<String> GENERATED =
            Set.of("registry", "scopes", "scope", "errors", "error", "i18n", "messages", "catalog", "consent");

    RegistrySources() {
        super(
                "registries",
                1,
                List.of(
                        RegistryEntry.class,
                        ScopeDef.class,
                        ConsentText.class,
                        RateLimitPolicy.class,
                        ErrorCode.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        Resolver resolver = program.resolver();
        List<Found> found = facts.gathered(modules(program), module -> {
            List<Constant> constants = Constant.of(module);
            new RegistryEntries(resolver, facts).read(module, constants);
            ScopeReader.Read scopes = new ScopeReader(resolver, facts).read(module, constants);
            new ConsentReader(resolver, facts).read(module, constants);
            new RateLimitReader(resolver, facts).read(module, constants);
            List<ErrorCodeReader.Seen> errors = new ErrorCodeReader(resolver, facts).read(module, constants);
            Elsewhere.note(module, resolver, RegistrySources::scopes, facts, ScopeDef.class);
            return new Found(scopes, errors);
        });
        Scopes scopes = new Scopes(resolver);
        List<ErrorCodeReader.Seen> errors = new ArrayList<>();
        for (Found one : found) {
            scopes.add(one.scopes());
            errors.addAll(one.errors());
        }
        scopes.close(facts, base(program));
        ErrorCodeReader.close(errors, facts);
    }

    /** What one module says of what several of them may speak of. */
    private record Found(ScopeReader.Read scopes, List<ErrorCodeReader.Seen> errors) {}

    private static boolean scopes(List<String> words) {
        return words.equals(List.of("scopes")) || words.equals(List.of("scope", "registry"));
    }

    /** Also generated ones: what a generator writes is what ships. */
    private static List<Module> modules(Program program) {
        List<Module> modules = new ArrayList<>(program.modules());
        for (String path : program.paths(FileKind.GENERATED)) {
            if (!Words.any(Words.stem(path), GENERATED)) continue;
            Module module = program.module(path);
            if (module != null) modules.add(module);
        }
        return modules;
    }

    /** The scopes the base revision declares; null when there is none, or when it is not known whole. */
    private static @Nullable Set<String> base(Program program) {
        Program before = program.base();
        if (before == null) return null;
        Scopes all = new Scopes(before.resolver());
        for (Module module : modules(before)) {
            all.add(new ScopeReader(before.resolver(), null).read(module, Constant.of(module)));
            if (module.tree().status() != SyntaxTree.Status.COMPLETE) return null;
        }
        return all.scopes();
    }
}

package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.InfraProperty;
import io.github.assaymark.model.fact.InfraRegistration;
import io.github.assaymark.model.fact.InfraResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads infrastructure that is declared in TypeScript, as SST does: resources, their properties, and the entry. */
public final class InfrastructureExtractor extends SourceExtractor {
    /** Found by the service loader. */
    public InfrastructureExtractor() {
        super("infrastructure", 1, List.of(InfraResource.class, InfraProperty.class, InfraRegistration.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        List<Module> entries = entries(program, facts);
        List<Module> modules = new ArrayList<>(program.modules());
        modules.addAll(entries);
        // Few modules declare infrastructure: in an owner of 2,249 modules without any, asking takes 2 ms an edit.
        List<Module> speaking = modules.stream().filter(ResourceReader::speaks).toList();
        Set<String> own = new HashSet<>();
        for (Module module : program.modules()) own.add(module.path());
        facts.alone(speaking, module -> own, module -> new ResourceReader(program, facts, own).read(module));
        facts.alone(entries, entry -> new RegistrationReader(program, facts, entry).read());
    }

    /** The entry is configuration by its name, so its damage is no part of what ships. */
    private static List<Module> entries(Program program, FactSink facts) {
        List<Module> entries = new ArrayList<>();
        for (String path : program.paths(FileKind.CONFIGURATION)) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (!name.startsWith("sst.config.")) continue;
            Module module = program.module(path);
            if (module == null) continue;
            entries.add(module);
            SyntaxTree tree = module.tree();
            List<Class<? extends Fact>> all =
                    List.of(InfraResource.class, InfraProperty.class, InfraRegistration.class);
            if (tree.status() == SyntaxTree.Status.REFUSED)
                facts.gap(module.at(tree.root()), String.valueOf(tree.refusal()), all);
            for (SyntaxTree.Damage ignored : tree.damaged())
                facts.gap(module.at(tree.root()), "not understood from line " + ignored.line(), all);
        }
        return entries;
    }
}

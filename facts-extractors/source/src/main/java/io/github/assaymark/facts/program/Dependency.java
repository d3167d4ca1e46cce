package io.github.assaymark.facts.program;

import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer about other files that something was derived with: as long as a program gives the same answers, the same
 * is derived again. Immutable.
 */
sealed interface Dependency
        permits Answers.Answer,
                Dependency.Changed,
                Dependency.Content,
                Dependency.Modules,
                Dependency.Path,
                Dependency.Paths,
                Dependency.Text,
                Dependency.Used {
    /** Whether a program gives this answer. */
    boolean holds(OwnerProgram program);

    /** The module at a path; null when there is none that can be read. */
    record Content(String path, @Nullable Module module) implements Dependency {
        @Override
        @SuppressWarnings("ReferenceEquality") // the same content is the same module
        public boolean holds(OwnerProgram program) {
            return program.quietly(path) == module;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Content content
                    && path.equals(content.path)
                    && Objects.equals(module, content.module);
        }

        @Override
        public int hashCode() {
            return path.hashCode() * 31 + Objects.hashCode(module);
        }
    }

    /** Where a specifier in the modules of a directory leads. */
    record Path(String from, String specifier, ModulePaths.Place place) implements Dependency {
        @Override
        public boolean holds(OwnerProgram program) {
            return program.paths().resolve(from, specifier).equals(place);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Path path
                    && specifier.equals(path.specifier)
                    && from.equals(path.from)
                    && place.equals(path.place);
        }

        @Override
        public int hashCode() {
            return specifier.hashCode() * 31 + from.hashCode();
        }
    }

    /** The text of a file; null when there is none. */
    record Text(String path, @Nullable String text) implements Dependency {
        @Override
        public boolean holds(OwnerProgram program) {
            return program.content(path).equals(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text file && path.equals(file.path) && Objects.equals(text, file.text);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /** The modules of the owner. */
    record Modules(FileKind kind, List<Module> modules) implements Dependency {
        @Override
        public boolean holds(OwnerProgram program) {
            return program.all(kind).equals(modules);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Modules all && kind == all.kind && modules.equals(all.modules);
        }

        /** There are many. */
        @Override
        public int hashCode() {
            return kind.hashCode() * 31 + modules.size();
        }
    }

    /** Paths of the owner's files. */
    record Paths(FileKind kind, List<String> paths) implements Dependency {
        @Override
        public boolean holds(OwnerProgram program) {
            return program.listed(kind).equals(paths);
        }
    }

    /** The members of a name that are changed through other names. */
    record Changed(Module module, Binding binding, Set<String> members) implements Dependency {
        /** Copies the set. */
        public Changed {
            members = Set.copyOf(members);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Changed changed
                    && binding.equals(changed.binding)
                    && module.equals(changed.module)
                    && members.equals(changed.members);
        }

        @Override
        public int hashCode() {
            return binding.hashCode();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the same content is the same module
        public boolean holds(OwnerProgram program) {
            return program.quietly(module.path()) == module
                    && program.references().changed(module, binding).members().equals(members);
        }
    }

    /** Where a function is used. */
    final class Used implements Dependency {
        private final Located function;
        private final References.Uses uses;

        Used(Located function, References.Uses uses) {
            this.function = function;
            this.uses = uses;
        }

        References.Uses uses() {
            return uses;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the same content is the same module
        public boolean holds(OwnerProgram program) {
            return program.quietly(function.module().path()) == function.module()
                    && program.references().used(function).uses().equals(uses);
        }
    }
}

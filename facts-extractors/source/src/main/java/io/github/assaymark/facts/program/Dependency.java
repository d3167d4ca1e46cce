package io.github.assaymark.facts.program;

import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer about other files that something was derived with: as long as a program gives the same answers, the same
 * is derived again. What it says never changes; whether it still holds is looked at once in each state of a program.
 * Used by one thread at a time.
 */
abstract sealed class Dependency
        permits Answers.Answer,
                Dependency.Changed,
                Dependency.Content,
                Dependency.Modules,
                Dependency.Path,
                Dependency.Paths,
                Dependency.Text,
                Dependency.Used {
    private long looked;
    private boolean held;

    /** Whether a program gives this answer. */
    final boolean holds(OwnerProgram program) {
        long now = program.state();
        if (looked == now) return held;
        boolean same = isGiven(program);
        held = same;
        looked = now;
        return same;
    }

    /** The same, looked at. */
    abstract boolean isGiven(OwnerProgram program);

    /** The module at a path; null when there is none that can be read. */
    static final class Content extends Dependency {
        private final String path;
        private final @Nullable Module module;

        Content(String path, @Nullable Module module) {
            this.path = path;
            this.module = module;
        }

        String path() {
            return path;
        }

        @Nullable
        Module module() {
            return module;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the same content is the same module
        boolean isGiven(OwnerProgram program) {
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
    static final class Path extends Dependency {
        private final String from;
        private final String specifier;
        private final ModulePaths.Place place;

        Path(String from, String specifier, ModulePaths.Place place) {
            this.from = from;
            this.specifier = specifier;
            this.place = place;
        }

        ModulePaths.Place place() {
            return place;
        }

        @Override
        boolean isGiven(OwnerProgram program) {
            return program.paths().resolve(from, specifier).equals(place);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this
                    || (other instanceof Path path
                            && specifier.equals(path.specifier)
                            && from.equals(path.from)
                            && place.equals(path.place));
        }

        @Override
        public int hashCode() {
            return specifier.hashCode() * 31 + from.hashCode();
        }
    }

    /** The text of a file; null when there is none. */
    static final class Text extends Dependency {
        private final String path;
        private final @Nullable String text;

        Text(String path, @Nullable String text) {
            this.path = path;
            this.text = text;
        }

        @Nullable
        String text() {
            return text;
        }

        @Override
        boolean isGiven(OwnerProgram program) {
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
    static final class Modules extends Dependency {
        private final FileKind kind;
        private final List<Module> modules;

        Modules(FileKind kind, List<Module> modules) {
            this.kind = kind;
            this.modules = modules;
        }

        List<Module> modules() {
            return modules;
        }

        @Override
        boolean isGiven(OwnerProgram program) {
            return program.all(kind).equals(modules);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this || (other instanceof Modules all && kind == all.kind && modules.equals(all.modules));
        }

        /** There are many. */
        @Override
        public int hashCode() {
            return kind.hashCode() * 31 + modules.size();
        }
    }

    /** Paths of the owner's files. */
    static final class Paths extends Dependency {
        private final FileKind kind;
        private final List<String> paths;

        Paths(FileKind kind, List<String> paths) {
            this.kind = kind;
            this.paths = paths;
        }

        List<String> paths() {
            return paths;
        }

        @Override
        boolean isGiven(OwnerProgram program) {
            return program.listed(kind).paths.equals(paths);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this || (other instanceof Paths all && kind == all.kind && paths.equals(all.paths));
        }

        /** There are many. */
        @Override
        public int hashCode() {
            return kind.hashCode() * 31 + paths.size();
        }
    }

    /** The members of a name that are changed through other names. */
    static final class Changed extends Dependency {
        private final Module module;
        private final Binding binding;
        private final Set<String> members;

        /** Copies the set. */
        Changed(Module module, Binding binding, Set<String> members) {
            this.module = module;
            this.binding = binding;
            this.members = Set.copyOf(members);
        }

        Module module() {
            return module;
        }

        Set<String> members() {
            return members;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this
                    || (other instanceof Changed changed
                            && binding.equals(changed.binding)
                            && module.equals(changed.module)
                            && members.equals(changed.members));
        }

        @Override
        public int hashCode() {
            return binding.hashCode();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the same content is the same module
        boolean isGiven(OwnerProgram program) {
            return program.quietly(module.path()) == module
                    && program.references().changed(module, binding).members().equals(members);
        }
    }

    /** Where a function is used. */
    static final class Used extends Dependency {
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
        boolean isGiven(OwnerProgram program) {
            return program.quietly(function.module().path()) == function.module()
                    && program.references().used(function).uses().equals(uses);
        }
    }
}

package io.github.assaymark.facts.program;

/** What an imported name leads to. */
sealed interface Target {
    /** An expression or declaration. */
    record Found(Located at) implements Target {}

    /** A member of what a CommonJS module exports. */
    record Member(Located object, String key) implements Target {}

    /** Everything a module exports. */
    record Namespace(Module module) implements Target {}

    /** Something outside of the repository. */
    record Outside(String module, String name) implements Target {}

    /** Something that was not found, and why. */
    record Missing(String reason) implements Target {}
}

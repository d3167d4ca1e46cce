package io.github.assaymark.model.fact;

/** What a file is for. */
public enum FileKind {
    /** Source that ships. */
    PRODUCTION,
    /** Tests and their fixtures. */
    TEST,
    /** Stand-ins for other systems. */
    STUB,
    /** Written by a tool. */
    GENERATED,
    /** Copied from another project. */
    VENDORED,
    /** Prose for people. */
    DOCUMENT,
    /** Settings, manifests, descriptions. */
    CONFIGURATION,
    /** Everything else. */
    OTHER
}

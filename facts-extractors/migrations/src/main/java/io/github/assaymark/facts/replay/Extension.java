package io.github.assaymark.facts.replay;

import org.jspecify.annotations.Nullable;

/** An extension. */
record Extension(String name, @Nullable String version, Origin origin) {}

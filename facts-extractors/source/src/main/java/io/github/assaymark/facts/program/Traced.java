package io.github.assaymark.facts.program;

import java.util.List;

/** What was derived, and from which answers about other files. */
record Traced<T>(T value, List<Dependency> from) implements Remembered.Derived {}

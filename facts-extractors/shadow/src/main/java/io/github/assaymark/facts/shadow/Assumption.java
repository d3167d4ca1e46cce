package io.github.assaymark.facts.shadow;

/** Something made up for a migration: {@code kind} is {@code role}, {@code schema} or {@code extension}. */
record Assumption(String kind, String name, String path, int line) {}

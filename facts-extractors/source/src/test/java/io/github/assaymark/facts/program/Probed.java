package io.github.assaymark.facts.program;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;

/** What was said of one expression. */
record Probed(String key, String owner, Provenance provenance, String said) implements Fact {}

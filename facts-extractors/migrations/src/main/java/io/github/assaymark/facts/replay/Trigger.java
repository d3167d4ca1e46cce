package io.github.assaymark.facts.replay;

import org.jspecify.annotations.Nullable;

/**
 * A trigger.
 *
 * @param function schema and name of what it calls; null when that was not understood
 */
record Trigger(String name, @Nullable String function, boolean enabled) {}

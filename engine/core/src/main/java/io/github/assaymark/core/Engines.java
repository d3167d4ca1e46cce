package io.github.assaymark.core;

import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.plain.PlainMatcher;

/** Which engine matches. */
final class Engines {
    private Engines() {}

    /** The engine to use when none is asked for. */
    static MatchEngine.Factory standard() {
        return PlainMatcher::new;
    }
}

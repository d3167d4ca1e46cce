package io.github.assaymark.core.plain;

import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.Matches;
import java.util.List;

/** Matches in lists. */
record PlainMatches(List<Match> candidateTuples, List<Match> hitTuples) implements Matches {
    @Override
    public int candidates() {
        return candidateTuples.size();
    }

    @Override
    public int hits() {
        return hitTuples.size();
    }
}

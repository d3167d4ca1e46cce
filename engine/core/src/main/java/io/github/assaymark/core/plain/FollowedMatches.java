package io.github.assaymark.core.plain;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What meets the only pattern of a leaf, fact by fact, so that a changed fact costs no look at the others. Reads no
 * subject.
 */
final class FollowedMatches implements Matches {
    private final PatternSearch pattern;
    private final @Nullable Fn must;
    private final Environment env;
    private final List<Match> found = new ArrayList<>();
    private final List<Match> violations = new ArrayList<>();
    private final Map<Fact, Failures> failed = new LinkedHashMap<>();
    private @Nullable Kept kept;

    /** By fact; only where facts change, since to hash them all takes longer than to test them. */
    private record Kept(Map<Fact, Match> candidates, Map<Fact, Match> hits) {
        static Kept of(List<Match> candidates, List<Match> hits) {
            return new Kept(byFact(candidates), byFact(hits));
        }

        private static Map<Fact, Match> byFact(List<Match> matches) {
            Map<Fact, Match> byFact = new LinkedHashMap<>();
            for (Match match : matches) byFact.put(match.own(), match);
            return byFact;
        }
    }

    /** {@code facts} are all there are; {@code must} is null for a leaf whose candidates are its hits. */
    FollowedMatches(PatternSearch pattern, @Nullable Fn must, Environment env, Iterable<Fact> facts) {
        this.pattern = pattern;
        this.must = must;
        this.env = env;
        Failures failures = new Failures();
        for (Fact fact : facts) {
            if (pattern.meets(fact, env, failures)) {
                Match match = new Match(fact, null);
                found.add(match);
                if (isHit(fact, failures)) violations.add(match);
            }
            if (!failures.any()) continue;
            failed.put(fact, failures);
            failures = new Failures();
        }
    }

    private boolean isHit(Fact fact, Failures failures) {
        return must != null && !failures.test(must, fact, null, null, env);
    }

    /** Facts of the pattern's type and scope went and came. */
    void follow(List<Fact> removed, List<Fact> added) {
        Kept all = kept == null ? Kept.of(found, violations) : kept;
        kept = all;
        found.clear();
        violations.clear();
        for (Fact fact : removed) {
            all.candidates().remove(fact);
            all.hits().remove(fact);
            failed.remove(fact);
        }
        for (Fact fact : added) if (pattern.isPossible(fact, env)) add(fact, all);
    }

    private void add(Fact fact, Kept all) {
        Failures failures = new Failures();
        if (pattern.meets(fact, env, failures)) {
            Match match = new Match(fact, null);
            all.candidates().put(fact, match);
            if (isHit(fact, failures)) all.hits().put(fact, match);
        }
        if (failures.any()) failed.put(fact, failures);
    }

    /** Itself, unless an expression failed on one of the facts. */
    FollowedMatches orRaise() {
        if (failed.isEmpty()) return this;
        Failures all = new Failures();
        failed.values().forEach(all::add);
        all.raise();
        return this;
    }

    @Override
    public int candidates() {
        return candidateTuples().size();
    }

    @Override
    public int hits() {
        return hitTuples().size();
    }

    @Override
    public Collection<Match> candidateTuples() {
        return kept == null ? found : kept.candidates().values();
    }

    @Override
    public Collection<Match> hitTuples() {
        if (must == null) return candidateTuples();
        return kept == null ? violations : kept.hits().values();
    }
}

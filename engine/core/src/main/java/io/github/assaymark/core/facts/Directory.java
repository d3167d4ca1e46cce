package io.github.assaymark.core.facts;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.rule.Pattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people who may speak, and in which roles. Where nobody keeps a directory, everybody may. Not safe for many
 * threads.
 */
public final class Directory {
    private static final String TYPE = TeamMember.class.getSimpleName();

    private final CoverageIndex coverage;
    private final Map<String, Set<TeamMember>> byHandle = new HashMap<>();

    Directory(FactStore store, CoverageIndex coverage) {
        this.coverage = coverage;
        for (Fact fact : store.facts(Pattern.Side.HEAD, TYPE)) add((TeamMember) fact);
    }

    /** Why the directory does not bear out who made a statement; null when it does, or when there is none. */
    public @Nullable String doubt(Attestation statement) {
        if (!isKept()) return null;
        Set<TeamMember> known = byHandle.getOrDefault(key(statement.by()), Set.of());
        if (known.isEmpty()) return "the directory of people knows no " + statement.by();
        if (known.stream().noneMatch(TeamMember::active))
            return statement.by() + " has left, says the directory of people";
        String role = statement.role();
        boolean held = role == null
                || known.stream()
                        .anyMatch(member -> member.active() && member.roles().contains(role));
        return held ? null : "the directory of people does not give " + statement.by() + " the role " + role;
    }

    /** Whether a part of the directory could not be read, so that it may hold more people and roles. */
    public boolean isPartial() {
        return entries().stream()
                .anyMatch(entry ->
                        entry.status() != Coverage.Status.COMPLETE && entry.status() != Coverage.Status.NOT_ATTEMPTED);
    }

    /** A directory that cannot be read is one all the same. */
    private boolean isKept() {
        return !byHandle.isEmpty()
                || entries().stream().anyMatch(entry -> entry.status() != Coverage.Status.NOT_ATTEMPTED);
    }

    private List<Coverage> entries() {
        return coverage.entries(Pattern.Side.HEAD, TYPE, null);
    }

    void apply(FactDelta effect) {
        for (Fact fact : effect.removed()) if (fact instanceof TeamMember member) remove(member);
        for (Fact fact : effect.added()) if (fact instanceof TeamMember member) add(member);
    }

    private void add(TeamMember member) {
        byHandle.computeIfAbsent(key(member.handle()), handle -> new HashSet<>())
                .add(member);
    }

    private void remove(TeamMember member) {
        Set<TeamMember> of = byHandle.get(key(member.handle()));
        if (of == null) return;
        of.remove(member);
        if (of.isEmpty()) byHandle.remove(key(member.handle()));
    }

    /** Handles differ in more than upper and lower case. */
    private static String key(String handle) {
        String lower = handle.toLowerCase(Locale.ROOT);
        return lower.startsWith("@") ? lower : "@" + lower;
    }
}

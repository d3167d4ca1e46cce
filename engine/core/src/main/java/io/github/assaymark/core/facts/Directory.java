package io.github.assaymark.core.facts;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.SignatureStatus;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Pattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Why nothing bears out who made a statement: the directory does not know the person in the role, or under the
     * address of who committed it, or the commit is not signed although it has to be. Null when all is well.
     */
    public @Nullable String doubt(Attestation statement) {
        return doubt(statement.by(), statement.role(), statement.authors(), statement.signature());
    }

    /** Why nothing bears out who allows something; null when all is well. */
    public @Nullable String doubt(Waiver statement) {
        return doubt(statement.approvedBy(), null, statement.authors(), statement.signature());
    }

    private @Nullable String doubt(
            String by, @Nullable String role, List<String> authors, @Nullable SignatureStatus signature) {
        String unsigned = signature == null ? null : unsigned(signature);
        if (unsigned != null || !isKept()) return unsigned;
        Set<TeamMember> known = byHandle.getOrDefault(key(by), Set.of());
        if (known.isEmpty()) return "the directory of people knows no " + by;
        List<TeamMember> active = known.stream().filter(TeamMember::active).toList();
        if (active.isEmpty()) return by + " has left, says the directory of people";
        if (role != null && active.stream().noneMatch(member -> member.roles().contains(role)))
            return "the directory of people does not give " + by + " the role " + role;
        Set<String> addresses =
                active.stream().flatMap(member -> member.addresses().stream()).collect(Collectors.toSet());
        if (addresses.isEmpty()) return null;
        if (authors.isEmpty()) return "git does not tell who wrote it: it is not committed, or the clone is shallow";
        return authors.stream()
                .filter(author -> !addresses.contains(author))
                .findFirst()
                .map(author -> "it was committed by " + author + ", which the directory of people does not give " + by)
                .orElse(null);
    }

    private static @Nullable String unsigned(SignatureStatus signature) {
        return switch (signature) {
            case VALID -> null;
            case ABSENT -> "its commit is not signed";
            case INVALID -> "the signature of its commit is none of the author's";
            case UNCHECKED -> "the signature of its commit could not be checked";
        };
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

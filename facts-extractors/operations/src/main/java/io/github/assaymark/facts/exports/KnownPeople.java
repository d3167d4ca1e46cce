package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.manifest.PeopleExtractor;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.CollectionStatus;
import io.github.assaymark.model.fact.TeamMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The people that files of the repository and earlier exports list. An export that says otherwise does not outweigh
 * them, nor they it: the contradiction is told. Used by one thread.
 */
final class KnownPeople {
    private final ScanContext context;
    private @Nullable List<TeamMember> known;

    KnownPeople(ScanContext context) {
        this.context = context;
    }

    /** Compares what an export of people holds with what is known, and remembers it. */
    void meet(Exported file, List<Fact> found) {
        List<TeamMember> people = new ArrayList<>();
        for (Fact fact : found) if (fact instanceof TeamMember member) people.add(member);
        String team = DirectoryKinds.team(file.entry());
        if (people.isEmpty() && team == null) return;
        List<TeamMember> before = known();
        Set<String> gaps = new TreeSet<>();
        for (TeamMember person : people)
            for (TeamMember other : before)
                if (same(person, other)) {
                    String what = difference(person, other, team != null);
                    if (what != null) gaps.add(what);
                }
        // Of a part of a team nobody knows who is missing.
        if (team != null && file.entry().status() == CollectionStatus.COMPLETE)
            for (TeamMember other : before)
                if (other.active()
                        && team.equals(other.team())
                        && people.stream().noneMatch(person -> same(person, other)))
                    gaps.add(other.handle() + " is an active member of " + team + " in " + place(other)
                            + ", but not in this export of the team");
        gaps.forEach(gap -> file.gap("", gap));
        before.addAll(people);
    }

    private List<TeamMember> known() {
        List<TeamMember> people = known;
        if (people == null) {
            List<TeamMember> listed = new ArrayList<>();
            new PeopleExtractor().extract(context, fact -> {
                if (fact instanceof TeamMember member) listed.add(member);
            });
            people = listed;
            known = listed;
        }
        return people;
    }

    private static boolean same(TeamMember one, TeamMember other) {
        return one.handle().toLowerCase(Locale.ROOT).equals(other.handle().toLowerCase(Locale.ROOT));
    }

    /** People may be in several teams of GitHub; a directory says the one they belong to. */
    private static @Nullable String difference(TeamMember person, TeamMember other, boolean oneTeam) {
        String who = person.handle() + " is ";
        if (person.active() != other.active())
            return who + (person.active() ? "active" : "not active") + " here, but "
                    + (other.active() ? "active" : "not active") + " in " + place(other);
        if (oneTeam) return null;
        boolean teams =
                person.team() != null && other.team() != null && !person.team().equals(other.team());
        if (teams)
            return who + "in the team " + person.team() + " here, but in " + other.team() + " in " + place(other);
        boolean roles = !person.roles().isEmpty()
                && !other.roles().isEmpty()
                && !Set.copyOf(person.roles()).equals(Set.copyOf(other.roles()));
        return roles
                ? who + String.join(", ", person.roles()) + " here, but " + String.join(", ", other.roles()) + " in "
                        + place(other)
                : null;
    }

    private static String place(TeamMember person) {
        return person.provenance() instanceof Provenance.File file
                ? file.path()
                : person.key()
                        .substring(
                                Math.min(person.key().length(), person.handle().length() + 1));
    }
}

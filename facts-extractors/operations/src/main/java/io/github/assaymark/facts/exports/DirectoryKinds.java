package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.Looks;
import io.github.assaymark.model.fact.TeamMember;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who belongs to an organization: teams of GitHub, and directories of any other system in the form of people files. */
final class DirectoryKinds {
    static final String PEOPLE = "directory.people";
    static final String TEAM = "github.team-members";

    private DirectoryKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                                TEAM,
                                "members of one team of GitHub; the scope names the `team` as the repository calls it",
                                "gh api --paginate --slurp /orgs/ORG/teams/TEAM/members",
                                ExportKind.Format.JSON,
                                List.of("[].login, type"),
                                List.of(TeamMember.class),
                                DirectoryKinds::team)
                        .some(List.of(TeamMember.class)),
                new ExportKind(
                        PEOPLE,
                        "people of a directory, as files of `people` list them",
                        "a program of yours that writes `people:` with handle, name, team, roles and active",
                        ExportKind.Format.YAML,
                        List.of("people[].handle, name, team, roles, active"),
                        List.of(TeamMember.class),
                        DirectoryKinds::people));
    }

    /** The team of an export of one team; null for a whole directory. */
    static @Nullable String team(ExportEntry entry) {
        return entry.kind().equals(TEAM) ? entry.scope().get("team") : null;
    }

    private static void team(Exported file) {
        String team = team(file.entry());
        if (team == null) {
            file.gap("", "the scope of its entry names no team");
            return;
        }
        for (JsonValue member : GitHubKinds.elements(file, null)) {
            String login = file.required(member, "login");
            // An app is no person.
            if (login == null || !member.text("type", "User").equals("User")) continue;
            tell(file, member, login, null, team, List.of(), true);
        }
    }

    private static void people(Exported file) {
        for (JsonValue person : file.elements("people")) {
            String handle = file.required(person, "handle");
            JsonValue activity = person.get("active");
            List<String> roles = roles(file, person);
            if (handle == null || roles == null) continue;
            if (activity != null && activity.node().looks() != Looks.BOOLEAN) {
                file.gap(activity.pointer(), "`active` is neither true nor false");
                continue;
            }
            tell(
                    file,
                    person,
                    handle,
                    person.text("name"),
                    person.text("team"),
                    roles,
                    activity == null || "true".equalsIgnoreCase(activity.text()));
        }
    }

    private static @Nullable List<String> roles(Exported file, JsonValue person) {
        JsonValue roles = person.get("roles");
        if (roles == null) return List.of();
        String one = roles.text();
        if (one != null) return List.of(Exported.shown(one));
        List<String> all = new ArrayList<>();
        for (String role : person.texts("roles")) all.add(Exported.shown(role));
        if (roles.node().isList() && all.size() == roles.items().size()) return all;
        file.gap(roles.pointer(), "`roles` is no list of texts");
        return null;
    }

    private static void tell(
            Exported file,
            JsonValue value,
            String handle,
            @Nullable String name,
            @Nullable String team,
            List<String> roles,
            boolean active) {
        String full = handle.startsWith("@") ? handle : "@" + handle;
        file.fact(new TeamMember(
                file.key(full + "/" + file.entry().path()),
                "",
                file.at(value),
                full,
                Exported.shownOrNull(name),
                Exported.shownOrNull(team),
                roles,
                active));
    }
}

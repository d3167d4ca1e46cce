package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.Looks;
import io.github.assaymark.model.fact.TeamMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                        "a program of yours that writes `people:` with handle, name, team, roles, active and addresses",
                        ExportKind.Format.YAML,
                        List.of("people[].handle, name, team, roles, active, addresses"),
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
            tell(file, member, login, null, team, List.of(), true, List.of());
        }
    }

    private static void people(Exported file) {
        for (JsonValue person : file.elements("people")) {
            String handle = file.required(person, "handle");
            JsonValue activity = person.get("active");
            List<String> roles = texts(file, person, "roles");
            List<String> addresses = texts(file, person, "addresses");
            if (handle == null || roles == null || addresses == null) continue;
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
                    activity == null || "true".equalsIgnoreCase(activity.text()),
                    addresses);
        }
    }

    private static @Nullable List<String> texts(Exported file, JsonValue person, String key) {
        JsonValue list = person.get(key);
        if (list == null) return List.of();
        String one = list.text();
        if (one != null) return List.of(Exported.shown(one));
        List<String> all = new ArrayList<>();
        for (String text : person.texts(key)) all.add(Exported.shown(text));
        if (list.node().isList() && all.size() == list.items().size()) return all;
        file.gap(list.pointer(), "`" + key + "` is no list of texts");
        return null;
    }

    private static void tell(
            Exported file,
            JsonValue value,
            String handle,
            @Nullable String name,
            @Nullable String team,
            List<String> roles,
            boolean active,
            List<String> addresses) {
        String full = handle.startsWith("@") ? handle : "@" + handle;
        file.fact(new TeamMember(
                file.key(full + "/" + file.entry().path()),
                "",
                file.at(value),
                full,
                Exported.shownOrNull(name),
                Exported.shownOrNull(team),
                roles,
                active,
                addresses.stream()
                        .map(address -> address.strip().toLowerCase(Locale.ROOT))
                        .toList()));
    }
}

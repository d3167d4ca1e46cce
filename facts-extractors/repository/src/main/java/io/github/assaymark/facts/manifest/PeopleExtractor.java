package io.github.assaymark.facts.manifest;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Looks;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.TeamMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that list people, which the configuration names under {@code people}: a list, or a list below the key
 * {@code people}, of maps.
 *
 * <pre>{@code
 * people:
 *   - handle: '@ada'            # the @ may be left out; with it, YAML wants quotes
 *     name: Ada Example         # optional
 *     team: payments            # optional
 *     roles: [security-lead]    # optional
 *     active: false             # optional, default true
 *     addresses: [a@loop.example] # optional, the addresses the person commits under
 * }</pre>
 *
 * <p>The people belong to the repository as a whole. Where the configuration names no file but exported state holds a
 * directory of people, who reads that says how completely it was read.
 */
public final class PeopleExtractor implements FactExtractor {
    @Override
    public String id() {
        return "people";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(TeamMember.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        List<String> paths = context.configured("people");
        if (paths.isEmpty()) {
            String type = TeamMember.class.getSimpleName();
            boolean exported = ExportedDirectory.isIn(context);
            for (String owner : context.owners()) {
                facts.accept(
                        exported
                                ? Coverage.of(id(), type, owner, 0, 0, "`people`, which is not configured", List.of())
                                : Coverage.missing(
                                        id(),
                                        type,
                                        owner,
                                        Coverage.Status.NOT_ATTEMPTED,
                                        "the configuration has no key `people`"));
            }
            return;
        }
        CoverageAccount account = new CoverageAccount(context, id(), String.join(", ", paths));
        ManifestFiles files = new ManifestFiles(context, account, fact -> {});
        Map<String, Integer> handles = new HashMap<>();
        for (String path : paths) {
            SourceFile file = context.source().file(path);
            if (file == null) {
                account.matched(path);
                account.gap(path, 0, "there is no such file");
                continue;
            }
            StructuredFile read = files.read(file);
            if (read == null) continue;
            files.enter(read, "");
            new Reader(read, account, handles, facts).read();
        }
        everywhere(account, context.owners(), String.join(", ", paths), facts);
    }

    /** People belong to no service, wherever the file lies: a gap is one for every owner. */
    private void everywhere(CoverageAccount account, List<String> owners, String looked, Consumer<Fact> facts) {
        List<Coverage> pages = new ArrayList<>();
        account.close(fact -> pages.add((Coverage) fact), List.of(TeamMember.class));
        int matched = pages.stream().mapToInt(Coverage::matched).sum();
        int failed = pages.stream().mapToInt(Coverage::failed).sum();
        List<Coverage.Gap> gaps =
                pages.stream().flatMap(page -> page.gaps().stream()).toList();
        for (String owner : owners) {
            facts.accept(Coverage.of(id(), TeamMember.class.getSimpleName(), owner, matched, failed, looked, gaps));
        }
    }

    private record Reader(
            StructuredFile file, CoverageAccount account, Map<String, Integer> handles, Consumer<Fact> facts) {

        void read() {
            LocatedNode root = file.tree().root();
            LocatedNode people = root != null && root.isMap() ? root.get("people") : root;
            if (people == null || !people.isList()) {
                int line = people == null ? 0 : people.span().startLine();
                account.gap(file.path(), line, "it holds no list of people");
                return;
            }
            for (LocatedNode person : people.items()) {
                if (!person.damaged()) person(person);
            }
        }

        private void person(LocatedNode person) {
            LocatedNode handle = person.get("handle");
            if (handle == null || !handle.isScalar() || handle.text().isBlank()) {
                gap(person, "a person without a handle");
                return;
            }
            String text = handle.text().strip();
            String full = text.startsWith("@") ? text : "@" + text;
            List<String> roles = texts(person, "roles");
            List<String> addresses = texts(person, "addresses");
            Boolean active = active(person);
            if (roles == null || addresses == null || active == null) return;
            addresses = addresses.stream()
                    .map(address -> address.strip().toLowerCase(Locale.ROOT))
                    .toList();
            facts.accept(new TeamMember(
                    ManifestFiles.distinct(full, handles),
                    "",
                    file.place(person.span()),
                    full,
                    text(person, "name"),
                    text(person, "team"),
                    roles,
                    active,
                    addresses));
        }

        private @Nullable List<String> texts(LocatedNode person, String key) {
            LocatedNode list = person.get(key);
            if (list == null || list.isNull()) return List.of();
            if (list.isScalar()) return List.of(list.text());
            List<String> texts = new ArrayList<>();
            for (LocatedNode item : list.items()) {
                if (item.isScalar()) texts.add(item.text());
            }
            if (list.isList() && texts.size() == list.items().size()) return texts;
            gap(list, "`" + key + "` is no list of texts");
            return null;
        }

        private @Nullable Boolean active(LocatedNode person) {
            LocatedNode active = person.get("active");
            if (active == null) return true;
            if (active.looks() == Looks.BOOLEAN) return active.text().equalsIgnoreCase("true");
            gap(active, "`active` is neither true nor false");
            return null;
        }

        private @Nullable String text(LocatedNode person, String key) {
            LocatedNode value = person.get(key);
            return value == null || !value.isScalar() || value.text().isBlank() ? null : value.text();
        }

        private void gap(LocatedNode at, String reason) {
            account.gap(file.path(), at.span().startLine(), reason);
        }
    }
}

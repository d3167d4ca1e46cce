package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.DownMigration;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a set that was recognised. */
final class HistoryBuilder {
    private static final Pattern IRREVERSIBLE = Pattern.compile(
            "(?i)irreversible|not\\s+reversible|(?:can\\s*not|cannot|can't)\\s+be\\s+(?:reverted|reversed|rolled\\s+back|undone)|no\\s+way\\s+back");

    private final MigrationFiles files;
    private final String owner;
    private final Draft draft;
    private final String key;
    private final IdentityHashMap<Draft.Entry, MigrationScript> known;
    private final Set<String> keys = new HashSet<>();

    /** {@code known} are migrations of this draft whose files are as they were when these were made of them. */
    HistoryBuilder(
            MigrationFiles files,
            String owner,
            Draft draft,
            String key,
            IdentityHashMap<Draft.Entry, MigrationScript> known) {
        this.files = files;
        this.owner = owner;
        this.draft = draft;
        this.key = key;
        this.known = known;
    }

    /** {@code known} is the dialect; null when the texts must tell. */
    MigrationHistory build(@Nullable SqlDialect known) {
        SqlDialect dialect = known == null ? Dialects.of(files, draft.directory, texts()) : known;
        List<MigrationScript> scripts = new ArrayList<>();
        boolean templated = false;
        for (Draft.Entry entry : draft.entries) {
            MigrationScript script = script(entry, scripts.size() + 1, dialect == SqlDialect.POSTGRESQL);
            templated |= script.up().templated();
            scripts.add(script);
        }
        List<HistoryProblem> problems = new ArrayList<>(draft.problems);
        String unsupported = draft.unsupported;
        if (dialect != SqlDialect.POSTGRESQL && unsupported == null) unsupported = unread(dialect);
        if (unsupported != null) problems.add(0, HistoryProblem.of("statements of migrations", place(), unsupported));
        return new MigrationHistory(
                key,
                owner,
                draft.directory,
                draft.tool,
                dialect,
                draft.transaction,
                templated,
                bounded(),
                scripts,
                problems);
    }

    /** Whether each connection of the tool has a limit on waiting for locks. */
    private boolean bounded() {
        return draft.timeouts.stream()
                .anyMatch(one -> one.setting().equals(Timeouts.LOCK)
                        && one.value().amount().signum() > 0);
    }

    private String place() {
        return draft.entries.isEmpty()
                ? draft.directory
                : draft.entries.get(0).up().file().path();
    }

    private static String unread(SqlDialect dialect) {
        return switch (dialect) {
            case MYSQL -> "migrations of MySQL are not read";
            case SQLITE -> "migrations of SQLite are not read";
            default -> "it is not known that they are for PostgreSQL, or they are for another database";
        };
    }

    private Collection<MigrationText> texts() {
        Map<String, MigrationText> texts = new LinkedHashMap<>();
        for (Draft.Entry entry : draft.entries) {
            SourceFile file = entry.up().file();
            MigrationText text = entry.up().cut() == Sections.Cut.OPAQUE ? null : files.text(file);
            if (text != null) texts.put(file.path(), text);
        }
        return texts.values();
    }

    private MigrationScript script(Draft.Entry entry, int order, boolean read) {
        MigrationScript same = known.get(entry);
        if (same != null) {
            // The draft is the one it was made of: its key was free, and still is.
            keys.add(same.key());
            return same;
        }
        String base = key + "/" + entry.version();
        if (!entry.name().isEmpty()) base += (entry.version().isEmpty() ? "" : "_") + entry.name();
        String own = base;
        for (int i = 2; !keys.add(own); i++) own = base + "~" + i;
        ScriptPart up = read ? part(entry.up(), own) : null;
        if (up == null) {
            Section nothing = Section.of("", entry.up().settings().transactional());
            up = PartReader.read(entry.up().file().path(), own, "", nothing, Placeholders.NONE, PlaceholderStyle.NONE);
        }
        ScriptPart down = read && entry.down() != null ? part(entry.down(), own + "#down") : null;
        DownMigration back = read ? back(entry, down) : DownMigration.NONE;
        boolean kept = back == DownMigration.SQL || back == DownMigration.CODE;
        return new MigrationScript(
                own,
                entry.version(),
                entry.name(),
                order,
                entry.up().file().path(),
                up,
                back,
                kept ? down : null,
                up.statements().stream().anyMatch(s -> s.transaction() > 0) || up.transactional(),
                checksum(entry));
    }

    private @Nullable ScriptPart part(Draft.Part part, String partKey) {
        MigrationText text = files.text(part.file());
        if (text == null) {
            Section unread = Section.code(
                    " ", part.settings().transactional(), "the file cannot be read: " + files.unread(part.file()));
            return PartReader.read(part.file().path(), partKey, " ", unread, Placeholders.NONE, PlaceholderStyle.NONE);
        }
        Sections.Settings settings = part.settings();
        if (draft.transaction == MigrationTransaction.NONE)
            settings = new Sections.Settings(false, settings.batch(), settings.index(), settings.reason());
        return text.part(new MigrationText.Reading(partKey, part.cut(), settings, draft.style, draft.values));
    }

    private static DownMigration back(Draft.Entry entry, @Nullable ScriptPart down) {
        if (down == null) return DownMigration.NONE;
        if (entry.down() != null && entry.down().cut() == Sections.Cut.OPAQUE) return DownMigration.CODE;
        boolean code = !down.statements().isEmpty()
                && down.statements().stream()
                        .allMatch(s -> s.place().firstToken() == s.place().lastToken());
        if (code) return DownMigration.CODE;
        boolean nothing = down.statements().stream().allMatch(s -> s.ddl() instanceof Ddl.Query);
        if (!nothing) return refuses(down) ? DownMigration.IRREVERSIBLE : DownMigration.SQL;
        return IRREVERSIBLE.matcher(down.script().tokens().source()).find()
                ? DownMigration.IRREVERSIBLE
                : DownMigration.EMPTY;
    }

    /** A block that does nothing but fail. */
    private static boolean refuses(ScriptPart down) {
        if (down.statements().size() != 1) return false;
        return down.statements().get(0).ddl() instanceof Ddl.Block block
                && RAISES.matcher(block.body()).find();
    }

    private static final Pattern RAISES =
            Pattern.compile("(?is)\\bbegin\\s+raise\\s+exception\\b[^;]{0,500};\\s*end\\b");

    private String checksum(Draft.Entry entry) {
        MigrationText up = files.text(entry.up().file());
        String sum = up == null ? "" : up.checksum();
        Draft.Part part = entry.down();
        if (part == null || part.file().path().equals(entry.up().file().path())) return sum;
        MigrationText down = files.text(part.file());
        return MigrationText.sha256(sum + (down == null ? "" : down.checksum()));
    }
}

package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.DdlGrammar;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.fact.StatementParse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a section of a file. */
final class PartReader {
    private final String path;
    private final String key;
    private final Section section;
    private final Fill fill;
    private final SqlScript script;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private int passed;

    private record Entry(SqlStatement place, @Nullable String open) {}

    private PartReader(
            String path, String key, String file, Section section, Placeholders values, PlaceholderStyle style) {
        this.path = path;
        this.key = key;
        this.section = section;
        this.fill = Fill.of(file, section.text(), style, values);
        this.script = SqlScript.of(fill.text(), fill.map());
    }

    /** {@code key} is that of the statements, without their place; {@code file} the text of the file. */
    static ScriptPart read(
            String path, String key, String file, Section section, Placeholders values, PlaceholderStyle style) {
        return new PartReader(path, key, file, section, values, style).read(file);
    }

    private ScriptPart read(String file) {
        List<Entry> entries = new ArrayList<>();
        for (SqlStatement statement : script.statements()) entries.add(new Entry(statement, null));
        if (!section.open().isEmpty()) {
            Lines lines = Lines.of(file);
            for (Section.Open open : section.open()) entries.add(new Entry(lines.place(open.place()), open.reason()));
            entries.sort(Comparator.<Entry>comparingInt(e -> e.place().line())
                    .thenComparingInt(e -> e.place().column()));
        }
        Transactions transactions = new Transactions(section, script, fill.map());
        Suppressions suppressions = Suppressions.in(fill.text());
        int before = 0;
        for (Entry entry : entries) {
            SqlStatement place = entry.place();
            int ordinal = statements.size() + 1;
            if (entry.open() != null) {
                statements.add(open(file, place, ordinal, entry.open(), transactions));
                continue;
            }
            Ddl ddl = DdlGrammar.of(script, place);
            String suppressed = suppressions.of(
                    fill.text().substring(Math.min(before, place.start()), place.start()), behind(place.end()));
            statements.add(statement(place, ordinal, ddl, transactions.of(place, ddl), suppressed));
            before = place.end() + trailing(place.end());
        }
        return new ScriptPart(path, script, section.transactional(), fill.places() > 0, statements);
    }

    private String behind(int end) {
        int line = fill.text().indexOf('\n', end);
        return fill.text().substring(end, line < 0 ? fill.text().length() : line);
    }

    /** How far a comment reaches that stands behind a statement on its last line. */
    private int trailing(int end) {
        String rest = behind(end);
        String comment = rest.replace(';', ' ').strip();
        return comment.startsWith("--") || comment.startsWith("/*") ? rest.length() : 0;
    }

    private ScriptStatement statement(
            SqlStatement place, int ordinal, Ddl ddl, int transaction, @Nullable String suppressed) {
        Understanding understood = Understanding.of(ddl, script, place);
        Ddl known = ddl;
        Fill.Unfilled unfilled = unfilledIn(place);
        if (unfilled != null) {
            String reason = "`" + unfilled.written() + "` has no value";
            StatementParse parse = ddl instanceof Ddl.Opaque ? StatementParse.OPAQUE : StatementParse.PARTIAL;
            understood = new Understanding(parse, reason);
            if (!Understanding.inText(script, place, unfilled.span())) known = new Ddl.Opaque(reason);
        }
        return new ScriptStatement(
                key + "#" + ordinal,
                ordinal,
                place,
                script.text(place),
                known,
                understood.parse(),
                understood.reason(),
                transaction,
                suppressed);
    }

    /** The first place without a value in a statement; statements are asked for in order. */
    private Fill.@Nullable Unfilled unfilledIn(SqlStatement place) {
        List<Fill.Unfilled> all = fill.unfilled();
        while (passed < all.size() && all.get(passed).span().end() <= place.start()) passed++;
        return passed < all.size() && all.get(passed).span().start() < place.end() ? all.get(passed) : null;
    }

    private ScriptStatement open(
            String file, SqlStatement place, int ordinal, String reason, Transactions transactions) {
        return new ScriptStatement(
                key + "#" + ordinal,
                ordinal,
                place,
                file.substring(place.start(), place.end()),
                new Ddl.Opaque(reason),
                StatementParse.OPAQUE,
                reason,
                transactions.ofCode(),
                null);
    }
}

package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.DdlGrammar;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.SeedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Scripts that fill a database, beside its migrations: {@code seed.sql}, and what lies in {@code seeds/}. */
final class SeedScripts {
    private static final Pattern PLACE = Pattern.compile("(?:.*/)?(?:seed(?:s|ers)?/.*|seeds?(?:[-_.][^/]*)?\\.\\w+)");
    private static final Set<String> CODE =
            Set.of("ts", "mts", "cts", "js", "mjs", "cjs", "go", "py", "rb", "java", "kt");

    private final MigrationFiles files;
    private final String owner;
    private final Places places;
    private final HistoryFacts.Keys keys;

    SeedScripts(MigrationFiles files, String owner, Places places, HistoryFacts.Keys keys) {
        this.files = files;
        this.owner = owner;
        this.places = places;
        this.keys = keys;
    }

    /** The files of no set that look like such scripts. */
    static List<SourceFile> among(MigrationFiles files) {
        List<SourceFile> found = new ArrayList<>();
        for (String directory : files.directories()) {
            for (SourceFile file : files.in(directory)) {
                String path = file.path();
                if (file.kind() == FileKind.PRODUCTION
                        && PLACE.matcher(path.toLowerCase(Locale.ROOT)).matches()) found.add(file);
            }
        }
        return found;
    }

    void emit(List<SourceFile> seeds, Consumer<Fact> facts, Account account) {
        for (SourceFile file : seeds) {
            String path = file.path();
            if (path.endsWith(".sql")) script(file, facts, account);
            else if (CODE.contains(Paths.extension(path)))
                account.gap(path, 0, "rows that code puts into tables are not read");
        }
    }

    private void script(SourceFile file, Consumer<Fact> facts, Account account) {
        MigrationText text = files.text(file);
        if (text == null) {
            account.gap(file.path(), 0, files.unread(file));
            return;
        }
        account.matched(file.path());
        SqlScript script = SqlScript.of(text.text());
        for (SqlStatement statement : script.statements()) {
            Ddl ddl = DdlGrammar.of(script, statement);
            if (ddl instanceof Ddl.Opaque opaque) account.gap(file.path(), statement.line(), opaque.reason());
            Seeds.Rows rows = Seeds.of(script, ddl, statement);
            if (rows == null) continue;
            facts.accept(new SeedData(
                    keys.distinct(file.path() + " " + rows.table()),
                    owner,
                    places.lines(file.path(), statement.line(), statement.endLine()),
                    null,
                    rows.table(),
                    rows.rows(),
                    rows.idempotent(),
                    file.path()));
        }
    }
}

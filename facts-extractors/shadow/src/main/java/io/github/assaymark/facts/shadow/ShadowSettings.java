package io.github.assaymark.facts.shadow;

import io.github.assaymark.model.extract.ScanException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a shadow database is like.
 *
 * @param postgres major version, or the path of the programs of an installed one
 * @param rows made-up rows of each table; 0 for none
 */
record ShadowSettings(String postgres, int rows) {
    static final int DEFAULT_ROWS = 50;

    private static final int MAX_ROWS = 10_000;

    /**
     * Reads settings by their names, {@code postgres} and {@code rows}.
     *
     * @throws ScanException when one is not known or not possible
     */
    static ShadowSettings of(Map<String, String> settings) {
        for (String name : new TreeSet<>(settings.keySet()))
            if (!name.equals("postgres") && !name.equals("rows"))
                throw new ScanException(List.of(
                        "the shadow database has no setting `" + name + "`\n  Maybe postgres or rows was meant"));
        String rows = settings.getOrDefault("rows", String.valueOf(DEFAULT_ROWS));
        int number = rows.matches("[0-9]{1,6}") ? Integer.parseInt(rows) : -1;
        if (number < 0 || number > MAX_ROWS)
            throw new ScanException(List.of("no number of rows for a table of the shadow database: `" + rows
                    + "`\n  Maybe one from 0 to " + MAX_ROWS));
        return new ShadowSettings(
                settings.getOrDefault("postgres", String.valueOf(PostgresVersion.DEFAULT.major())), number);
    }
}

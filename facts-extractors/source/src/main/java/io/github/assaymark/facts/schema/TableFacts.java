package io.github.assaymark.facts.schema;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.SchemaSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands over the facts of one table that code declares. Used by one thread. */
public final class TableFacts {
    private static final int MAX_TEXT = 200;

    private final Consumer<Fact> facts;
    private final Keys keys;
    private final String owner;
    private final String path;
    private final String table;

    private TableFacts(Consumer<Fact> facts, Keys keys, String owner, String path, String table) {
        this.facts = facts;
        this.keys = keys;
        this.owner = owner;
        this.path = path;
        this.table = table;
    }

    /** Makes keys distinct, for example {@link io.github.assaymark.facts.program.DistinctKeys#key}. */
    @FunctionalInterface
    public interface Keys {
        /** The key, with a number behind it from its second use on. */
        String key(String base);
    }

    /**
     * A column.
     *
     * @param property name in the code; null when the code has none
     * @param defaultValue as declared; null for none
     * @param references table and column; null for none
     */
    public record Column(
            String name,
            @Nullable String property,
            String type,
            boolean nullable,
            @Nullable String defaultValue,
            boolean primaryKey,
            boolean unique,
            @Nullable String references) {}

    /** The key of a table; {@code schema} is null for the default one. */
    public static String key(@Nullable String schema, String name) {
        return schema == null ? name : schema + "." + name;
    }

    /** Hands over the table; {@code key} is {@link #key}, made distinct by the caller. */
    public static TableFacts table(Consumer<Fact> facts, Keys keys, DbTable table) {
        facts.accept(table);
        return new TableFacts(facts, keys, table.owner(), table.file(), table.key());
    }

    /** A table that code declares. */
    public static DbTable declared(
            String key,
            String owner,
            Provenance.File place,
            String name,
            @Nullable String schema,
            QueryApi api,
            @Nullable String constant) {
        return new DbTable(key, owner, place, name, schema, SchemaSource.CODE, api, constant, place.path());
    }

    /** Hands over a column. */
    public void column(Provenance.File place, Column column) {
        facts.accept(new DbColumn(
                keys.key(table + "." + column.name() + "@CODE"),
                owner,
                place,
                table,
                column.name(),
                column.property(),
                shortened(column.type()),
                column.nullable(),
                column.defaultValue() == null ? null : shortened(column.defaultValue()),
                column.primaryKey(),
                column.unique(),
                column.references(),
                SchemaSource.CODE,
                place.path()));
    }

    /** Hands over an index of columns; that of the primary key is one too. */
    public void index(
            Provenance.File place,
            @Nullable String name,
            List<String> columns,
            boolean unique,
            @Nullable String method,
            @Nullable String predicate) {
        index(place, name, columns, true, unique, method, predicate);
    }

    /**
     * Hands over an index.
     *
     * @param columns columns, and the texts of expressions among them
     * @param leads whether the first of them is a column
     */
    public void index(
            Provenance.File place,
            @Nullable String name,
            List<String> columns,
            boolean leads,
            boolean unique,
            @Nullable String method,
            @Nullable String predicate) {
        facts.accept(new DbIndex(
                keys.key(
                        table + "#" + (columns.isEmpty() && name != null ? name : String.join(",", columns)) + "@CODE"),
                owner,
                place,
                table,
                name,
                columns,
                leads && !columns.isEmpty() ? columns.get(0) : null,
                unique,
                method,
                predicate == null ? null : shortened(predicate),
                true,
                SchemaSource.CODE,
                place.path()));
    }

    /** Path of the file that declares the table. */
    public String path() {
        return path;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}

package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names that PostgreSQL gives to what has none. */
final class Names {
    private Names() {}

    /** Of a constraint without an index. */
    static String constraint(Table table, ConstraintKind kind, List<String> columns, @Nullable String expression) {
        String label = switch (kind) {
            case CHECK -> "check";
            case FOREIGN_KEY -> "fkey";
            case NOT_NULL -> "not_null";
            case UNIQUE -> "key";
            case EXCLUSION -> "excl";
            case PRIMARY_KEY -> "pkey";
        };
        List<String> about = kind == ConstraintKind.CHECK && expression != null ? used(table, expression) : columns;
        String middle = kind == ConstraintKind.PRIMARY_KEY || (kind == ConstraintKind.CHECK && about.size() != 1)
                ? ""
                : String.join("_", about);
        return free(table.name(), middle, label, name -> table.constraint(name) != null);
    }

    static String free(String table, String columns, String label, Predicate<String> taken) {
        String name = Draft.made(table, columns, label);
        for (int i = 1; i < 1000 && taken.test(name); i++) name = Draft.made(table, columns, label + i);
        return name;
    }

    /** The columns of a table that an expression speaks of. */
    static List<String> used(Table table, String expression) {
        SqlTokens words = SqlTokens.of(expression);
        List<String> used = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.names(i) || words.is(i + 1, '(')) continue;
            String name = words.name(i);
            if (table.column(name) != null && !used.contains(name)) used.add(name);
        }
        return used;
    }

    /** The middle of the name of an index: its columns, {@code expr} or the function for expressions. */
    static String indexed(List<String> columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns) names.add(column.startsWith("(") ? expression(column) : column);
        return String.join("_", names);
    }

    private static String expression(String text) {
        SqlTokens words = SqlTokens.of(text);
        int at = 0;
        while (words.is(at, '(')) at++;
        return words.names(at) && words.is(at + 1, '(') ? words.name(at) : "expr";
    }
}

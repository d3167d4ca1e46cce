package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a check of a table shows that its rows lie within the bounds of a partition, so that they need not be read.
 * Only what is written alike is taken as proof.
 */
final class PartitionBound {
    private PartitionBound() {}

    static boolean proven(Table child, String bound) {
        List<String> values = values(bound);
        if (values.isEmpty()) return false;
        for (Constraint constraint : child.constraints()) {
            String check = constraint.expression();
            if (constraint.kind() != ConstraintKind.CHECK || !constraint.validated() || check == null) continue;
            SqlTokens words = SqlTokens.of(check);
            boolean all = true;
            for (String value : values) all &= has(words, value);
            boolean range = bound.toLowerCase(Locale.ROOT).contains(" from ");
            boolean compared = range ? check.contains(">=") && check.contains("<") : check.contains("=") || in(words);
            if (all && compared && notNull(child, words)) return true;
        }
        return false;
    }

    /** The column that is compared must not be null: rows without it belong elsewhere. */
    private static boolean notNull(Table child, SqlTokens words) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.names(i)) continue;
            Column column = child.column(words.name(i));
            if (column == null) continue;
            if (column.notNull()) return true;
            for (Constraint constraint : child.constraints()) if (constraint.provesNotNull(column.name())) return true;
        }
        return false;
    }

    private static boolean in(SqlTokens words) {
        for (int i = 0; i < words.size(); i++) if (words.is(i, "in") || words.is(i, "any")) return true;
        return false;
    }

    private static boolean has(SqlTokens words, String value) {
        for (int i = 0; i < words.size(); i++) if (words.text(i).equals(value)) return true;
        return false;
    }

    /** The constants of a bound. */
    private static List<String> values(String bound) {
        SqlTokens words = SqlTokens.of(bound);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, "with") || words.is(i, "minvalue") || words.is(i, "maxvalue")) return List.of();
            char first = words.text(i).isEmpty() ? ' ' : words.text(i).charAt(0);
            if (first == '\'' || Character.isDigit(first)) values.add(words.text(i));
        }
        return values;
    }
}

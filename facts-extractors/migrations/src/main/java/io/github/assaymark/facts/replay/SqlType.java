package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type by the name PostgreSQL prints it with (PostgreSQL manual, 8 Data Types).
 *
 * @param name for example {@code character varying}; a type of a schema with its schema when that is written
 * @param limits what stands in parentheses behind it
 */
record SqlType(String name, List<Integer> limits, boolean array) {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("serial", "integer"),
            Map.entry("serial4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("bigserial", "bigint"),
            Map.entry("serial8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("serial2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("nchar", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("float", "double precision"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("varbit", "bit varying"));

    SqlType {
        limits = List.copyOf(limits);
    }

    static SqlType of(String declared) {
        SqlTokens words = SqlTokens.of(declared);
        StringBuilder name = new StringBuilder();
        List<Integer> limits = new ArrayList<>();
        boolean array = false;
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, '(')) {
                for (i++; i < words.size() && !words.is(i, ')'); i++)
                    if (words.kind(i) == SqlTokenKind.NUMBER) limits.add(number(words.text(i)));
            } else if (words.is(i, '[') || words.is(i, "array")) {
                array = true;
            } else if (words.is(i, '.')) {
                name.append('.');
            } else if (words.names(i)) {
                if (name.length() > 0 && name.charAt(name.length() - 1) != '.') name.append(' ');
                name.append(words.name(i));
            }
        }
        String written = name.toString();
        if (written.startsWith("pg_catalog.")) written = written.substring(11);
        String full = SHORT.getOrDefault(written, written);
        if (full.equals("character") && limits.isEmpty() && !written.equals("bpchar")) limits.add(1);
        if (written.equals("float") && !limits.isEmpty()) {
            full = limits.get(0) <= 24 ? "real" : "double precision";
            limits.clear();
        }
        return new SqlType(full, limits, array);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** As PostgreSQL prints it. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        String tail = "";
        if (name.endsWith(" time zone") && !limits.isEmpty()) {
            int space = name.indexOf(' ');
            shown.append(name, 0, space);
            tail = name.substring(space);
        } else {
            shown.append(name);
        }
        if (!limits.isEmpty()) {
            shown.append('(');
            for (int i = 0; i < limits.size(); i++)
                shown.append(i > 0 ? "," : "").append(limits.get(i));
            shown.append(')');
        }
        return shown.append(tail).append(array ? "[]" : "").toString();
    }

    /** What turning rows of one type into rows of another takes. */
    enum Work {
        NONE,
        /** The rows stay, indexes of the column are built anew. */
        INDEXES,
        /** None when the time zone of the session is UTC, a rewrite otherwise. */
        BY_TIME_ZONE,
        REWRITE
    }

    Work to(SqlType other) {
        if (equals(other)) return Work.NONE;
        if (array != other.array) return Work.REWRITE;
        if (array) return text() && other.text() && other.limits.isEmpty() ? Work.NONE : Work.REWRITE;
        if (text() && other.text()) return other.limits.isEmpty() || grows(other) ? Work.NONE : Work.REWRITE;
        if ((citext() && other.text() && other.limits.isEmpty()) || (other.citext() && text())) return Work.INDEXES;
        if (name.equals("cidr") && other.name.equals("inet")) return Work.NONE;
        if (name.equals("xml") && other.text() && other.limits.isEmpty()) return Work.NONE;
        if (stamp() && other.stamp() && !name.equals(other.name))
            return precise(other) ? Work.BY_TIME_ZONE : Work.REWRITE;
        if (!name.equals(other.name)) return Work.REWRITE;
        switch (name) {
            case "numeric" -> {
                if (other.limits.isEmpty()) return Work.NONE;
                return !limits.isEmpty() && scale(this) == scale(other) && grows(other) ? Work.NONE : Work.REWRITE;
            }
            case "bit varying" -> {
                return other.limits.isEmpty() || grows(other) ? Work.NONE : Work.REWRITE;
            }
            case "timestamp with time zone",
                    "timestamp without time zone",
                    "time with time zone",
                    "time without time zone",
                    "interval" -> {
                return precise(other) ? Work.NONE : Work.REWRITE;
            }
            default -> {
                return Work.REWRITE;
            }
        }
    }

    private boolean precise(SqlType other) {
        return other.limits.isEmpty() || other.limits.get(0) >= 6 || grows(other);
    }

    private boolean grows(SqlType other) {
        return !limits.isEmpty() && !other.limits.isEmpty() && other.limits.get(0) >= limits.get(0);
    }

    private static int scale(SqlType type) {
        return type.limits.size() > 1 ? type.limits.get(1) : 0;
    }

    private boolean text() {
        return name.equals("text") || name.equals("character varying");
    }

    private boolean citext() {
        return name.equals("citext") || name.endsWith(".citext");
    }

    private boolean stamp() {
        return name.startsWith("timestamp ");
    }

    /** Whether values of the new type can hold all of the old one. */
    boolean widensTo(SqlType other) {
        if (to(other) == Work.NONE) return true;
        return whole(name) > 0 && whole(other.name) > whole(name) && array == other.array;
    }

    private static int whole(String type) {
        return switch (type) {
            case "smallint" -> 1;
            case "integer" -> 2;
            case "bigint" -> 3;
            case "numeric" -> 4;
            default -> 0;
        };
    }

    /** Schema and name when it is written with a schema; null otherwise. */
    @Nullable
    String schema() {
        int dot = name.indexOf('.');
        return dot < 0 ? null : name.substring(0, dot);
    }

    String bare() {
        return name.substring(name.indexOf('.') + 1);
    }
}

package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition that asks the catalogue of the database whether something is there, for example {@code NOT EXISTS (SELECT
 * 1 FROM pg_type WHERE typname = 'mood')}. Only equalities with constants are understood.
 */
final class CatalogQuestion {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("table_name", "table"),
            Map.entry("tablename", "table"),
            Map.entry("relname", "table"),
            Map.entry("viewname", "table"),
            Map.entry("matviewname", "table"),
            Map.entry("conrelid", "table"),
            Map.entry("attrelid", "table"),
            Map.entry("polrelid", "table"),
            Map.entry("tgrelid", "table"),
            Map.entry("event_object_table", "table"),
            Map.entry("column_name", "column"),
            Map.entry("attname", "column"),
            Map.entry("typname", "type"),
            Map.entry("conname", "constraint"),
            Map.entry("constraint_name", "constraint"),
            Map.entry("indexname", "index"),
            Map.entry("policyname", "policy"),
            Map.entry("polname", "policy"),
            Map.entry("tgname", "trigger"),
            Map.entry("trigger_name", "trigger"),
            Map.entry("enumlabel", "label"),
            Map.entry("proname", "function"),
            Map.entry("routine_name", "function"),
            Map.entry("table_schema", "schema"),
            Map.entry("schemaname", "schema"),
            Map.entry("nspname", "schema"),
            Map.entry("constraint_schema", "schema"),
            Map.entry("routine_schema", "schema"),
            Map.entry("relkind", ""),
            Map.entry("contype", ""),
            Map.entry("table_catalog", ""),
            Map.entry("oid", "relation"));

    private static final Set<String> TOO_MUCH = Set.of(
            "or",
            "like",
            "ilike",
            "in",
            "any",
            "all",
            "union",
            "group",
            "having",
            "count",
            "intersect",
            "except",
            "between",
            "similar",
            "current_database");

    private final Draft draft;
    private final SqlTokens words;

    private CatalogQuestion(Draft draft, String condition) {
        this.draft = draft;
        this.words = SqlTokens.of(condition);
    }

    /** The answer of the schema; null when the condition asks something else, or the schema does not know. */
    static @Nullable Boolean answer(Draft draft, String condition) {
        return new CatalogQuestion(draft, condition).answer();
    }

    private @Nullable Boolean answer() {
        int at = 0;
        int end = words.size();
        boolean wanted = true;
        while (at < end) {
            if (words.is(at, "not")) {
                wanted = !wanted;
                at++;
            } else if (words.is(at, '(') && close(at) == end - 1) {
                at++;
                end--;
            } else {
                break;
            }
        }
        Boolean there = (words.is(at, "exists") && words.is(at + 1, '(') && close(at + 1) == end - 1)
                ? exists(at + 2, end - 1)
                : registered(at, end);
        if (there == null) return null;
        return wanted == there;
    }

    private int close(int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            if (words.is(i, '(')) depth++;
            if (words.is(i, ')') && --depth == 0) return i;
        }
        return -1;
    }

    /** {@code to_regclass('…') IS [NOT] NULL}. */
    private @Nullable Boolean registered(int at, int end) {
        if (!words.names(at) || !words.is(at + 1, '(') || end - at < 6 || !words.is(end - 1, "null")) return null;
        boolean not = words.is(end - 2, "not");
        if (!words.is(not ? end - 3 : end - 2, "is")) return null;
        RelationName name = written(Expressions.content(words.text(at + 2)));
        boolean there;
        switch (words.name(at)) {
            case "to_regclass" -> there = draft.relation(name) != null;
            case "to_regtype" -> there = draft.type(name) != null;
            default -> {
                return null;
            }
        }
        return not == there;
    }

    private static RelationName written(String text) {
        SqlTokens words = SqlTokens.of(text);
        return words.size() > 0 && words.names(0)
                ? Expressions.name(words, 0, new int[1])
                : new RelationName(null, text);
    }

    /** SELECT … FROM catalogues WHERE equalities. */
    private @Nullable Boolean exists(int from, int to) {
        Map<String, String> asked = new HashMap<>();
        for (int i = from; i < to; i++) {
            if (words.names(i) && TOO_MUCH.contains(words.name(i))) return null;
            if (words.is(i, "not") && !words.is(i + 1, "attisdropped") && !words.is(i + 3, "attisdropped")) return null;
            if (words.kind(i) != SqlTokenKind.OPERATOR || words.isOperator(i, "::") || words.isOperator(i, "*"))
                continue;
            if (!words.isOperator(i, "=") || !words.names(i - 1)) return null;
            if (words.kind(i + 1) == SqlTokenKind.STRING) {
                String meaning = MEANINGS.get(words.name(i - 1));
                if (meaning == null) return null;
                String value = Expressions.content(words.text(i + 1));
                boolean cast = words.isOperator(i + 2, "::") && words.is(i + 3, "regclass");
                if (!meaning.isEmpty()) asked.put(meaning, cast || meaning.equals("relation") ? value : quoted(value));
            } else if (!words.names(i + 1)
                    || (words.is(i + 2, '(') && !words.name(i + 1).equals("current_schema"))) {
                return null;
            }
        }
        return found(asked);
    }

    private static String quoted(String name) {
        return Expressions.written(name);
    }

    private @Nullable Boolean found(Map<String, String> asked) {
        String schema = asked.get("schema");
        if (asked.containsKey("label")) {
            UserType type = asked.containsKey("type") ? draft.type(name(schema, asked, "type")) : null;
            return type == null ? null : type.labels().contains(written(asked, "label"));
        }
        if (asked.containsKey("relation")) asked.putIfAbsent("table", asked.get("relation"));
        Relation relation = asked.containsKey("table") ? draft.relation(name(schema, asked, "table")) : null;
        boolean part = asked.containsKey("column")
                || asked.containsKey("constraint")
                || asked.containsKey("policy")
                || asked.containsKey("trigger");
        if (part) {
            if (asked.containsKey("constraint") && !asked.containsKey("table")) return constraint(asked);
            if (!asked.containsKey("table")) return null;
            return relation instanceof Table table ? part(table, asked) : relation == null ? Boolean.FALSE : null;
        }
        if (asked.containsKey("index")) return draft.relation(name(schema, asked, "index")) != null;
        if (asked.containsKey("type")) return draft.type(name(schema, asked, "type")) != null;
        if (asked.containsKey("function")) return draft.routine(name(schema, asked, "function")) != null;
        return asked.containsKey("table") ? relation != null : null;
    }

    private static String written(Map<String, String> asked, String what) {
        return written(asked.getOrDefault(what, "")).name();
    }

    private static RelationName name(@Nullable String schema, Map<String, String> asked, String what) {
        RelationName name = written(asked.getOrDefault(what, ""));
        return schema == null || name.schema() != null
                ? name
                : new RelationName(written(schema).name(), name.name());
    }

    private @Nullable Boolean constraint(Map<String, String> asked) {
        String name = written(asked, "constraint");
        for (Table table : draft.tables()) if (table.constraint(name) != null) return true;
        for (Table table : draft.tables()) if (table.form().open()) return null;
        return false;
    }

    private static @Nullable Boolean part(Table table, Map<String, String> asked) {
        boolean there;
        if (asked.containsKey("column")) {
            there = table.column(written(asked, "column")) != null;
        } else if (asked.containsKey("constraint")) {
            there = table.constraint(written(asked, "constraint")) != null;
        } else if (asked.containsKey("policy")) {
            String name = written(asked, "policy");
            there = table.security().policies().stream()
                    .anyMatch(one -> one.name().equals(name));
        } else {
            String name = written(asked, "trigger");
            there = table.triggers().stream().anyMatch(one -> one.name().equals(name));
        }
        if (!there && table.form().open()) return null;
        return there;
    }
}

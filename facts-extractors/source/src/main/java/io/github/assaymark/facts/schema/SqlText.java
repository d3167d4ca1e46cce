package io.github.assaymark.facts.schema;

import io.github.assaymark.model.fact.QueryOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises plain statements: one select, insert, update or delete without a query within. */
public final class SqlText {
    private static final String NAME = "((?:[\"`]?[\\w$]+[\"`]?\\.)?[\"`]?[\\w$]+[\"`]?)";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final Pattern SELECT = Pattern.compile("select\\s.*?\\sfrom\\s+" + NAME + "(.*)", FLAGS);
    private static final Pattern INSERT =
            Pattern.compile("insert\\s+into\\s+" + NAME + "\\s*(?:\\(([^()]*)\\))?(.*)", FLAGS);
    private static final Pattern UPDATE = Pattern.compile("update\\s+(?:only\\s+)?" + NAME + "\\s+set\\s(.*)", FLAGS);
    private static final Pattern DELETE = Pattern.compile("delete\\s+from\\s+(?:only\\s+)?" + NAME + "(.*)", FLAGS);
    private static final Pattern JOIN =
            Pattern.compile("\\bjoin\\s+" + NAME + "(?:\\s+(?:as\\s+)?(?!on\\b|using\\b)(\\w+))?", FLAGS);
    private static final Pattern ALIAS = Pattern.compile(
            "\\s+(?:as\\s+)?(?!where\\b|join\\b|left\\b|right\\b|inner\\b|cross\\b|full\\b|on\\b|group\\b|order\\b|limit\\b|using\\b|for\\b|returning\\b|set\\b)(\\w+).*",
            FLAGS);
    private static final Pattern WHERE = Pattern.compile(
            "\\bwhere\\b(.*?)(?:\\bgroup\\s+by\\b|\\border\\s+by\\b|\\blimit\\b|\\breturning\\b|\\bfor\\s+update\\b|\\boffset\\b|$)",
            FLAGS);
    private static final Pattern LOOSE = Pattern.compile("\\bor\\b|\\bnot\\b|<>|!=", FLAGS);
    private static final Pattern COMPARED = Pattern.compile(
            "(?:(\\w+)\\.)?[\"`]?(\\w+)[\"`]?\\s*(?:=|<|>|\\bin\\b|\\blike\\b|\\bilike\\b|\\bis\\s+null\\b|\\bbetween\\b)",
            FLAGS);
    private static final Pattern ASSIGNED = Pattern.compile("(?:^|,)\\s*[\"`]?(\\w+)[\"`]?\\s*=", FLAGS);
    private static final Set<String> USUAL = Set.of("public", "dbo", "main");
    private static final int MAX_LENGTH = 20_000;

    private SqlText() {}

    /** What a statement does to a table. */
    public record Use(
            String table,
            QueryOperation operation,
            List<String> filters,
            List<String> written,
            boolean filtered,
            boolean known) {}

    /** What a text does; empty for a statement about no table, null when it is not understood. */
    public static @Nullable List<Use> of(String written) {
        String text = comments(written).strip().replaceAll(";\\s*$", "");
        if (text.length() > MAX_LENGTH || text.contains(";")) return null;
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s)(begin|commit|rollback|set|show|savepoint|listen|notify|lock|vacuum|analyze)\\b.*"))
            return List.of();
        if (lower.matches("(?s)select\\b.*") && !lower.matches("(?s).*\\bfrom\\b.*")) return List.of();
        boolean several = lower.matches("(?s).+\\(\\s*select\\b.*")
                || lower.matches("(?s).*\\b(union|intersect|except)\\b.*")
                || lower.startsWith("with ");
        if (several) return null;
        Matcher matcher = SELECT.matcher(text);
        if (matcher.matches()) return select(matcher.group(1), matcher.group(2));
        matcher = INSERT.matcher(text);
        if (matcher.matches()) return insert(matcher);
        matcher = UPDATE.matcher(text);
        if (matcher.matches()) return update(matcher.group(1), matcher.group(2));
        matcher = DELETE.matcher(text);
        if (!matcher.matches()) return null;
        return List.of(new Use(
                table(matcher.group(1)),
                QueryOperation.DELETE,
                filters(matcher.group(2), names("", alias(matcher.group(2)), table(matcher.group(1)))),
                List.of(),
                where(matcher.group(2)) != null,
                known(matcher.group(2))));
    }

    private static String comments(String text) {
        return text.replaceAll("--[^\\n]*", " ")
                .replaceAll("(?s)/\\*.{0,5000}?\\*/", " ")
                .replaceAll("'[^']*'", "''");
    }

    private static List<Use> select(String from, String rest) {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        Matcher join = JOIN.matcher(rest);
        Set<String> own = names(alias(rest), table(from));
        tables.put(table(from), own);
        while (join.find()) {
            String joined = table(join.group(1));
            String alias = join.group(2) == null ? joined : join.group(2);
            tables.computeIfAbsent(joined, t -> new LinkedHashSet<>()).addAll(names(alias, joined));
        }
        List<Use> uses = new ArrayList<>();
        if (tables.size() == 1) own.add("");
        else own.remove("");
        tables.forEach((table, names) -> uses.add(new Use(
                table, QueryOperation.SELECT, filters(rest, names), List.of(), where(rest) != null, known(rest))));
        return uses;
    }

    private static List<Use> insert(Matcher insert) {
        if (insert.group(2) == null)
            return List.of(new Use(table(insert.group(1)), QueryOperation.INSERT, List.of(), List.of(), false, false));
        List<String> written = new ArrayList<>();
        for (String column : insert.group(2).split(",", -1)) written.add(plain(column.strip()));
        boolean upsert = insert.group(3)
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*\\bon\\s+(conflict\\b.*\\bdo\\s+update|duplicate\\s+key)\\b.*");
        return List.of(new Use(
                table(insert.group(1)),
                upsert ? QueryOperation.UPSERT : QueryOperation.INSERT,
                List.of(),
                written,
                false,
                true));
    }

    private static List<Use> update(String table, String rest) {
        String condition = where(rest);
        String set = condition == null
                ? rest
                : rest.substring(0, rest.toLowerCase(Locale.ROOT).indexOf("where"));
        List<String> written = new ArrayList<>();
        Matcher assigned = ASSIGNED.matcher(set);
        while (assigned.find()) written.add(assigned.group(1));
        return List.of(new Use(
                table(table),
                QueryOperation.UPDATE,
                filters(rest, names("", table(table))),
                written,
                condition != null,
                known(rest)));
    }

    private static @Nullable String where(String rest) {
        Matcher where = WHERE.matcher(rest);
        return where.find() ? where.group(1) : null;
    }

    /** Whether the condition is a plain list of comparisons that must all hold. */
    private static boolean known(String rest) {
        String where = where(rest);
        return where == null || !LOOSE.matcher(where).find();
    }

    /** Columns that must hold, of the names a table goes by. */
    private static List<String> filters(String rest, Set<String> names) {
        String where = where(rest);
        if (where == null || LOOSE.matcher(where).find()) return List.of();
        List<String> filters = new ArrayList<>();
        Matcher compared = COMPARED.matcher(where);
        while (compared.find()) {
            String owner = compared.group(1) == null ? "" : compared.group(1);
            if (names.contains(owner)) filters.add(compared.group(2));
        }
        return filters;
    }

    private static Set<String> names(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    private static String alias(String rest) {
        Matcher alias = ALIAS.matcher(rest);
        return alias.matches() ? alias.group(1) : "";
    }

    private static String table(String written) {
        String[] parts = written.split("\\.", -1);
        String name = plain(parts[parts.length - 1]);
        return parts.length < 2 || USUAL.contains(plain(parts[0])) ? name : plain(parts[0]) + "." + name;
    }

    private static String plain(String name) {
        return name.replaceAll("[\"`]", "");
    }
}

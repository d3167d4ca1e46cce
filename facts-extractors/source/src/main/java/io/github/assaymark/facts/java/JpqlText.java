package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.QueryOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query in the language of Jakarta Persistence: one statement without a query within.
 *
 * @param sources what it is about, the first one first
 * @param compared paths that its condition compares; none where the condition may hold without them
 * @param assigned paths that it sets
 * @param filtered whether it has a condition at all
 * @param known whether that is a plain list of comparisons that must all hold
 */
record JpqlText(
        QueryOperation operation,
        List<Source> sources,
        Set<String> compared,
        Set<String> assigned,
        boolean filtered,
        boolean known) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final int MAX_LENGTH = 20_000;
    private static final Pattern SELECT = Pattern.compile("(?:select\\s.*?\\s)?from\\s(.*)", FLAGS);
    private static final Pattern UPDATE =
            Pattern.compile("update\\s+([\\w.]+)(?:\\s+(?:as\\s+)?(?!set\\b)(\\w+))?\\s+set\\s(.*)", FLAGS);
    private static final Pattern DELETE = Pattern.compile(
            "delete\\s+(?:from\\s+)?([\\w.]+)(?:\\s+(?:as\\s+)?(?!where\\b)(\\w+))?(?:\\s+(where\\s.*))?", FLAGS);
    private static final Pattern END =
            Pattern.compile("\\b(?:group\\s+by|order\\s+by|having|limit|offset|fetch\\s+first)\\b.*", FLAGS);
    private static final Pattern JOIN =
            Pattern.compile("\\s(?:(?:left|right|inner|outer|cross|full)\\s+){0,2}join\\s+(?:fetch\\s+)?", FLAGS);
    private static final Pattern NAMED =
            Pattern.compile("([\\w.]+)(?:\\s+(?:as\\s+)?(?!on\\b|with\\b)(\\w+))?(?:\\s+(?:on|with)\\s.*)?", FLAGS);
    private static final Pattern LOOSE = Pattern.compile("\\bor\\b|\\bnot\\b|<>|!=", FLAGS);
    private static final Pattern COMPARED = Pattern.compile(
            "(?<![\\w.])([A-Za-z_][\\w.]*+)\\s*(?:=|<|>|\\bin\\b|\\blike\\b|\\bilike\\b|\\bis\\s+null\\b|\\bbetween\\b)",
            FLAGS);
    private static final Pattern ASSIGNED = Pattern.compile("(?:^|,)\\s*([A-Za-z_][\\w.]*)\\s*=", FLAGS);

    /**
     * An entity, or a property of another one, and what it is called.
     *
     * @param alias empty when it has no name
     */
    record Source(String name, String alias) {}

    /**
     * Reads a text; {@code entity} stands where Spring would put the name of the entity. Null when it is not
     * understood.
     */
    static @Nullable JpqlText of(String written, String entity) {
        if (written.length() > MAX_LENGTH) return null;
        String text = written.replace("#{#entityName}", entity)
                .replaceAll("[:?]?#\\{[^{}]{0,500}}", ":p")
                .replaceAll("'[^']*'", "''")
                .replaceAll("\\s+", " ")
                .strip();
        String lower = text.toLowerCase(Locale.ROOT);
        boolean several = lower.contains(";")
                || lower.contains("#{")
                || lower.matches(".*\\(\\s*select\\b.*")
                || lower.matches(".*\\b(?:union|intersect|except)\\b.*")
                || lower.startsWith("with ");
        if (several) return null;
        Matcher matcher = UPDATE.matcher(text);
        if (matcher.matches()) return update(matcher);
        matcher = DELETE.matcher(text);
        if (matcher.matches()) return delete(matcher);
        matcher = SELECT.matcher(text);
        return matcher.matches() ? select(matcher.group(1)) : null;
    }

    private static JpqlText update(Matcher update) {
        String rest = update.group(3);
        int where = where(rest);
        Set<String> assigned = new LinkedHashSet<>();
        Matcher each = ASSIGNED.matcher(where < 0 ? rest : rest.substring(0, where));
        while (each.find()) assigned.add(each.group(1));
        return new JpqlText(
                QueryOperation.UPDATE,
                List.of(new Source(update.group(1), alias(update.group(2)))),
                compared(where < 0 ? "" : rest.substring(where)),
                assigned,
                where >= 0,
                where < 0 || known(rest.substring(where)));
    }

    private static JpqlText delete(Matcher delete) {
        String where = delete.group(3);
        return new JpqlText(
                QueryOperation.DELETE,
                List.of(new Source(delete.group(1), alias(delete.group(2)))),
                compared(where == null ? "" : where),
                Set.of(),
                where != null,
                where == null || known(where));
    }

    private static @Nullable JpqlText select(String rest) {
        int where = where(rest);
        String from = END.matcher(where < 0 ? rest : rest.substring(0, where)).replaceAll("");
        List<Source> sources = new ArrayList<>();
        for (String part : JOIN.matcher(" " + from).replaceAll(",").split(",", -1)) {
            Matcher named = NAMED.matcher(part.strip());
            if (!named.matches()) return null;
            sources.add(new Source(named.group(1), alias(named.group(2))));
        }
        String condition = where < 0 ? "" : END.matcher(rest.substring(where)).replaceAll("");
        return new JpqlText(
                QueryOperation.SELECT,
                List.copyOf(sources),
                compared(condition),
                Set.of(),
                where >= 0,
                known(condition));
    }

    private static boolean known(String condition) {
        return !LOOSE.matcher(condition).find();
    }

    private static int where(String text) {
        Matcher where = Pattern.compile("\\bwhere\\b", FLAGS).matcher(text);
        return where.find() ? where.start() : -1;
    }

    private static String alias(@Nullable String written) {
        return written == null ? "" : written;
    }

    private static Set<String> compared(String condition) {
        Set<String> compared = new LinkedHashSet<>();
        if (!known(condition)) return compared;
        Matcher each = COMPARED.matcher(condition);
        while (each.find()) compared.add(each.group(1));
        return compared;
    }
}

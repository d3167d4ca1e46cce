package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.SqlDialect;
import io.github.assaymark.model.fact.TimeoutScope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What flyway.conf, flyway.toml, or the settings of a Spring application say of Flyway. Immutable. */
final class FlywaySettings {
    private static final List<String> FILES = List.of(
            "flyway.conf",
            "conf/flyway.conf",
            "flyway.toml",
            "application.properties",
            "application.yml",
            "application.yaml",
            "src/main/resources/application.properties",
            "src/main/resources/application.yml",
            "src/main/resources/application.yaml");
    private static final Pattern URL = Pattern.compile("jdbc:(?:tc:|otel:)?(\\w+):");
    private static final Pattern SET = Pattern.compile(
            "(?i)\\bset\\s+(?:session\\s+)?(lock_timeout|statement_timeout|idle_in_transaction_session_timeout)\\s*(?:=|to)\\s*('[^']*'|\\w+)");

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private FlywaySettings() {}

    static FlywaySettings of(MigrationFiles files, String directory) {
        FlywaySettings settings = new FlywaySettings();
        for (String name : FILES) {
            MigrationText text = files.above(directory, name);
            if (text != null) settings.add(text);
        }
        return settings;
    }

    private void add(MigrationText text) {
        Map<String, String> lines = text.path().endsWith(".toml")
                ? toml(text.text())
                : text.path().endsWith("ml") ? yaml(text.text()) : lines(text.text());
        lines.forEach((key, value) -> {
            String own = key.startsWith("spring.flyway.")
                    ? key.substring("spring.flyway.".length())
                    : key.startsWith("flyway.") ? key.substring("flyway.".length()) : null;
            if (key.equals("spring.datasource.url")) own = "url";
            if (own == null) return;
            own = camel(own);
            if (values.putIfAbsent(own, value) == null) places.put(own, text.path());
        });
    }

    /** Spring allows init-sql for initSql; the names of places stay as they are. */
    private static String camel(String key) {
        if (key.startsWith("placeholders.") || key.indexOf('-') < 0) return key;
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '-') camel.append(i > 0 && key.charAt(i - 1) == '-' ? Character.toUpperCase(c) : c);
        }
        return camel.toString();
    }

    /** Lines {@code key=value} of a file of properties. */
    static Map<String, String> lines(String text) {
        Map<String, String> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : text.split("\n", -1)) {
            String trimmed = line.strip();
            if (trimmed.startsWith("#") || trimmed.startsWith("!")) continue;
            int equals = trimmed.indexOf('=');
            int colon = trimmed.indexOf(':');
            int at = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
            if (at > 0)
                lines.put(
                        trimmed.substring(0, at).strip(),
                        trimmed.substring(at + 1).strip());
        }
        return lines;
    }

    private static Map<String, String> toml(String text) {
        Map<String, String> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String table = "";
        for (String line : text.split("\n", -1)) {
            String trimmed = line.strip();
            if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
                table = trimmed.substring(1, trimmed.length() - 1).strip() + ".";
                continue;
            }
            int equals = trimmed.indexOf('=');
            if (equals <= 0 || trimmed.startsWith("#")) continue;
            String value = trimmed.substring(equals + 1).strip();
            if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\""))
                value = value.substring(1, value.length() - 1);
            lines.put(table + trimmed.substring(0, equals).strip(), value);
        }
        return lines;
    }

    private static Map<String, String> yaml(String text) {
        Map<String, String> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        LocatedTree tree = LocatedTree.yaml(text, Limits.DEFAULT);
        for (LocatedNode document : tree.documents()) {
            // A second document often holds for a profile only.
            flatten("", document, lines);
            break;
        }
        return lines;
    }

    private static void flatten(String prefix, LocatedNode node, Map<String, String> lines) {
        for (LocatedEntry entry : node.entries()) {
            LocatedNode value = entry.value();
            if (value.isMap()) flatten(prefix + entry.key() + ".", value, lines);
            else if (value.isScalar()) lines.put(prefix + entry.key(), value.text());
        }
    }

    boolean is(String key, String value) {
        return value.equalsIgnoreCase(values.get(key));
    }

    /** What the address of the database says; null when it says nothing. */
    @Nullable
    SqlDialect dialect() {
        String url = values.get("url");
        Matcher kind = url == null ? null : URL.matcher(url);
        return kind != null && kind.find() ? Dialects.named(kind.group(1)) : null;
    }

    Placeholders placeholders() {
        Map<String, String> placeholders = new TreeMap<>();
        values.forEach((key, value) -> {
            // What a variable of the environment gives is not known here.
            if (key.startsWith("placeholders.") && !value.contains("${"))
                placeholders.put(key.substring("placeholders.".length()), value);
        });
        String schema = values.get("defaultSchema");
        if (schema != null && !schema.contains("${")) placeholders.put("flyway:defaultSchema", schema);
        return new Placeholders(placeholders);
    }

    /** Time limits that every connection sets. */
    void initSql(Draft draft) {
        String sql = values.get("initSql");
        if (sql == null) return;
        Matcher set = SET.matcher(sql);
        while (set.find()) draft.timeouts.add(timeout(set.group(1), set.group(2), places.getOrDefault("initSql", "")));
        draft.timeouts.removeIf(t -> t.setting().isEmpty());
    }

    private static ToolTimeout timeout(String name, String value, String path) {
        Quantity limit = Timeouts.value(value);
        return limit == null
                ? ToolTimeout.NONE
                : new ToolTimeout(name.toLowerCase(Locale.ROOT), limit, TimeoutScope.TOOL, null, path, path, 0);
    }
}

package io.github.assaymark.facts.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The change sets of a file of formatted SQL (Liquibase documentation, SQL Changelog Example). */
final class LiquibaseFile {
    private static final Pattern FIRST = Pattern.compile("(?i)\\s*--\\s*liquibase\\s+formatted\\s+sql\\b[\\s\\S]*");
    private static final Pattern CHANGE =
            Pattern.compile("(?i)\\s*--\\s*changeset\\s+([^:\\r\\n]{1,200}):\"?([^\\s\"]{1,200})\"?(.*)");
    private static final Pattern ROLLBACK = Pattern.compile("(?i)\\s*--\\s*rollback\\b(.*)");
    private static final Pattern CONDITION = Pattern.compile("(?i)\\s*--\\s*preconditions?\\b.*\\bonFail:(\\w+).*");
    private static final Pattern PROPERTY = Pattern.compile("(?i)\\s*--\\s*property\\s+(.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w{1,60}):(\"[^\"]*\"|\\S+)");

    private final String text;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> properties = new TreeMap<>();

    /** A change set: where it stands, and its rollbacks. */
    record Change(
            String author,
            String id,
            int line,
            int start,
            int end,
            Map<String, String> attributes,
            List<Span> rollbacks,
            boolean conditional) {
        String attribute(String name) {
            return attributes.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** Whether it runs for PostgreSQL; every database counts when none is named. */
        boolean runs() {
            String databases = attribute("dbms");
            if (databases.isEmpty()) return true;
            boolean only = false;
            for (String each : databases.split(",", -1)) {
                String name = each.strip().toLowerCase(Locale.ROOT);
                if (name.equals("postgresql") || name.equals("all")) return true;
                if (name.equals("!postgresql") || name.equals("none")) return false;
                only |= !name.startsWith("!");
            }
            return !only;
        }
    }

    private LiquibaseFile(String text) {
        this.text = text;
    }

    static boolean marked(String text) {
        return FIRST.matcher(text.length() > 400 ? text.substring(0, 400) : text)
                .matches();
    }

    static LiquibaseFile of(String text) {
        LiquibaseFile file = new LiquibaseFile(text);
        file.read();
        return file;
    }

    List<Change> changes() {
        return changes;
    }

    /** Values of places that the file itself declares. */
    Placeholders properties() {
        return new Placeholders(properties);
    }

    private void read() {
        String author = null;
        String id = "";
        int begin = 0;
        int beginLine = 0;
        Map<String, String> attributes = Map.of();
        List<Span> rollbacks = new ArrayList<>();
        boolean conditional = false;
        int line = 0;
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int end = text.indexOf('\n', at);
            if (end < 0) end = text.length();
            next = end + 1;
            line++;
            int mark = at;
            while (mark < end && text.charAt(mark) <= ' ') mark++;
            if (!text.startsWith("--", mark)) continue;
            String written = text.substring(at, end);
            Matcher change = CHANGE.matcher(written);
            if (change.matches()) {
                if (author != null)
                    changes.add(new Change(author, id, beginLine, begin, at, attributes, rollbacks, conditional));
                author = change.group(1).strip();
                id = change.group(2);
                attributes = attributes(change.group(3));
                rollbacks = new ArrayList<>();
                conditional = false;
                begin = end;
                beginLine = line;
                continue;
            }
            Matcher rollback = ROLLBACK.matcher(written);
            if (rollback.matches()) rollbacks.add(new Span(at + rollback.start(1), end));
            Matcher condition = CONDITION.matcher(written);
            if (condition.matches()) conditional |= !condition.group(1).equalsIgnoreCase("HALT");
            Matcher property = PROPERTY.matcher(written);
            if (property.matches()) property(attributes(property.group(1)));
        }
        if (author != null)
            changes.add(new Change(author, id, beginLine, begin, text.length(), attributes, rollbacks, conditional));
    }

    private void property(Map<String, String> attributes) {
        String name = attributes.get("name");
        String value = attributes.get("value");
        String databases = attributes.getOrDefault("dbms", "postgresql");
        if (name != null && value != null && databases.contains("postgresql")) properties.putIfAbsent(name, value);
    }

    private static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new TreeMap<>();
        Matcher attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            String value = attribute.group(2);
            if (value.length() >= 2 && value.startsWith("\"")) value = value.substring(1, value.length() - 1);
            attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), value);
        }
        return attributes;
    }

    /** What a change set applies; null when there are not as many. */
    @Nullable
    Section change(int index) {
        if (index >= changes.size()) return null;
        Change change = changes.get(index);
        boolean transactional = !change.attribute("runInTransaction").equalsIgnoreCase("false");
        String part = Blank.outside(text, change.start(), change.end());
        if (change.conditional())
            return new Section(
                    Blank.all(text),
                    transactional,
                    List.of(),
                    List.of(new Section.Open(
                            new Span(change.start(), change.end()), "whether it runs depends on a precondition")));
        List<Span> batches = change.attribute("splitStatements").equalsIgnoreCase("false")
                ? List.of(new Span(change.start(), change.end()))
                : List.of();
        String delimiter = change.attribute("endDelimiter");
        return new Section(
                delimiter.isEmpty() || delimiter.equals(";") ? part : delimited(part, delimiter),
                transactional,
                batches,
                List.of());
    }

    /** Puts a semicolon in the place of another delimiter at the end of a line. */
    private static String delimited(String part, String delimiter) {
        char[] chars = part.toCharArray();
        for (int at = part.indexOf(delimiter); at >= 0; at = part.indexOf(delimiter, at + delimiter.length())) {
            int rest = at + delimiter.length();
            while (rest < part.length() && (part.charAt(rest) == ' ' || part.charAt(rest) == '\r')) rest++;
            if (rest < part.length() && part.charAt(rest) != '\n') continue;
            Blank.fill(chars, at, at + delimiter.length());
            chars[at] = ';';
        }
        return new String(chars);
    }

    /** What takes a change set back; null when it says nothing of it. */
    @Nullable
    Section rollback(int index) {
        if (index >= changes.size() || changes.get(index).rollbacks().isEmpty()) return null;
        Change change = changes.get(index);
        char[] chars = Blank.of(text);
        for (Span span : change.rollbacks()) {
            String said = text.substring(span.start(), span.end()).strip().toLowerCase(Locale.ROOT);
            if (said.equals("empty") || said.equals("not required")) continue;
            text.getChars(span.start(), span.end(), chars, span.start());
        }
        return Section.of(
                new String(chars), !change.attribute("runInTransaction").equalsIgnoreCase("false"));
    }
}

package io.github.assaymark.facts.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small reader of the master file format (RFC 1035 section 5, RFC 2308 {@code $TTL}): relative names, {@code @}, a
 * missing name for the one before, times to live and classes in either order, parentheses, quotes, comments. What leads
 * beyond the file ({@code $INCLUDE}) or makes records by rule ({@code $GENERATE}), classes other than {@code IN} and
 * records that are not understood are gaps. Cloudflare writes into comments whether it answers for a name itself
 * (Cloudflare documentation, export of records).
 */
final class ZoneFileReading {
    private static final int MAX_RECORDS = 100_000;
    private static final int MAX_TOLD = 20;
    private static final Set<String> CLASSES = Set.of("IN", "CH", "HS", "CS", "ANY");

    /** Types whose data ends with a name, and at which word of it. */
    private static final Set<String> NAMED = Set.of("CNAME", "NS", "PTR", "DNAME", "MX", "SRV");

    private final Exported file;
    private String origin;
    private @Nullable String last;
    private int untold;

    /** An entry: its words, whether a name stands at its beginning, its comments and its line. */
    private record Entry(List<String> words, boolean named, String comment, int line) {}

    private ZoneFileReading(Exported file) {
        this.file = file;
        String zone = file.entry().scope().get("zone");
        this.origin = zone == null ? "" : absolute(zone, "");
    }

    static void read(Exported file) {
        new ZoneFileReading(file).read();
    }

    private void read() {
        int records = 0;
        for (Entry entry : entries()) {
            if (records >= MAX_RECORDS) {
                file.gap("#L" + entry.line(), "more than " + MAX_RECORDS + " records: the rest was not read");
                break;
            }
            if (entry.named() && entry.words().get(0).startsWith("$")) directive(entry);
            else {
                records++;
                record(entry);
            }
        }
        if (records == 0) file.gap("", "there is no record in it");
        if (untold > MAX_TOLD) file.gap("", untold + " entries were not understood");
    }

    private void gap(Entry entry, String reason) {
        if (untold++ < MAX_TOLD) file.gap("#L" + entry.line(), reason);
    }

    private void directive(Entry entry) {
        String name = entry.words().get(0).toUpperCase(Locale.ROOT);
        if (name.equals("$TTL")) return;
        if (name.equals("$ORIGIN") && entry.words().size() == 2)
            origin = absolute(entry.words().get(1), origin);
        else gap(entry, "`" + Exported.shown(name) + "` is not followed: what it brings is not known");
    }

    private void record(Entry entry) {
        List<String> words = new ArrayList<>(entry.words());
        if (entry.named()) last = absolute(words.remove(0), origin);
        String name = last;
        String of = "IN";
        while (!words.isEmpty()) {
            String word = words.get(0).toUpperCase(Locale.ROOT);
            if (CLASSES.contains(word)) of = word;
            else if (!word.matches("\\d{1,10}([SMHDW]\\d{0,10}){0,5}")) break;
            words.remove(0);
        }
        String type = words.isEmpty() ? "" : words.remove(0).toUpperCase(Locale.ROOT);
        if (name == null || name.isEmpty() || name.endsWith(".?")) {
            gap(entry, "its name is below no zone that is known: the file has no $ORIGIN, and its scope names no zone");
            return;
        }
        if (!of.equals("IN")) {
            gap(entry, "it is of class " + of + ", not of the internet");
            return;
        }
        if (!type.matches("[A-Z][A-Z0-9-]{0,15}") || words.isEmpty()) {
            gap(entry, "it is no record with a type and data");
            return;
        }
        if (type.equals("SOA")) return;
        if (NAMED.contains(type)) {
            String target = absolute(words.get(words.size() - 1), origin);
            if (target.endsWith(".?")) {
                gap(entry, "it leads to a name below no zone that is known");
                return;
            }
            words.set(words.size() - 1, ProbeKinds.domain(target));
        }
        // Texts prove who owns a name and may be worth keeping: that there is one is enough.
        String data = type.equals("TXT") || type.equals("SPF") ? "(text)" : String.join(" ", words);
        ProbeKinds.declared(file, file.at("#L" + entry.line()), name, type, data, isProxied(entry.comment()), null);
    }

    private static boolean isProxied(String comment) {
        int tags = comment.indexOf("cf_tags=");
        return tags >= 0 && comment.indexOf("cf-proxied:true", tags) >= 0;
    }

    /** A name with its last dot; it ends with {@code .?} when it is below a zone that is not known. */
    private static String absolute(String name, String origin) {
        if (name.endsWith(".") && !name.endsWith("\\.")) return name;
        String below = origin.isEmpty() ? "?" : origin;
        if (name.equals("@")) return below.equals("?") ? ".?" : below;
        if (below.equals(".")) return name + ".";
        return name + "." + below;
    }

    /** The entries: lines, and those that parentheses join. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Words words = new Words(file.text());
        while (words.hasMore()) {
            Entry entry = words.entry();
            if (!entry.words().isEmpty()) entries.add(entry);
            if (entries.size() > MAX_RECORDS) break;
        }
        if (words.open) file.gap("", "a parenthesis or a quote does not close");
        return entries;
    }

    /** Takes a file apart into words. */
    private static final class Words {
        private final String text;
        private int at;
        private int line = 1;
        private boolean open;

        Words(String text) {
            this.text = text;
        }

        boolean hasMore() {
            return at < text.length();
        }

        Entry entry() {
            List<String> words = new ArrayList<>();
            StringBuilder comment = new StringBuilder();
            int began = line;
            boolean named = at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != ';';
            int depth = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\n') {
                    line++;
                    at++;
                    if (depth == 0) return new Entry(words, named, comment.toString(), began);
                } else if (c == ';') {
                    while (at < text.length() && text.charAt(at) != '\n') {
                        if (comment.length() < 1000) comment.append(text.charAt(at));
                        at++;
                    }
                } else if (c == '(' || c == ')') {
                    depth = Math.max(0, depth + (c == '(' ? 1 : -1));
                    at++;
                } else if (isSpace(c)) at++;
                else words.add(word());
            }
            open |= depth > 0;
            return new Entry(words, named, comment.toString(), began);
        }

        private String word() {
            StringBuilder word = new StringBuilder();
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                    word.append(c).append(text.charAt(at + 1));
                    at += 2;
                    continue;
                }
                if (c == '\n' || (!quoted && (isSpace(c) || c == ';' || c == '(' || c == ')'))) break;
                if (c == '"') quoted = !quoted;
                else word.append(c);
                at++;
            }
            open |= quoted;
            return word.toString();
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t' || c == '\r';
        }
    }
}

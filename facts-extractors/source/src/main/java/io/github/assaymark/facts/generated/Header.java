package io.github.assaymark.facts.generated;

import io.github.assaymark.facts.repository.work.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the first lines of a file say of how it was made: comments ahead of everything else, the front matter of a
 * document, the first keys of JSON.
 *
 * @param line of the first mark, from 1
 * @param inputs path and the SHA-256 that is recorded for it, empty when none is
 * @param content SHA-256 that the file records of itself
 */
record Header(
        int line,
        @Nullable String generator,
        Map<String, String> inputs,
        @Nullable String content) {
    private static final int MAX_LINES = 60;
    private static final int MAX_LINE = 1000;
    private static final int MAX_INPUTS = 200;
    private static final int MAX_GENERATOR = 200;

    private static final Set<String> COMMENTED = Set.of("md", "mdx", "html", "htm");
    private static final Pattern MARK = Pattern.compile(
            "(?i)@generated\\b|\\b(?:code |auto-?|automatically )?generated[ _-]?(?:by|from|with)\\b|\\bauto-?generated\\b|\\bdo not edit\\b");
    private static final Pattern GENERATOR = Pattern.compile(
            "(?i)\\b(?:generated[ _-]?(?:by|with)|generator)\\b[\"'`]?\\s*[:=]?\\s*[\"'`]?(.+?)[\"'`]?\\s*(?:\\bfrom\\b.*|[.;,](?:\\s.*)?|-->|\\*/.*)?$");
    private static final Pattern KEYED = Pattern.compile(
            "(?i)\\b(?:generated[ _-]?(?:by|with)\\b.*\\bfrom|generated[ _-]?from|@?sources?|@?inputs?)\\b[\"']?\\s*[:=]?\\s*(.*)$");
    private static final Pattern DIGESTED =
            Pattern.compile("([\\w@./+-]{1,400})[\"'`]?[\\s,:=#@(|\"'`]{1,8}sha-?256[\\s:=-]{1,3}([0-9a-fA-F]{64})");
    private static final Pattern CONTENT = Pattern.compile(
            "(?i)\\bcontent(?:[ _-]?(?:digest|hash))?\\b[\"']?\\s*[:=]?\\s*[\"']?sha-?256[\\s:=-]{1,3}([0-9a-f]{64})");
    private static final Pattern PATH =
            Pattern.compile("(?:\\.{1,2}/)*[\\w@+-][\\w@.+-]*(?:/[\\w@.+*-]+)+|[\\w@+-]+(?:\\.[\\w@+-]+)*\\.\\w{1,8}");

    /** What a text says; null when nothing in it says that a tool wrote it. */
    static @Nullable Header of(String path, String text) {
        List<String> lines = lines(path, text);
        int marked = 0;
        String generator = null;
        String content = null;
        Map<String, String> inputs = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (marked == 0 && MARK.matcher(line).find()) marked = i + 1;
            Matcher own = CONTENT.matcher(line);
            if (own.find()) {
                content = own.group(1).toLowerCase(Locale.ROOT);
                continue;
            }
            Matcher by = GENERATOR.matcher(line);
            if (generator == null && by.find() && !by.group(1).isBlank())
                generator = shortened(by.group(1).strip());
            inputs(path, line, inputs);
        }
        return marked == 0 ? null : new Header(marked, generator, inputs, content);
    }

    private static void inputs(String path, String line, Map<String, String> inputs) {
        Matcher digested = DIGESTED.matcher(line);
        while (digested.find() && inputs.size() < MAX_INPUTS)
            inputs.put(resolved(path, digested.group(1)), digested.group(2).toLowerCase(Locale.ROOT));
        Matcher keyed = KEYED.matcher(line);
        if (!keyed.find()) return;
        Matcher each = PATH.matcher(keyed.group(1));
        while (each.find() && inputs.size() < MAX_INPUTS) inputs.putIfAbsent(resolved(path, each.group()), "");
    }

    private static String resolved(String path, String written) {
        if (!written.startsWith(".")) return written;
        String resolved = Paths.resolve(Paths.directory(path), written);
        return resolved == null ? written : resolved;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_GENERATOR ? text : text.substring(0, MAX_GENERATOR - 1) + "…";
    }

    /** The first lines, those that hold anything else than notes on the file taken out. */
    private static List<String> lines(String path, String text) {
        String extension = Paths.extension(path);
        boolean json = extension.equals("json") || extension.equals("jsonc");
        boolean document = COMMENTED.contains(extension);
        List<String> all = text.lines().limit(MAX_LINES).toList();
        List<String> kept = new ArrayList<>();
        boolean front = document && !all.isEmpty() && all.get(0).strip().equals("---");
        boolean block = false;
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i).length() > MAX_LINE ? all.get(i).substring(0, MAX_LINE) : all.get(i);
            String bare = line.strip();
            boolean opens = bare.startsWith("/*") || bare.startsWith("<!--") || bare.startsWith("{/*");
            boolean note = json || front || block || opens || bare.isEmpty() || single(bare, document);
            if (!note) break;
            kept.add(words(line));
            if (front && i > 0 && bare.equals("---")) front = false;
            if (opens) block = true;
            if (block && (bare.endsWith("*/") || bare.endsWith("-->") || bare.endsWith("*/}"))) block = false;
        }
        return kept;
    }

    /** Keys such as {@code generatedFrom} read like the words they are made of. */
    private static String words(String line) {
        return line.replaceAll("(?<=generated)(?=By|From|With)", " ").replace("\"generator\"", "\"generated by\"");
    }

    private static boolean single(String bare, boolean document) {
        return bare.startsWith("//") || bare.startsWith("--") || (bare.startsWith("#") && !document);
    }
}

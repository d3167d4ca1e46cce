package io.github.assaymark.facts.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Comments by which people say that a rule of a lint tool does not hold. */
final class Suppressions {
    private static final List<String> MARKS = List.of(
            "squawk-ignore-file",
            "squawk-ignore",
            "pgt-ignore",
            "biome-ignore",
            "eugene: ignore",
            "pgfence-ignore",
            "pgsafe-ignore",
            "atlas:nolint",
            "safety-assured",
            "migration-lint: ignore",
            "noqa");

    private static final int LONGEST = 200;

    private final @Nullable String ofFile;

    private Suppressions(@Nullable String ofFile) {
        this.ofFile = ofFile;
    }

    /** Those of a whole file. */
    static Suppressions in(String text) {
        int at = text.indexOf("squawk-ignore-file");
        return new Suppressions(at < 0 ? null : said(line(text, at)));
    }

    /**
     * What is said of a statement.
     *
     * @param before the text between the statement before it and its first word
     * @param after the text behind it on its last line
     */
    @Nullable
    String of(String before, String after) {
        List<String> all = new ArrayList<>();
        for (String comment : comments(before)) add(all, comment);
        for (String comment : comments(after)) add(all, comment);
        if (!all.isEmpty()) return String.join("; ", all);
        return ofFile;
    }

    private static void add(List<String> all, String comment) {
        String said = said(comment);
        if (said != null) all.add(said);
    }

    private static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        if (!text.contains("--") && !text.contains("/*")) return comments;
        for (String line : text.split("\n", -1)) {
            int from = line.indexOf("--");
            int block = line.indexOf("/*");
            if (from < 0 || (block >= 0 && block < from)) from = block;
            if (from >= 0) comments.add(line.substring(from + 2).replace("*/", ""));
        }
        return comments;
    }

    /** What a comment says behind its mark; null when it has none. */
    private static @Nullable String said(String comment) {
        String lower = comment.toLowerCase(Locale.ROOT);
        for (String mark : MARKS) {
            int at = lower.indexOf(mark);
            if (at < 0) continue;
            String rest = comment.substring(at).strip();
            return rest.length() > LONGEST ? rest.substring(0, LONGEST) : rest;
        }
        return null;
    }

    private static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(at, end < 0 ? text.length() : end);
    }
}

package io.github.assaymark.facts.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a Dockerfile apart (Dockerfile reference; moby/buildkit, package parser): instructions on one or more lines,
 * here-documents, comments, the directive that changes the sign of escapes. Of most instructions nothing but their name
 * is looked at. Not changed once it is made.
 */
final class Dockerfile {
    private static final int MAX_STAGES = 500;
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z]+)\\s*=\\s*(\\S+)\\s*");
    private static final Pattern HERE = Pattern.compile("<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]{0,60})\\1");
    private static final Pattern KEY = Pattern.compile(
            "\\s*(\"[^\"]{1,200}\"|[^\\s=\"]{1,200})=(\"(?:[^\"\\\\]|\\\\.){0,4000}\"|'[^']{0,4000}'|\\S*)");

    /** A stage: what it begins with and what it sets. */
    static final class Stage {
        final int line;

        @Nullable
        String base;

        @Nullable
        String user;

        boolean healthCheck;
        final TreeSet<String> labels = new TreeSet<>();

        private Stage(int line) {
            this.line = line;
        }
    }

    /** Something that was not understood. */
    record Gap(int line, String reason) {}

    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, Stage> named = new HashMap<>();
    private @Nullable Stage last;
    private int stages;

    Dockerfile(String text) {
        read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (last == null && gaps.isEmpty()) gaps.add(new Gap(0, "there is no FROM in it"));
    }

    /** The last stage; null when there is none. */
    @Nullable
    Stage built() {
        return last;
    }

    List<Gap> gaps() {
        return gaps;
    }

    private void read(String text) {
        String[] lines = text.split("\n", -1);
        char escape = '\\';
        boolean directives = true;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (directives) {
                Matcher directive = DIRECTIVE.matcher(line);
                boolean one = directive.matches();
                if (one
                        && directive.group(1).equalsIgnoreCase("escape")
                        && directive.group(2).equals("`")) escape = '`';
                directives = one;
            }
            if (line.isEmpty() || line.startsWith("#")) continue;
            int began = i + 1;
            StringBuilder whole = new StringBuilder();
            while (ends(line, escape) && i + 1 < lines.length) {
                whole.append(line, 0, line.length() - 1).append(' ');
                line = lines[++i].strip();
                // Comments and empty lines inside of an instruction are no part of it.
                while ((line.startsWith("#") || line.isEmpty()) && i + 1 < lines.length) line = lines[++i].strip();
            }
            whole.append(line);
            String instruction = whole.toString();
            i = behindHereDocuments(instruction, lines, i);
            instruction(instruction, began);
        }
    }

    private static boolean ends(String line, char escape) {
        return !line.isEmpty() && line.charAt(line.length() - 1) == escape;
    }

    private int behindHereDocuments(String instruction, String[] lines, int from) {
        String name = word(instruction).toUpperCase(Locale.ROOT);
        if (!name.equals("RUN") && !name.equals("COPY") && !name.equals("ADD")) return from;
        int at = from;
        Matcher here = HERE.matcher(instruction);
        while (here.find()) {
            int began = at + 1;
            do at++;
            while (at < lines.length && !lines[at].strip().equals(here.group(2)));
            if (at >= lines.length) {
                gaps.add(new Gap(began, "a here-document does not end"));
                return lines.length;
            }
        }
        return at;
    }

    private static String word(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        return text.substring(0, end);
    }

    private void instruction(String text, int line) {
        String name = word(text).toUpperCase(Locale.ROOT);
        String rest = text.substring(word(text).length()).strip();
        if (name.equals("FROM")) {
            from(rest, line);
            return;
        }
        Stage stage = last;
        if (stage == null) {
            if (!name.equals("ARG")) gaps.add(new Gap(line, "it stands before the first FROM"));
            return;
        }
        switch (name) {
            case "USER" -> {
                stage.user = rest.contains("$") ? null : rest;
                if (stage.user == null) gaps.add(new Gap(line, "its user is known only when it is built"));
            }
            case "HEALTHCHECK" -> stage.healthCheck = !rest.equalsIgnoreCase("NONE");
            case "LABEL" -> labels(stage, rest, line);
            default -> {
                // Others say nothing that is asked for.
            }
        }
    }

    private void from(String rest, int line) {
        List<String> words = new ArrayList<>();
        for (String word : rest.split("\\s+", -1)) if (!word.isEmpty() && !word.startsWith("--")) words.add(word);
        boolean names = words.size() == 3 && words.get(1).equalsIgnoreCase("AS");
        Stage stage = new Stage(line);
        if (words.isEmpty() || (words.size() != 1 && !names)) gaps.add(new Gap(line, "its FROM is not understood"));
        else if (words.get(0).contains("$"))
            gaps.add(new Gap(line, "its image is known only when it is built: a build argument decides it"));
        else {
            Stage earlier = named.get(words.get(0).toLowerCase(Locale.ROOT));
            if (earlier == null) stage.base = words.get(0);
            else {
                stage.base = earlier.base;
                stage.user = earlier.user;
                stage.healthCheck = earlier.healthCheck;
                stage.labels.addAll(earlier.labels);
            }
        }
        if (++stages > MAX_STAGES) {
            if (stages == MAX_STAGES + 1) gaps.add(new Gap(line, "more than " + MAX_STAGES + " stages"));
            return;
        }
        if (names) named.put(words.get(2).toLowerCase(Locale.ROOT), stage);
        last = stage;
    }

    private void labels(Stage stage, String rest, int line) {
        Matcher key = KEY.matcher(rest);
        int at = 0;
        while (at < rest.length() && key.find(at) && key.start() == at) {
            String name = key.group(1).replace("\"", "");
            if (name.contains("$")) gaps.add(new Gap(line, "a label's key is known only when it is built"));
            else stage.labels.add(name);
            at = key.end();
        }
        // The older form has one key and its value without a sign between them.
        if (at == 0 && !rest.isEmpty() && !word(rest).contains("="))
            stage.labels.add(word(rest).replace("\"", ""));
        else if (!rest.substring(at).isBlank()) gaps.add(new Gap(line, "its labels are not understood"));
    }
}

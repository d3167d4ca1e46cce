package io.github.assaymark.facts.repository.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one {@code .gitignore}, below those of the directories above it.
 *
 * @param directory its rules speak of, relative to the root that all paths start from; empty for that root
 * @param above rules that are asked when these say nothing
 */
record IgnoreFile(
        String directory, List<Rule> rules, @Nullable IgnoreFile above) {

    /** One line of the file. */
    private record Rule(Glob glob, @Nullable String name, boolean directories, boolean negated) {

        boolean matches(String path, String last, boolean directory) {
            if (directories && !directory) return false;
            return name != null ? Glob.matchesName(name, last) : glob.matches(path);
        }
    }

    static IgnoreFile parse(String directory, String text, @Nullable IgnoreFile above) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            Rule rule = rule(line);
            if (rule != null) rules.add(rule);
        }
        return new IgnoreFile(directory, rules, above);
    }

    private static @Nullable Rule rule(String line) {
        String pattern = withoutTrailingSpaces(line);
        if (pattern.isEmpty() || pattern.startsWith("#")) return null;
        boolean negated = pattern.startsWith("!");
        if (negated) pattern = pattern.substring(1);
        boolean directories = pattern.endsWith("/");
        if (directories) pattern = pattern.substring(0, pattern.length() - 1);
        if (pattern.isEmpty()) return null;
        return new Rule(Glob.of(pattern), pattern.indexOf('/') < 0 ? pattern : null, directories, negated);
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) end--;
        return line.substring(0, end);
    }

    /** Whether a path, of which no directory above is ignored, is ignored; the last rule that matches decides. */
    boolean ignores(String path, boolean isDirectory) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        for (IgnoreFile file = this; file != null; file = file.above()) {
            String relative = file.directory().isEmpty()
                    ? path
                    : path.substring(file.directory().length() + 1);
            List<Rule> rules = file.rules();
            for (int i = rules.size() - 1; i >= 0; i--) {
                if (rules.get(i).matches(relative, last, isDirectory))
                    return !rules.get(i).negated();
            }
        }
        return false;
    }
}

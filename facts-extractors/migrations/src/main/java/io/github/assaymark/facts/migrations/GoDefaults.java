package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FileKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Defaults of settings that are declared in Go: fields of text with a tag {@code default:"…"}, by the names of the
 * fields. Tools that fill templates of migrations from their settings use them unless told otherwise.
 */
record GoDefaults(Map<String, String> values) {
    private static final Pattern FIELD =
            Pattern.compile("(?m)^\\s*(\\w{1,100})\\s+string\\s+`[^`\\n]{0,300}?\\bdefault:\"([^\"\\n]{1,200})\"");

    GoDefaults {
        values = Map.copyOf(values);
    }

    static GoDefaults in(String text) {
        Map<String, String> values = new TreeMap<>();
        if (text.contains("default:\"")) {
            Matcher field = FIELD.matcher(text);
            while (field.find()) values.putIfAbsent(field.group(1), field.group(2));
        }
        return new GoDefaults(values);
    }

    /** Those of all settings of an owner that agree about them. */
    static Placeholders of(MigrationFiles files) {
        Map<String, String> values = new TreeMap<>();
        Map<String, String> disputed = new TreeMap<>();
        for (SourceFile file : files.others("go")) {
            if (file.kind() != FileKind.PRODUCTION
                    || !Paths.directory(file.path()).contains("conf")) continue;
            files.goDefaults(file).values().forEach((name, value) -> {
                String before = values.putIfAbsent(name, value);
                if (before != null && !before.equals(value)) disputed.put(name, value);
            });
        }
        values.keySet().removeAll(disputed.keySet());
        return new Placeholders(values);
    }
}

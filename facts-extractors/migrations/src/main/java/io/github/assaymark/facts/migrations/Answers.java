package io.github.assaymark.facts.migrations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was asked of files, and what came of it, by path. Used by one thread.
 *
 * @param read texts
 * @param unread why there is no text
 * @param settings defaults that files of Go declare
 * @param lookups whether there was a file
 */
record Answers(
        Map<String, MigrationText> read,
        Map<String, String> unread,
        Map<String, GoDefaults> settings,
        Map<String, Boolean> lookups) {

    /** None yet. */
    static Answers none() {
        return new Answers(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** Files of which the content was asked for. */
    Set<String> paths() {
        Set<String> paths = new HashSet<>(read.keySet());
        paths.addAll(unread.keySet());
        paths.addAll(settings.keySet());
        return paths;
    }

    /** What follows from the content of a file, which is forgotten here. */
    Answers taken(String path) {
        Answers one = none();
        move(path, read, one.read);
        move(path, unread, one.unread);
        move(path, settings, one.settings);
        return one;
    }

    private static <T> void move(String path, Map<String, T> from, Map<String, T> to) {
        T value = from.remove(path);
        if (value != null) to.put(path, value);
    }
}

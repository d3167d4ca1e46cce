package io.github.assaymark.collect;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder while a run writes it.
 *
 * @param path of the folder
 * @param manifest of it
 * @param collection what tells the part of this run from others: collector and subject
 * @param command that runs, without credentials
 * @param redaction of what is written
 */
record WrittenFolder(
        Path path, Manifest manifest, String collection, String command, Redaction redaction, Clock clock) {
    /** The file of an entry: never outside of the folder, whatever a manifest says. */
    Path inside(String of) {
        Path file = path.resolve(of).normalize();
        if (!file.startsWith(path.normalize()))
            throw new CollectException("the manifest of " + path + " speaks of a file outside of it: " + of
                    + "\n  Maybe collect into" + " another directory");
        return file;
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        return error;
    }
}

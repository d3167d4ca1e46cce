package io.github.assaymark.collect;

import io.github.assaymark.facts.repository.work.Secrets;
import java.util.Comparator;
import java.util.List;

/** Takes the credentials of this run, and what looks like one, out of texts that are written or shown. */
final class Redaction {
    private static final int MIN = 6;
    private static final int MAX_MESSAGE = 300;

    private final List<String> secrets;

    /** Shorter values than six characters are no credentials, and would tear every text to pieces. */
    Redaction(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= MIN)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without the credentials of this run. */
    String own(String text) {
        String without = text;
        for (String secret : secrets) without = without.replace(secret, Secrets.REDACTED);
        return without;
    }

    /** A message on one line. */
    String message(String text) {
        return Secrets.shown(own(text), MAX_MESSAGE);
    }
}

package io.github.assaymark.facts.typescript;

/** The file is not read at all; the message says why, in words. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String reason) {
        super(reason, null, false, false);
    }
}

package io.github.assaymark.facts.typescript;

/** The text does not fit the grammar here; whoever can recover catches it. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure() {
        super(null, null, false, false);
    }
}

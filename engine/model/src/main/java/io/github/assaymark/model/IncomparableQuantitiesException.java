package io.github.assaymark.model;

/** Two quantities of different dimensions were compared; an item whose evaluation ends so has the outcome ERROR. */
public final class IncomparableQuantitiesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncomparableQuantitiesException(Quantity left, Quantity right) {
        super("cannot compare " + left + " (" + left.unit().dimension() + ") with " + right + " ("
                + right.unit().dimension() + ")\n  Maybe one of them was read in the wrong unit");
    }
}

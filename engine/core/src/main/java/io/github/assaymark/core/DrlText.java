package io.github.assaymark.core;

import io.github.assaymark.core.drl.DrlPrinter;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Item;

/** Items as the rules they are, in the language DRL. */
public final class DrlText {
    private DrlText() {}

    /**
     * An item as a DRL file: rules that match what its leaves look at and object to, with comments on how matches
     * become its verdict. The rules read facts, an {@code Environment} fact where they need the moment or parameters,
     * and base facts from the entry point {@code base}; the functions they call are in this library.
     *
     * @return the text; ends with a line break
     * @throws IllegalArgumentException when the item names a fact type this library does not know
     */
    public static String of(Item item) {
        return DrlPrinter.print(item, FactCatalogue.standard());
    }
}

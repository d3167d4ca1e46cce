package io.github.assaymark.testkit;

/**
 * A passing case without a part of its evidence.
 *
 * @param taken what kind of part was taken away
 * @param removed the part, in words
 * @param needed whether the explanation of the PASS leaves nothing else that could stand in for the part
 * @param fate what became of the PASS
 * @param outcome what the item says now, in words
 */
public record Mutant(ItemCase item, Part taken, String removed, boolean needed, Fate fate, String outcome) {
    /** What can be taken away. */
    public enum Part {
        /** One fact that the PASS cites. */
        FACT,
        /** The completeness of one search that the PASS cites. */
        SEARCH,
        /** All facts of the types that the PASS cites, and every search for them, one type after the other. */
        TYPES,
        /** All that the PASS cites, then all that the next PASS cites, and so on: one piece after the other. */
        EVERYTHING
    }

    /** What became of a PASS. */
    public enum Fate {
        /** It is gone. */
        GONE,
        /** It rests on other evidence that its explanation cites: what was taken is not needed. */
        ON_OTHER_EVIDENCE,
        /** It cites nothing, or what is not there any more: an error of the engine or the item. */
        UNFOUNDED,
        /** It stayed, though its explanation named nothing that could stand in: an error of the engine. */
        STAYED,
        /** It cites the absence of what supported it: an item that passes with and without a fact demands nothing. */
        ON_ABSENCE
    }

    /** Whether the PASS is gone, or rightly rests on evidence that stands in for what was taken. */
    public boolean isFounded() {
        return fate == Fate.GONE || fate == Fate.ON_OTHER_EVIDENCE;
    }
}

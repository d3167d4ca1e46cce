package io.github.assaymark.testkit;

/**
 * A passing case without one piece of its evidence.
 *
 * @param removed what was taken away, in words
 * @param fate what became of the PASS
 */
public record Mutant(ItemCase item, String removed, Fate fate) {
    /** What became of a PASS. */
    public enum Fate {
        /** It is gone. */
        GONE,
        /** It rests on other evidence, which its explanation cites. */
        ON_OTHER_EVIDENCE,
        /** It is there without evidence: an error of the engine or the item. */
        UNFOUNDED
    }
}

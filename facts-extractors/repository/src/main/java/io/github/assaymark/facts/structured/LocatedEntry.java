package io.github.assaymark.facts.structured;

/**
 * One entry of a map.
 *
 * @param key its text; for the rare YAML key that is a list or map, its source text
 * @param keyNode the key with its place and style
 * @param merged whether it came in through a YAML merge key; its places are those of the map it came from
 */
public record LocatedEntry(String key, LocatedNode keyNode, LocatedNode value, boolean merged) {
    /** The place of the key. */
    public Span keySpan() {
        return keyNode.span();
    }
}

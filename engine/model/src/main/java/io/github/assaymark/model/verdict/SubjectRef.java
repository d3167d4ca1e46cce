package io.github.assaymark.model.verdict;

import java.util.Comparator;

/**
 * What is judged.
 *
 * @param kind name of its fact type
 * @param key its fact's key; {@code *} when no subject of the kind was found, or nobody looked for one
 * @param owner its fact's owner
 */
public record SubjectRef(String kind, String key, String owner) implements Comparable<SubjectRef> {
    private static final Comparator<SubjectRef> ORDER = Comparator.comparing(SubjectRef::kind)
            .thenComparing(SubjectRef::owner)
            .thenComparing(SubjectRef::key);

    /** The key of the stand-in for subjects of a kind of which none was found. */
    public static final String NONE_FOUND = "*";

    @Override
    public int compareTo(SubjectRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return key.equals(".") ? "(repository root)" : key;
    }
}

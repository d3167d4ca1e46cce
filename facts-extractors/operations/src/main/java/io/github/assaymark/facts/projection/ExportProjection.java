package io.github.assaymark.facts.projection;

import io.github.assaymark.model.extract.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of the fields that are copied from answers of a kind into a folder of exported state. Immutable and safe for
 * use by many threads.
 */
public final class ExportProjection {
    private final String kind;
    private final int version;
    private final Shape.Inner format;
    private final Shape shape;
    private final List<String> fields;

    ExportProjection(String kind, int version, Shape.Inner format, String... fields) {
        this.kind = kind;
        this.version = version;
        this.format = format;
        this.shape = Shape.of(fields);
        this.fields = List.of(fields);
    }

    /** The list of a kind of export; null when there is none, so that nothing of that kind can be collected. */
    public static @Nullable ExportProjection of(String kind) {
        return Projections.of(kind);
    }

    /** The kind of export it is for. */
    public String kind() {
        return kind;
    }

    /** The kind and the version of the list: {@code github.check-runs@1}. Another list has another version. */
    public String id() {
        return kind + "@" + version;
    }

    /**
     * The fields that are copied, by their paths: {@code a.b} is a field of a field, {@code a[]} an element of a list.
     */
    public List<String> fields() {
        return fields;
    }

    /**
     * Copies one answer, or one page of it. Texts that are copied are searched for what looks like a credential.
     *
     * @throws UnreadableAnswerException when the answer is not in the format of its kind, or exceeds the limits
     */
    public Projected project(String answer, Limits limits) {
        return new Copying(limits).copy(answer, format, shape);
    }
}

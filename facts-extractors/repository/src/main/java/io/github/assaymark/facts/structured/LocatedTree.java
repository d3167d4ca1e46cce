package io.github.assaymark.facts.structured;

import io.github.assaymark.model.extract.Limits;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a YAML, JSON or JSONC text. Reading never fails because of the text: what was not understood is in
 * {@link #problems()}, and everything before it in {@link #documents()}. Immutable and safe for use by many threads.
 */
public final class LocatedTree {
    private final List<LocatedNode> documents;
    private final List<Problem> problems;
    private final List<DuplicateEntry> duplicates;
    private final int damagedFromLine;
    private final boolean templated;

    LocatedTree(
            List<LocatedNode> documents,
            List<Problem> problems,
            List<DuplicateEntry> duplicates,
            int damagedFromLine,
            boolean templated) {
        this.documents = List.copyOf(documents);
        this.problems = List.copyOf(problems);
        this.duplicates = List.copyOf(duplicates);
        this.damagedFromLine = damagedFromLine;
        this.templated = templated;
    }

    /** Reads YAML; {@code limits} bound its size and depth. */
    public static LocatedTree yaml(String text, Limits limits) {
        SourceText source = new SourceText(text);
        return source.length() > limits.maxBytes() ? tooLarge(limits) : new YamlReader(source, limits).read();
    }

    /** Reads JSON; {@code limits} bound its size and depth. */
    public static LocatedTree json(String text, Limits limits) {
        return json(text, limits, false);
    }

    /** Reads JSON with comments and commas before closing brackets; {@code limits} bound its size and depth. */
    public static LocatedTree jsonc(String text, Limits limits) {
        return json(text, limits, true);
    }

    /** Reads what the name of a file promises: JSON for {@code .json}, JSONC for {@code .jsonc}, YAML otherwise. */
    public static LocatedTree ofFile(String path, String text, Limits limits) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonc")) return jsonc(text, limits);
        return name.endsWith(".json") ? json(text, limits) : yaml(text, limits);
    }

    private static LocatedTree json(String text, Limits limits, boolean comments) {
        SourceText source = new SourceText(text);
        return source.length() > limits.maxBytes() ? tooLarge(limits) : new JsonReader(source, limits, comments).read();
    }

    private static LocatedTree tooLarge(Limits limits) {
        Problem problem = new Problem(Problem.Kind.LIMIT, 1, 1, "larger than " + limits.maxBytes() + " bytes");
        return new LocatedTree(List.of(), List.of(problem), List.of(), 1, false);
    }

    /** The root of each document, in order; empty when the text holds nothing but comments. */
    public List<LocatedNode> documents() {
        return documents;
    }

    /** The root of the first document; null when there is none. */
    public @Nullable LocatedNode root() {
        return documents.isEmpty() ? null : documents.get(0);
    }

    /** What was not understood or not followed, by place. */
    public List<Problem> problems() {
        return problems;
    }

    /** The problem that stopped the reading; null when the text was read to its end. */
    public @Nullable Problem fatal() {
        for (Problem problem : problems) {
            if (problem.kind() == Problem.Kind.SYNTAX || problem.kind() == Problem.Kind.LIMIT) return problem;
        }
        return null;
    }

    /** Keys that stand twice in a map, by place; at most 1,000. */
    public List<DuplicateEntry> duplicates() {
        return duplicates;
    }

    /** First line that was not understood; 0 when the text was read to its end. */
    public int damagedFromLine() {
        return damagedFromLine;
    }

    /**
     * Whether it holds a template expression outside of quotes, as Helm charts do: values are not what they will be.
     */
    public boolean templated() {
        return templated;
    }

    /** Whether everything was understood. */
    public boolean complete() {
        return problems.isEmpty();
    }
}

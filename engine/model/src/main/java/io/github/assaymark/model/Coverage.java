package io.github.assaymark.model;

import io.github.assaymark.model.catalogue.Describe;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How completely an extractor looked for facts of one type in one scope. An empty result under {@link Status#COMPLETE}
 * coverage is evidence of absence; under anything less it is no evidence at all.
 *
 * @param matched inputs that could hold such facts
 * @param read inputs that were read whole
 * @param failed inputs that could not be read, or not whole; {@code matched == read + failed}
 * @param about what it is limited to, each {@code property=value,value} or {@code property!=value,value} with a
 *     property of the fact type: it says nothing about other facts. Empty when it speaks of every fact of the type
 * @param looked what was looked at, in words for a reader, for example {@code *.md, *.mdx}
 * @param gaps what was not read, sorted by path and line; at most {@link #MAX_GAPS}, {@code failed} holds the full
 *     count
 */
@Describe("How completely an extractor looked for facts of one type in one scope")
public record Coverage(
        @Describe("extractor, fact type and scope") String key,

        @Describe("directory of the service it speaks of; empty for what lies outside of every service")
        String owner,

        Provenance provenance,
        @Describe("id of the extractor") String extractor,
        @Describe("name of the fact type") String factType,
        @Describe("how the search ended") Status status,
        @Describe("inputs that could hold such facts") int matched,
        @Describe("inputs that were read whole") int read,

        @Describe("inputs that could not be read, or not whole")
        int failed,

        @Describe("what was looked at, in words") String looked,

        @Describe(
                "values of properties that it is limited to, as `property=value,value` or `property!=value,value`; empty when it speaks of every fact of the type")
        List<String> about,

        List<Gap> gaps)
        implements Fact {

    /** More gaps than this are counted but not listed. */
    public static final int MAX_GAPS = 50;

    /** How a search ended, best first. */
    public enum Status {
        /** Everything that could hold such facts was read. */
        COMPLETE,
        /** Some inputs were not read, or not whole. */
        PARTIAL,
        /** Access was denied. */
        DENIED,
        /** The extractor failed. */
        FAILED,
        /** Nobody looked. */
        NOT_ATTEMPTED
    }

    /**
     * One input, or part of one, that was not read.
     *
     * @param line first line not understood, from 1; 0 when the whole file was not read
     * @param reason in words for a reader
     */
    public record Gap(String path, int line, String reason) implements Comparable<Gap> {
        private static final Comparator<Gap> ORDER =
                Comparator.comparing(Gap::path).thenComparing(Gap::line).thenComparing(Gap::reason);

        @Override
        public int compareTo(Gap other) {
            return ORDER.compare(this, other);
        }
    }

    /** Sorts and caps the gaps. */
    public Coverage {
        about = about.stream().sorted().distinct().toList();
        gaps = gaps.stream().sorted().distinct().limit(MAX_GAPS).toList();
    }

    /** Coverage whose status follows from the counts: complete when nothing failed. */
    public static Coverage of(
            String extractor, String factType, String owner, int matched, int failed, String looked, List<Gap> gaps) {
        Status status = failed == 0 && gaps.isEmpty() ? Status.COMPLETE : Status.PARTIAL;
        return new Coverage(
                key(extractor, factType, owner),
                owner,
                new Provenance.Derived(extractor, List.of()),
                extractor,
                factType,
                status,
                matched,
                matched - failed,
                failed,
                looked,
                List.of(),
                gaps);
    }

    /** The same, limited to facts with certain values; see {@link #about}. */
    public Coverage limitedTo(List<String> about) {
        String limits = about.stream().sorted().distinct().collect(Collectors.joining(";"));
        return new Coverage(
                key(extractor, factType, owner) + (limits.isEmpty() ? "" : "/" + limits),
                owner,
                provenance,
                extractor,
                factType,
                status,
                matched,
                read,
                failed,
                looked,
                about,
                gaps);
    }

    /** The same, seen in an exported file. */
    public Coverage from(Provenance.Export export) {
        return new Coverage(
                key, owner, export, extractor, factType, status, matched, read, failed, looked, about, gaps);
    }

    /** The same, ended otherwise. */
    public Coverage ended(Status status) {
        return new Coverage(
                key, owner, provenance, extractor, factType, status, matched, read, failed, looked, about, gaps);
    }

    /** The same with more inputs that were not read. */
    public Coverage lacking(List<Gap> more) {
        return new Coverage(
                key,
                owner,
                provenance,
                extractor,
                factType,
                Status.PARTIAL,
                matched + more.size(),
                read,
                failed + more.size(),
                looked,
                about,
                Stream.concat(gaps.stream(), more.stream()).toList());
    }

    /** Coverage of a search that did not take place or did not end; {@code reason} is for a reader. */
    public static Coverage missing(
            String extractor, String factType, String owner, Status status, @Nullable String reason) {
        return new Coverage(
                key(extractor, factType, owner),
                owner,
                new Provenance.Derived(extractor, List.of()),
                extractor,
                factType,
                status,
                0,
                0,
                0,
                "",
                List.of(),
                reason == null ? List.of() : List.of(new Gap("", 0, reason)));
    }

    private static String key(String extractor, String factType, String owner) {
        return extractor + "/" + factType + "/" + owner;
    }
}

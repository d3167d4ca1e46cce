package io.github.assaymark.model.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * An ordered list of items for one audience.
 *
 * @param id {@code pack/name}
 * @param judges fact type of the subjects, where a section or item names no other
 */
public record Checklist(
        String id,
        String title,
        String judges,
        WaiverPolicy waivers,
        List<ParamDecl> params,
        List<Section> sections,
        SourcePlace place) {

    /** What a waiver does to an item of the checklist. */
    public enum WaiverPolicy {
        /** A valid waiver opens the gate. */
        ALLOWED,
        /** A valid waiver opens the gate, and every report lists it. */
        SHOWN,
        /** A waiver has no effect, and the attempt is shown. */
        FORBIDDEN
    }

    /** Copies the lists. */
    public Checklist {
        params = List.copyOf(params);
        sections = List.copyOf(sections);
    }

    /** All items in order. */
    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }
}

package io.github.assaymark.facts.migrations;

import java.util.List;

/** Knows the sets of one tool, or of several alike. Keeps no state. */
@FunctionalInterface
interface SetRecogniser {
    /** The sets it finds among files that no other set holds; it claims their files. */
    List<Draft> find(MigrationFiles files);
}

package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.RelationKind;

/** Whatever has a name among the tables of a schema. The number stays when the name changes. */
sealed interface Relation permits Table, Index, View, Sequence {
    String PUBLIC = "public";

    int id();

    String schema();

    String name();

    Origin origin();

    RelationKind kind();

    Relation named(String schema, String name);

    /** As facts name it: the default schema is left out. */
    default String key() {
        return schema().equals(PUBLIC) ? name() : schema() + "." + name();
    }
}

package io.github.assaymark.model.fact;

/** How a payload is described. */
public enum SchemaKind {
    /** A zod schema. */
    ZOD,
    /** A JSON Schema. */
    JSON_SCHEMA,
    /** A type that is gone when the code runs. */
    TYPE,
    /** A schema that accepts anything. */
    ANYTHING,
    /** Not at all. */
    NONE,
    /** By something that is only known when the code runs. */
    OPEN
}

package io.github.assaymark.model.fact;

/** The library or language of a query or schema. */
public enum QueryApi {
    /** Drizzle. */
    DRIZZLE,
    /** Prisma. */
    PRISMA,
    /** TypeORM. */
    TYPEORM,
    /** SQL text. */
    SQL,
    /** Jakarta Persistence. */
    JPA
}

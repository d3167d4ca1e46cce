package io.github.assaymark.model.fact;

/** A tool that applies migrations. */
public enum MigrationTool {
    /** drizzle-kit. */
    DRIZZLE,
    /** Prisma Migrate. */
    PRISMA,
    /** Flyway. */
    FLYWAY,
    /** Liquibase. */
    LIQUIBASE,
    /** golang-migrate. */
    GOLANG_MIGRATE,
    /** goose. */
    GOOSE,
    /** dbmate. */
    DBMATE,
    /** Knex. */
    KNEX,
    /** TypeORM. */
    TYPEORM,
    /** fizz and pop. */
    POP,
    /** The Supabase command line. */
    SUPABASE,
    /** Files of SQL in an order, by no known tool. */
    PLAIN
}

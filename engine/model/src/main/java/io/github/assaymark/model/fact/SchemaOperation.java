package io.github.assaymark.model.fact;

/** What a statement does to a schema. */
public enum SchemaOperation {
    /** A table comes. */
    CREATE_TABLE,
    /** A table goes. */
    DROP_TABLE,
    /** A table gets another name. */
    RENAME_TABLE,
    /** A table moves to another schema. */
    MOVE_TABLE,
    /** A column comes. */
    ADD_COLUMN,
    /** A column goes. */
    DROP_COLUMN,
    /** A column gets another name. */
    RENAME_COLUMN,
    /** A column gets another type. */
    CHANGE_TYPE,
    /** A column may no longer be null. */
    SET_NOT_NULL,
    /** A column may be null from now on. */
    DROP_NOT_NULL,
    /** A column gets a default. */
    SET_DEFAULT,
    /** A column loses its default. */
    DROP_DEFAULT,
    /** A constraint comes. */
    ADD_CONSTRAINT,
    /** A constraint goes. */
    DROP_CONSTRAINT,
    /** A constraint is checked for the rows that are there. */
    VALIDATE_CONSTRAINT,
    /** An index comes. */
    CREATE_INDEX,
    /** An index goes. */
    DROP_INDEX,
    /** An index gets another name. */
    RENAME_INDEX,
    /** A type comes. */
    CREATE_TYPE,
    /** A type goes. */
    DROP_TYPE,
    /** An enum gets a value. */
    ADD_ENUM_VALUE,
    /** A value of an enum gets another name. */
    RENAME_ENUM_VALUE,
    /** A domain changes. */
    CHANGE_DOMAIN,
    /** A view comes or is replaced. */
    CREATE_VIEW,
    /** A view goes. */
    DROP_VIEW,
    /** A function or procedure comes or is replaced. */
    CREATE_FUNCTION,
    /** A function or procedure goes. */
    DROP_FUNCTION,
    /** A trigger comes. */
    CREATE_TRIGGER,
    /** A trigger goes. */
    DROP_TRIGGER,
    /** A trigger is switched on or off. */
    CHANGE_TRIGGER,
    /** A policy of row security comes. */
    CREATE_POLICY,
    /** A policy of row security goes. */
    DROP_POLICY,
    /** A policy of row security changes. */
    CHANGE_POLICY,
    /** Row security is switched on, off or forced. */
    CHANGE_ROW_SECURITY,
    /** A privilege is given. */
    GRANT,
    /** A privilege is taken. */
    REVOKE,
    /** Something gets another owner. */
    CHANGE_OWNER,
    /** A table becomes a partition. */
    ATTACH_PARTITION,
    /** A partition becomes a table of its own. */
    DETACH_PARTITION,
    /** Storage parameters, persistence or clustering change. */
    CHANGE_STORAGE,
    /** A schema comes. */
    CREATE_SCHEMA,
    /** A schema goes. */
    DROP_SCHEMA,
    /** A sequence comes. */
    CREATE_SEQUENCE,
    /** A sequence goes. */
    DROP_SEQUENCE,
    /** An extension comes. */
    CREATE_EXTENSION,
    /** An extension goes. */
    DROP_EXTENSION,
    /** Rows are inserted, updated, deleted or copied. */
    CHANGE_ROWS,
    /** All rows of a table go. */
    TRUNCATE,
    /** Anything else that changes the schema. */
    OTHER
}

package io.github.assaymark.facts.sql;

/** Kinds of words of a SQL text (PostgreSQL manual, 4.1 Lexical Structure). */
public enum SqlTokenKind {
    /** A keyword or an identifier without quotes. */
    WORD,
    /** An identifier in double quotes. */
    QUOTED,
    /** A constant in single quotes, whatever letter stands before it. */
    STRING,
    /** A constant between dollar signs. */
    DOLLAR,
    /** A number. */
    NUMBER,
    /** A numbered parameter such as {@code $1}, or a named one of a client such as {@code :name}. */
    PARAMETER,
    /** Characters that stand for an operation. */
    OPERATOR,
    /** One of {@code ( ) [ ] , ; . :}. */
    PUNCTUATION,
    /** A line for the client psql, not for the server. */
    META
}

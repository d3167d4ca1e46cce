package io.github.assaymark.facts.replay;

/**
 * A role.
 *
 * @param origin assumed when it is only spoken of
 */
record Role(String name, Origin origin, boolean superuser, boolean bypassesRowSecurity, boolean login) {}

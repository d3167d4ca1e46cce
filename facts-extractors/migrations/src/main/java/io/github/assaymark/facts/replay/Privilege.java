package io.github.assaymark.facts.replay;

/**
 * A privilege on a table as it was granted.
 *
 * @param privilege in lower case
 * @param columns it is limited to, in parentheses; empty for the whole table
 * @param byDefault whether default privileges gave it
 */
record Privilege(String role, String privilege, String columns, boolean grantable, boolean byDefault, Site site) {
    /**
     * What tables get that a role creates later.
     *
     * @param creator empty for the role that runs the migrations
     * @param schema empty for all
     */
    record Default(String creator, String schema, Privilege privilege) {}
}

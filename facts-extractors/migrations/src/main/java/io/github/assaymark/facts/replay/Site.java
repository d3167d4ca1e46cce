package io.github.assaymark.facts.replay;

/**
 * A statement by its number, so that what is written above it in its file does not matter to what it made.
 *
 * @param order of the migration, from 1
 * @param down whether it stands in the way back
 * @param statement from 0; -1 for the file as a whole
 */
record Site(int order, boolean down, int statement) {}

package io.github.assaymark.report;

/**
 * How a report looks on a terminal.
 *
 * @param colour whether words are also coloured
 * @param width columns prose is wrapped to; 0 for no limit
 * @param verbose whether PASS and NOT_APPLICABLE are listed and nothing is grouped
 * @param all whether every explanation is shown in full
 */
public record TerminalOptions(boolean colour, int width, boolean verbose, boolean all) {
    /** Without colour or wrapping, short. */
    public static final TerminalOptions PLAIN = new TerminalOptions(false, 0, false, false);
}

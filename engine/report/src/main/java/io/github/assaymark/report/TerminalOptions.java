package io.github.assaymark.report;

/**
 * How a report looks on a terminal.
 *
 * @param colour whether words are also coloured
 * @param width columns prose is wrapped to; 0 for no limit
 * @param verbose whether PASS and NOT_APPLICABLE are listed and nothing is grouped
 * @param all whether every explanation is shown in full
 * @param arguments what follows every command that is suggested, so that it speaks of the same run: empty, or words
 *     each after a space, safe to print and to paste into a shell
 */
public record TerminalOptions(boolean colour, int width, boolean verbose, boolean all, String arguments) {
    /** Without colour or wrapping, short. */
    public static final TerminalOptions PLAIN = new TerminalOptions(false, 0, false, false, "");
}

package io.github.assaymark.cli;

import java.util.Locale;

/** When to use colour. */
enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * The wish on the command line first, then {@code NO_COLOR}, then {@code CLICOLOR_FORCE} and {@code FORCE_COLOR},
     * then whether a person reads it. Empty variables say nothing, and {@code CLICOLOR_FORCE=0} forces nothing.
     *
     * @param toFile whether the result goes to a file instead of the standard output
     */
    boolean on(Console console, boolean toFile) {
        if (this != AUTO) return this == ALWAYS;
        if (console.variable("NO_COLOR") != null) return false;
        if (toFile) return false;
        String clicolor = console.variable("CLICOLOR_FORCE");
        if (clicolor != null && !clicolor.equals("0")) return true;
        if (console.variable("FORCE_COLOR") != null) return true;
        return console.outIsTerminal() && !"dumb".equals(console.variable("TERM"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.assaymark.cli;

import io.github.assaymark.model.verdict.ExplanationLine;

/** Words of a command line that a user may paste into a shell. */
final class Shell {
    private Shell() {}

    /** The word, in single quotes where it is not plain. */
    static String quoted(String word) {
        String printable = ExplanationLine.printable(word);
        if (printable.matches("[A-Za-z0-9_./:=@%+-]+")) return printable;
        return "'" + printable.replace("'", "'\\''") + "'";
    }
}

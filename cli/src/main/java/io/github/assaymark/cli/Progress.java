package io.github.assaymark.cli;

import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.verdict.ExplanationLine;

/** One line on the error stream that says how far the work is; nothing unless a person reads it. */
final class Progress implements ScanRequest.Progress, AutoCloseable {
    private static final long INTERVAL = 80_000_000;
    private static final long PATIENCE = 400_000_000;

    private final Console console;
    private final long began = System.nanoTime();
    private long last = began + PATIENCE - INTERVAL;
    private int shown;

    Progress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void at(String stage, int done, int total) {
        if (!console.errIsTerminal()) return;
        long now = System.nanoTime();
        if (now - last < INTERVAL) return;
        last = now;
        String text = ExplanationLine.printable(stage) + " " + done + "/" + total;
        print(text);
    }

    private void print(String text) {
        int length = Math.min(text.length(), 70);
        console.err().print("\r" + text.substring(0, length) + " ".repeat(Math.max(0, shown - length)) + "\r");
        console.err().flush();
        shown = length;
    }

    /** Wipes the line. */
    @Override
    public synchronized void close() {
        if (shown > 0) print("");
    }
}

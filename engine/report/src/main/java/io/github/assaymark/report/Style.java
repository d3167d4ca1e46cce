package io.github.assaymark.report;

import io.github.assaymark.model.verdict.Outcome;

/** Colours; they only repeat what words say. */
enum Style {
    RED("31;1"),
    GREEN("32"),
    YELLOW("33;1"),
    BLUE("34"),
    MAGENTA("35;1"),
    CYAN("36;1"),
    BOLD("1"),
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    static Style of(Outcome.Kind kind) {
        return switch (kind) {
            case PASS -> GREEN;
            case FAIL -> RED;
            case ERROR -> MAGENTA;
            case UNKNOWN -> YELLOW;
            case PENDING -> CYAN;
            case NOT_APPLICABLE -> FAINT;
        };
    }

    String paint(String text, boolean colour) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

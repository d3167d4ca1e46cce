package io.github.assaymark.facts.java;

import java.util.regex.Pattern;

/** Keeps credentials out of facts. */
final class SecretText {
    private static final int MAX = 200;
    private static final Pattern KNOWN = Pattern.compile(
            "(?:sk|pk|rk)_(?:live|test)_\\w+|AKIA[0-9A-Z]{16}|gh[pousr]_\\w{20,}|xox[abprs]-[\\w-]+|eyJ[\\w-]{10,}\\.[\\w-]+"
                    + "|-----BEGIN [A-Z ]*PRIVATE KEY");
    private static final Pattern IN_URL = Pattern.compile("(://[^/\\s:@]{0,200}:)[^/\\s@]{1,200}@");
    private static final Pattern RANDOM = Pattern.compile(
            "(?=[A-Za-z0-9+/_=-]{0,200}\\d)(?=[A-Za-z0-9+/_=-]{0,200}[A-Z])(?=[A-Za-z0-9+/_=-]{0,200}[a-z])"
                    + "[A-Za-z0-9+/_=-]{32,}");

    private SecretText() {}

    static String shown(String text) {
        String cut = text.length() > MAX ? text.substring(0, MAX) : text;
        String clean = IN_URL.matcher(cut).replaceAll("$1…@");
        clean = KNOWN.matcher(clean).replaceAll("…");
        return RANDOM.matcher(clean).matches() ? "…" : clean;
    }
}

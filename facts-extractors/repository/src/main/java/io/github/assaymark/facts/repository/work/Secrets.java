package io.github.assaymark.facts.repository.work;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what looks like a credential out of texts that are shown. */
public final class Secrets {
    /** What stands in its place. */
    public static final String REDACTED = "[redacted]";

    /** Longer texts are cut before they are searched. */
    private static final int MAX_SEARCHED = 4000;

    private static final Pattern KEY_BLOCK =
            Pattern.compile("-----BEGIN [A-Z ]{0,40}-----[\\s\\S]*?(?:-----END [A-Z ]{0,40}-----|\\z)");

    private static final Pattern IN_URL =
            Pattern.compile("(?<=://)[^\\s/@:'\"`{}$]{0,200}:[^\\s/@'\"`{}$]{1,200}(?=@)");

    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|credential|authorization)\\w{0,20}"
                    + "['\"]?\\]?\\s{0,5}(?::|=|,)\\s{0,5}(['\"`]))((?:(?!\\2)[^\\n\\\\]|\\\\.){4,2000}?)(\\2)");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic)\\s{1,3}[A-Za-z0-9._~+/=-]{8,}");

    private static final Pattern KNOWN = Pattern.compile("\\b(?:"
            + "(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{8,}"
            + "|sk-[A-Za-z0-9_-]{16,}"
            + "|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{12,}"
            + "|xox[abeoprs]-[A-Za-z0-9-]{8,}"
            + "|(?:AKIA|ASIA)[A-Z0-9]{12,}"
            + "|AIza[A-Za-z0-9_-]{20,}|ya29\\.[A-Za-z0-9_-]{10,}"
            + "|npm_[A-Za-z0-9]{20,}|whsec_[A-Za-z0-9+/=]{8,}|re_[A-Za-z0-9_]{16,}"
            + "|SG\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"
            + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?"
            + ")");

    /** Runs without a word boundary that are long enough to be keys. */
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+_=-]{24,}");

    private static final Pattern NAME = Pattern.compile(
            "(?i)[\\w.$]{0,100}(?:password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|credential)\\w{0,20}");

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,}|[0-9A-F]{32,}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Secrets() {}

    /** Whether an expression is a name, and one that is given to secrets. */
    public static boolean names(String expression) {
        return expression.length() <= 120
                && SecretMarks.speaks(expression)
                && NAME.matcher(expression).matches();
    }

    /** A text on one line, redacted and cut. */
    public static String shown(String text, int max) {
        String cut = text.length() > MAX_SEARCHED ? text.substring(0, MAX_SEARCHED) : text;
        String line = line(redacted(cut).strip());
        if (line.length() <= max) return line;
        int end = max - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) end--;
        return line.substring(0, end) + "…";
    }

    /** The same with one space for every run of white space. */
    private static String line(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            boolean again = space && i > 0 && isSpace(text.charAt(i - 1));
            if (line == null && (again || (space && c != ' ')))
                line = new StringBuilder(text.length()).append(text, 0, i);
            if (line != null && !again) line.append(space ? ' ' : c);
        }
        return line == null ? text : line.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** The text without what looks like a credential. */
    public static String redacted(String text) {
        SecretMarks marks = SecretMarks.of(text);
        return marks.any() ? redacted(text, marks) : text;
    }

    /** The same with every search made, whatever the text looks like. */
    static String searched(String text) {
        return redacted(text, SecretMarks.ALL);
    }

    private static String redacted(String text, SecretMarks seen) {
        SecretMarks marks = seen;
        String without = text;
        if (marks.block()) without = KEY_BLOCK.matcher(without).replaceAll(REDACTED);
        if (!without.equals(text)) marks = SecretMarks.ALL;
        if (marks.url()) without = IN_URL.matcher(without).replaceAll(REDACTED);
        if (!without.equals(text)) marks = SecretMarks.ALL;
        if (marks.named())
            without = NAMED.matcher(without).replaceAll("$1" + Matcher.quoteReplacement(REDACTED) + "$4");
        if (!without.equals(text)) marks = SecretMarks.ALL;
        if (marks.bearer()) without = BEARER.matcher(without).replaceAll("$1 " + Matcher.quoteReplacement(REDACTED));
        if (!without.equals(text)) marks = SecretMarks.ALL;
        if (marks.known()) without = KNOWN.matcher(without).replaceAll(Matcher.quoteReplacement(REDACTED));
        if (!without.equals(text)) marks = SecretMarks.ALL;
        if (!marks.random()) return without;
        return LONG.matcher(without)
                .replaceAll(run -> Matcher.quoteReplacement(random(run.group()) ? REDACTED : run.group()));
    }

    /** Whether letters and digits alternate as they do in keys, but not in names. */
    private static boolean random(String run) {
        int digits = 0;
        int switches = 0;
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (digit) digits++;
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            if (i > 0) {
                char before = run.charAt(i - 1);
                boolean digitBefore = before >= '0' && before <= '9';
                if (digit != digitBefore) switches++;
            }
        }
        if (uuid(run)) return false;
        boolean hex = HEX.matcher(run).matches();
        return (digits >= 3 && switches >= 5 && upper && lower) || (hex && digits >= 4 && switches >= 6);
    }

    private static boolean uuid(String run) {
        return UUID.matcher(run).matches();
    }
}

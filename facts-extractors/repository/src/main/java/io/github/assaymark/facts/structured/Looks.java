package io.github.assaymark.facts.structured;

/**
 * What a scalar looks like to most readers; a hint, the text stays as it is written. Quoted texts look like
 * {@link #TEXT}.
 */
public enum Looks {
    /** None of the others. */
    TEXT,
    /** A whole number: decimal, {@code 0x1F}, {@code 0o17}. */
    INTEGER,
    /** A number with a fraction, an exponent, or one of {@code .inf} and {@code .nan}. */
    DECIMAL,
    /** {@code true} or {@code false}, for YAML also with capitals. */
    BOOLEAN,
    /**
     * {@code yes}, {@code no}, {@code on}, {@code off}, {@code y}, {@code n}: booleans to YAML 1.1, texts to YAML 1.2.
     */
    BOOLEAN_WORD,
    /** {@code 2026-11-22}, with or without a time. */
    DATE,
    /** Nothing at all, {@code null} or {@code ~}. */
    NOTHING;

    /** What an unquoted YAML scalar looks like. */
    static Looks ofPlain(String text) {
        if (text.isEmpty()) return NOTHING;
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') return number(text);
        if (text.length() > 5) return TEXT;
        return switch (text) {
            case "~", "null", "Null", "NULL" -> NOTHING;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
            case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N" ->
                BOOLEAN_WORD;
            default -> TEXT;
        };
    }

    private static Looks number(String text) {
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        String rest = text.substring(at);
        if (rest.equals(".inf") || rest.equals(".Inf") || rest.equals(".INF")) return DECIMAL;
        if (at == 0 && (rest.equals(".nan") || rest.equals(".NaN") || rest.equals(".NAN"))) return DECIMAL;
        if (rest.startsWith("0x")) return all(rest, 2, 16) ? INTEGER : TEXT;
        if (rest.startsWith("0o")) return all(rest, 2, 8) ? INTEGER : TEXT;
        if (all(rest, 0, 10)) return INTEGER;
        if (at == 0 && isDate(rest)) return DATE;
        return isDecimal(rest) ? DECIMAL : TEXT;
    }

    private static boolean all(String text, int from, int radix) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) return false;
        }
        return text.length() > from;
    }

    private static boolean isDecimal(String text) {
        int i = digits(text, 0);
        int count = i;
        if (i < text.length() && text.charAt(i) == '.') {
            int end = digits(text, i + 1);
            count += end - i - 1;
            i = end;
        }
        if (count == 0) return false;
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) i++;
            int end = digits(text, i);
            if (end == i) return false;
            i = end;
        }
        return i == text.length();
    }

    private static boolean isDate(String text) {
        if (digits(text, 0) != 4 || text.length() < 8 || text.charAt(4) != '-') return false;
        int month = digits(text, 5);
        if (month == 5 || month > 7 || month >= text.length() || text.charAt(month) != '-') return false;
        int day = digits(text, month + 1);
        if (day == month + 1 || day > month + 3) return false;
        if (day == text.length()) return true;
        char next = text.charAt(day);
        return (next == 'T' || next == 't' || next == ' ') && digits(text, day + 1) > day + 1;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') i++;
        return i;
    }
}

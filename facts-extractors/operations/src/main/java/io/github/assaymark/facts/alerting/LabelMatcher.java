package io.github.assaymark.facts.alerting;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a label as Alertmanager knows them: {@code =}, {@code !=}, {@code =~}, {@code !~}; expressions are
 * anchored and written in RE2 (Alertmanager, pkg/labels/matcher.go). A label that an alert lacks has the empty value.
 * Immutable.
 *
 * @param pattern of {@link Kind#MATCHES} and {@link Kind#MATCHES_NOT}; null for the others
 */
record LabelMatcher(
        String name, Kind kind, String value, @Nullable Pattern pattern) {
    private static final int MAX_PATTERN = 2000;
    private static final int MAX_REPEATED = 1000;
    private static final java.util.regex.Pattern REPEATED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");
    private static final java.util.regex.Pattern WORD = java.util.regex.Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /** How a label is compared. */
    enum Kind {
        EQUALS("="),
        EQUALS_NOT("!="),
        MATCHES("=~"),
        MATCHES_NOT("!~");

        final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        static Kind of(String sign) {
            for (Kind kind : values()) if (kind.sign.equals(sign)) return kind;
            throw new IllegalArgumentException(sign);
        }
    }

    /**
     * A condition.
     *
     * @throws MatcherSyntaxException when the expression is none, or too large
     */
    static LabelMatcher of(String name, Kind kind, String value) throws MatcherSyntaxException {
        if (kind == Kind.EQUALS || kind == Kind.EQUALS_NOT) return new LabelMatcher(name, kind, value, null);
        long size = 1;
        java.util.regex.Matcher repeated = REPEATED.matcher(value);
        while (repeated.find() && size <= MAX_REPEATED) {
            String most = repeated.group(2);
            size *= Math.max(1, Integer.parseInt(most == null || most.isEmpty() ? repeated.group(1) : most));
        }
        if (value.length() > MAX_PATTERN || size > MAX_REPEATED)
            throw new MatcherSyntaxException("the expression for " + name + " is too large to be tried");
        try {
            return new LabelMatcher(name, kind, value, Pattern.compile("^(?:" + value + ")$"));
        } catch (PatternSyntaxException e) {
            throw new MatcherSyntaxException("`" + AlertingFile.shown(value) + "` is no expression");
        }
    }

    /** Whether a value fulfils it. */
    boolean holdsFor(String of) {
        return switch (kind) {
            case EQUALS -> of.equals(value);
            case EQUALS_NOT -> !of.equals(value);
            case MATCHES -> found(of);
            case MATCHES_NOT -> !found(of);
        };
    }

    private boolean found(String of) {
        return pattern != null && pattern.matcher(of).find();
    }

    /** The values it names one by one, such as those of {@code warn|warning}; null when it names them otherwise. */
    @Nullable
    List<String> literals() {
        if (pattern == null) return value.isEmpty() ? List.of() : List.of(value);
        String inner = value;
        if (inner.startsWith("^")) inner = inner.substring(1);
        if (inner.endsWith("$")) inner = inner.substring(0, inner.length() - 1);
        if (inner.startsWith("(?:") && inner.endsWith(")")) inner = inner.substring(3, inner.length() - 1);
        else if (inner.startsWith("(") && inner.endsWith(")")) inner = inner.substring(1, inner.length() - 1);
        List<String> literals = new ArrayList<>();
        for (String part : inner.split("\\|", -1)) {
            if (!WORD.matcher(part).matches()) return null;
            literals.add(part);
        }
        return literals;
    }

    /** The condition as it is commonly written. */
    String shown() {
        return AlertingFile.shown(
                name + kind.sign + "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /** Whether it asks the same. */
    boolean same(LabelMatcher other) {
        return name.equals(other.name) && kind == other.kind && value.equals(other.value);
    }
}

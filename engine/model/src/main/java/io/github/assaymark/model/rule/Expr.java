package io.github.assaymark.model.rule;

import io.github.assaymark.model.catalogue.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed, side-effect free expression over the facts a pattern binds. Every node knows its type; {@link Canonical}
 * gives its identity, in which places play no part.
 */
public sealed interface Expr {

    /** The type of its value. */
    ValueType type();

    /** Where it stands in the checklist. */
    SourcePlace place();

    /** Which fact a property is read from. */
    enum Role {
        /** The fact of the pattern the expression belongs to. */
        OWN,
        /** The fact of the pattern before it: the {@code every} of an {@code every ... has ...}. */
        OUTER,
        /** The fact that is judged. */
        SUBJECT
    }

    /**
     * A property of a bound fact.
     *
     * @param variable its name in the text, for explanations only
     * @param factType name in the catalogue
     */
    record Prop(Role role, String variable, String factType, String property, ValueType type, SourcePlace place)
            implements Expr {}

    /** The value of a checklist parameter. Evaluating an expression whose parameter is unset is UNKNOWN. */
    record ParamRef(String name, ValueType type, SourcePlace place) implements Expr {}

    /** The moment of the assessment. */
    record NowRef(SourcePlace place) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.INSTANT;
        }
    }

    /**
     * A constant.
     *
     * @param value {@link String} (texts, and constants of enumerations by name), {@link Long}, {@link Boolean},
     *     {@link java.time.Duration}, {@link java.time.Instant}, {@link io.github.assaymark.model.Quantity},
     *     {@code List<String>}, or null for {@code null}
     */
    record Const(@Nullable Object value, ValueType type, SourcePlace place) implements Expr {}

    /** Comparison operators with their sign. */
    enum Comparison {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * A comparison. {@code ==} and {@code !=} know absent values; the other four are false when a side is absent.
     * Constants stand on the right where only one side is constant.
     */
    record Compare(Comparison comparison, Expr left, Expr right, SourcePlace place) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    /** True when all parts are. Parts are flattened and at least two. */
    record And(List<Expr> parts, SourcePlace place) implements Expr {
        /** Copies the list. */
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    /** True when a part is. Parts are flattened and at least two. */
    record Or(List<Expr> parts, SourcePlace place) implements Expr {
        /** Copies the list. */
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    /** Negation. */
    record Not(Expr part, SourcePlace place) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    /**
     * Membership; {@code options} has the type TEXT_LIST, or is a constant list of the words of an enumeration. False
     * when {@code part} is absent.
     */
    record In(Expr part, Expr options, SourcePlace place) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    /** Whether a text holds a match of a linear-time regular expression (RE2 syntax). False when the text is absent. */
    record Matches(Expr part, String pattern, SourcePlace place) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    /** {@code +} and {@code -} on INTEGER, DURATION, INSTANT. Absent when a side is absent. */
    record Arithmetic(boolean minus, Expr left, Expr right, ValueType type, SourcePlace place) implements Expr {}

    /**
     * A call of one of the language's functions. False, or absent for functions that give no BOOLEAN, when receiver or
     * an argument is absent.
     */
    record Call(Expr receiver, Function function, List<Expr> arguments, SourcePlace place) implements Expr {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public ValueType type() {
            return function.result();
        }
    }
}

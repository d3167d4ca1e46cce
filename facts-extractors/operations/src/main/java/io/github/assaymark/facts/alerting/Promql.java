package io.github.assaymark.facts.alerting;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query of Prometheus, taken apart. Immutable. */
sealed interface Promql {
    /** What a query gives. */
    enum Type {
        SCALAR,
        VECTOR,
        MATRIX,
        TEXT
    }

    Type type();

    /** The queries it is made of. */
    List<Promql> parts();

    /**
     * A number.
     *
     * @param value null for infinities and what is no number
     */
    record Amount(@Nullable BigDecimal value) implements Promql {
        @Override
        public Type type() {
            return Type.SCALAR;
        }

        @Override
        public List<Promql> parts() {
            return List.of();
        }
    }

    /** A text. */
    record Text(String value) implements Promql {
        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public List<Promql> parts() {
            return List.of();
        }
    }

    /**
     * Series of a metric.
     *
     * @param metric null when only labels say which
     * @param ranged whether it gives their values over a time
     */
    record Series(@Nullable String metric, List<LabelMatcher> labels, boolean ranged) implements Promql {
        public Series {
            labels = List.copyOf(labels);
        }

        @Override
        public Type type() {
            return ranged ? Type.MATRIX : Type.VECTOR;
        }

        @Override
        public List<Promql> parts() {
            return List.of();
        }
    }

    /** A call of a function. */
    record Call(String function, List<Promql> parts, Type type) implements Promql {
        public Call {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Many series made one or few.
     *
     * @param parameter null where the operator takes none
     */
    record Aggregate(String operator, @Nullable Promql parameter, Promql of) implements Promql {
        @Override
        public Type type() {
            return Type.VECTOR;
        }

        @Override
        public List<Promql> parts() {
            return List.of(of);
        }
    }

    /** Two queries and an operator between them. */
    record Binary(String operator, boolean bool, Promql left, Promql right) implements Promql {
        @Override
        public Type type() {
            return left.type() == Type.SCALAR && right.type() == Type.SCALAR ? Type.SCALAR : Type.VECTOR;
        }

        @Override
        public List<Promql> parts() {
            return List.of(left, right);
        }

        boolean compares() {
            return switch (operator) {
                case "==", "!=", "<", "<=", ">", ">=" -> true;
                default -> false;
            };
        }

        boolean combines() {
            return operator.equals("and") || operator.equals("or") || operator.equals("unless");
        }
    }

    /** The negative. */
    record Negative(Promql of) implements Promql {
        @Override
        public Type type() {
            return of.type();
        }

        @Override
        public List<Promql> parts() {
            return List.of(of);
        }
    }

    /** The results of a query over a time. */
    record Subquery(Promql of) implements Promql {
        @Override
        public Type type() {
            return Type.MATRIX;
        }

        @Override
        public List<Promql> parts() {
            return List.of(of);
        }
    }
}

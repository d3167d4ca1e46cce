package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows expressions to their values, a bounded number of steps. What was cut short is only remembered for the
 * question that was asked, never for its parts, so that answers do not depend on the order of the questions. Used by
 * one thread.
 */
final class Evaluation {
    /** Names, imports, calls and arguments that are followed one after the other. */
    static final int MAX_DEPTH = 8;

    /** Expressions that are looked at for one question. */
    private static final int MAX_STEPS = 20_000;

    /** Elements of an array, and entries of an object. */
    static final int MAX_ITEMS = 20_000;

    private final Callees callees;
    private final NameValues names;
    private final Constants constants;
    private final Structures structures;
    private final MemberValues members;
    private final CallValues calls;
    private final Tracing tracing;
    private final Remembered<Traced<Value>> answers;
    private final Remembered<Known> known;
    private final Set<Looked> open = new HashSet<>();
    private int steps;
    private int cuts;
    private int deepest;

    /**
     * A value that was not cut short.
     *
     * @param height names that were followed one after the other
     * @param cost steps it took
     */
    record Known(Value value, int height, int cost, List<Dependency> from) implements Remembered.Derived {}

    /** An expression that is being looked at; the same one may be for several calls of its function. */
    private record Looked(Located at, @Nullable Frame frame) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Looked looked && at.equals(looked.at) && Objects.equals(frame, looked.frame);
        }

        @Override
        public int hashCode() {
            return at.hashCode();
        }
    }

    Evaluation(OwnerProgram program) {
        this.tracing = program.tracing();
        this.answers = program.memory().answers().with(program);
        this.known = program.memory().values().with(program);
        this.callees = new Callees(program, this);
        this.names = new NameValues(program, this);
        this.constants = new Constants(program, this);
        this.structures = new Structures(this);
        this.members = new MemberValues(program, this);
        this.calls = new CallValues(program, this);
    }

    Callees callees() {
        return callees;
    }

    NameValues names() {
        return names;
    }

    Constants constants() {
        return constants;
    }

    Structures structures() {
        return structures;
    }

    MemberValues members() {
        return members;
    }

    /** A question begins, unless another one is open. */
    void ask() {
        if (open.isEmpty()) steps = 0;
    }

    /** Work that costs as much as looking at expressions does. */
    void spend(int more) {
        steps += more;
    }

    /** What is being looked at is cut short. */
    void cut() {
        cuts++;
    }

    /** The value of an expression. */
    Value value(Located expression) {
        if (!open.isEmpty()) return eval(expression, null, 0);
        Traced<Value> before = answers.get(expression);
        if (before != null) {
            tracing.note(before.from());
            return before.value();
        }
        steps = 0;
        int start = tracing.begin();
        Value value = eval(expression, null, 0);
        answers.put(expression, new Traced<>(value, tracing.end(start)));
        return value;
    }

    /** Forgets the question somebody failed in. */
    void recover() {
        open.clear();
        steps = 0;
    }

    /** What a call calls. */
    Callee callee(Located call) {
        if (open.isEmpty()) steps = 0;
        return callees.of(call, null, 0);
    }

    /** Constants as text; null for all others. */
    static @Nullable String plain(Value value) {
        if (value instanceof Value.Text text) return text.text();
        if (value instanceof Value.Number number) return number.raw();
        if (value instanceof Value.Bool bool) return String.valueOf(bool.value());
        return null;
    }

    Value eval(Located expression, @Nullable Frame frame, int depth) {
        SyntaxNode node = Kinds.unwrap(expression.node());
        Located at = node.equals(expression.node()) ? expression : expression.at(node);
        Known before = frame == null ? known.get(at) : null;
        // What is known is worth what it took to find out, so that answers do not depend on earlier questions.
        if (before != null && depth + before.height() <= MAX_DEPTH && steps + before.cost() <= MAX_STEPS) {
            deepest = Math.max(deepest, depth + before.height());
            steps += before.cost();
            tracing.note(before.from());
            return before.value();
        }
        if (depth > MAX_DEPTH) return cut(at, "it is followed through more than " + MAX_DEPTH + " names");
        int stepsThen = steps;
        if (++steps > MAX_STEPS) return cut(at, "too much has to be followed");
        Looked looked = new Looked(at, frame);
        if (!open.add(looked)) return cut(at, "it is defined by itself");
        int deepestThen = deepest;
        int cutsThen = cuts;
        deepest = depth;
        if (frame != null) {
            Value value = byKind(at, frame, depth);
            open.remove(looked);
            deepest = Math.max(deepest, deepestThen);
            return value;
        }
        int start = tracing.begin();
        Value value = byKind(at, null, depth);
        List<Dependency> from = tracing.end(start);
        if (cuts == cutsThen) known.put(at, new Known(value, deepest - depth, steps - stepsThen, from));
        open.remove(looked);
        deepest = Math.max(deepest, deepestThen);
        return value;
    }

    private Value cut(Located at, String reason) {
        cut();
        return new Value.Open(at, reason);
    }

    /** What is not known, for a reason that does not depend on how it was asked for. */
    static Value left(Located at, String reason) {
        return new Value.Open(at, reason);
    }

    private Value byKind(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode node = at.node();
        switch (node.kind()) {
            case SyntaxKind.STRING -> {
                String text = Literals.string(node);
                return text == null ? left(at, "its text is damaged") : new Value.Text(text);
            }
            case SyntaxKind.TEMPLATE_STRING -> {
                return constants.joined(at, frame, depth);
            }
            case SyntaxKind.NUMBER -> {
                return new Value.Number(node.text());
            }
            case SyntaxKind.TRUE -> {
                return new Value.Bool(true);
            }
            case SyntaxKind.FALSE -> {
                return new Value.Bool(false);
            }
            case SyntaxKind.NULL, SyntaxKind.UNDEFINED -> {
                return new Value.Nothing();
            }
            case SyntaxKind.IDENTIFIER,
                    SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER,
                    SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN -> {
                return names.name(at, frame, depth);
            }
            case SyntaxKind.BINARY_EXPRESSION -> {
                return constants.binary(at, frame, depth);
            }
            case SyntaxKind.UNARY_EXPRESSION -> {
                return constants.unary(at, frame, depth);
            }
            case SyntaxKind.TERNARY_EXPRESSION -> {
                return constants.ternary(at, frame, depth);
            }
            case SyntaxKind.ARRAY -> {
                return structures.items(at, frame, depth);
            }
            case SyntaxKind.OBJECT -> {
                return structures.struct(at, frame, depth);
            }
            case SyntaxKind.ENUM_DECLARATION -> {
                return structures.members(at);
            }
            case SyntaxKind.ENUM_ASSIGNMENT -> {
                SyntaxNode value = node.child("value");
                return value == null ? left(at, "it has no value") : eval(at.at(value), frame, depth);
            }
            case SyntaxKind.PROPERTY_IDENTIFIER -> {
                return structures.counted(at, depth);
            }
            case SyntaxKind.MEMBER_EXPRESSION, SyntaxKind.SUBSCRIPT_EXPRESSION -> {
                return members.member(at, frame, depth);
            }
            case SyntaxKind.CALL_EXPRESSION -> {
                return calls.call(at, frame, depth);
            }
            case SyntaxKind.NEW_EXPRESSION -> {
                return new Value.CallResult(at, callees.of(at, frame, depth), at);
            }
            case SyntaxKind.META_PROPERTY -> {
                return new Value.Global(node.text());
            }
            default -> {
                if (Kinds.function(node)) return new Value.Function(at);
                if (Kinds.type(node)) return new Value.Class(at);
                return left(at, reason(node.kind()));
            }
        }
    }

    private static String reason(String kind) {
        return switch (kind) {
            case SyntaxKind.THIS, SyntaxKind.SUPER -> "it depends on the object";
            case SyntaxKind.REGEX -> "it is a regular expression";
            case SyntaxKind.JSX_ELEMENT, SyntaxKind.JSX_SELF_CLOSING_ELEMENT, SyntaxKind.JSX_FRAGMENT -> "it is markup";
            case SyntaxKind.ASSIGNMENT_EXPRESSION, SyntaxKind.AUGMENTED_ASSIGNMENT_EXPRESSION -> "it is an assignment";
            case SyntaxKind.ERROR -> "it was not understood";
            default -> "it is only known when it runs";
        };
    }
}

package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MAX_DEPTH = 8;

    /** Expressions that are looked at for one question. */
    private static final int MAX_STEPS = 20_000;

    private static final int MAX_TEXT = 10_000;
    private static final int MAX_ITEMS = 20_000;
    private static final int COPIED_A_STEP = 32;

    /** Calls that are compared to say that a parameter always has the same value. */
    private static final int MAX_SITES = 20;

    private static final Set<String> FREEZERS = Set.of("Object.freeze", "Object.seal", "structuredClone");

    private final OwnerProgram program;
    private final Callees callees;
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
    private record Looked(Located at, @Nullable Frame frame) {}

    Evaluation(OwnerProgram program) {
        this.program = program;
        this.tracing = program.tracing();
        this.answers = program.memory().answers().next(program);
        this.known = program.memory().values().next(program);
        this.callees = new Callees(program, this);
    }

    Callees callees() {
        return callees;
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
        cuts++;
        return new Value.Open(at, reason);
    }

    private static Value left(Located at, String reason) {
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
                return joined(at, frame, depth);
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
                return name(at, frame, depth);
            }
            case SyntaxKind.BINARY_EXPRESSION -> {
                return binary(at, frame, depth);
            }
            case SyntaxKind.UNARY_EXPRESSION -> {
                return unary(at, frame, depth);
            }
            case SyntaxKind.TERNARY_EXPRESSION -> {
                return ternary(at, frame, depth);
            }
            case SyntaxKind.ARRAY -> {
                return items(at, frame, depth);
            }
            case SyntaxKind.OBJECT -> {
                return struct(at, frame, depth);
            }
            case SyntaxKind.ENUM_DECLARATION -> {
                return members(at);
            }
            case SyntaxKind.ENUM_ASSIGNMENT -> {
                SyntaxNode value = node.child("value");
                return value == null ? left(at, "it has no value") : eval(at.at(value), frame, depth);
            }
            case SyntaxKind.PROPERTY_IDENTIFIER -> {
                return counted(at, depth);
            }
            case SyntaxKind.MEMBER_EXPRESSION, SyntaxKind.SUBSCRIPT_EXPRESSION -> {
                return member(at, frame, depth);
            }
            case SyntaxKind.CALL_EXPRESSION -> {
                return call(at, frame, depth);
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

    // --- names

    private Value name(Located at, @Nullable Frame frame, int depth) {
        String name = at.node().text();
        Binding binding = at.module().binding(at.node(), name);
        if (binding != null) return bound(at, binding, frame, depth);
        return name.equals("undefined") ? new Value.Nothing() : new Value.Global(name);
    }

    private Value bound(Located at, Binding binding, @Nullable Frame frame, int depth) {
        Module module = at.module();
        if (binding.reassigned()) return left(at, "`" + binding.name + "` is assigned more than once");
        switch (binding.sort) {
            case IMPORT -> {
                return target(at, program.targets().of(module, binding), depth + 1);
            }
            case FUNCTION -> {
                return new Value.Function(module.at(binding.node));
            }
            case CLASS -> {
                return new Value.Class(module.at(binding.node));
            }
            case ENUM -> {
                return eval(module.at(binding.node), null, depth + 1);
            }
            case PARAMETER -> {
                Value given = parameter(at, binding, frame, depth);
                return binding.changes() ? changed(given, binding) : given;
            }
            case VARIABLE -> {
                SyntaxNode value = binding.value;
                if (value == null) return left(at, "`" + binding.name + "` is declared without a value");
                Frame of = frameOf(binding.node, module, frame);
                if (of == null && !at.node().equals(binding.nameNode))
                    return eval(module.at(binding.nameNode), null, depth);
                Value whole = eval(module.at(value), of, depth + 1);
                Value part = steps(at, whole, binding.path, of, depth + 1);
                boolean filled = binding.passed() && isEmpty(part);
                Value own = binding.changes() || filled ? changed(part, binding) : part;
                return changedElsewhere(own, module, binding);
            }
            default -> {
                return left(at, "`" + binding.name + "` is only known when it runs");
            }
        }
    }

    /** The frame of the function a node stands in; null when that is not being looked at for a call. */
    private static @Nullable Frame frameOf(SyntaxNode node, Module module, @Nullable Frame frame) {
        for (Frame at = frame; at != null; at = at.caller()) if (at.holds(module, node)) return at;
        return null;
    }

    /** An empty array or object that is handed to a function is there to be filled. */
    private static boolean isEmpty(Value value) {
        if (value instanceof Value.Items items) return items.items().isEmpty();
        return value instanceof Value.Struct struct && struct.entries().isEmpty();
    }

    /** What is left of an object or array that is changed through other names. */
    private Value changedElsewhere(Value value, Module module, Binding binding) {
        if (!(value instanceof Value.Items) && !(value instanceof Value.Struct)) return value;
        Set<String> keys = program.references().changedElsewhere(module, binding);
        if (keys.isEmpty()) return value;
        if (value instanceof Value.Items items) return new Value.Items(items.items(), false);
        Map<String, Located> entries = new LinkedHashMap<>(((Value.Struct) value).entries());
        entries.keySet().removeIf(key -> keys.contains(key) || keys.contains(Binding.ANY));
        return new Value.Struct(entries, false);
    }

    /** What is left of an object or array of which members are assigned. */
    private static Value changed(Value value, Binding binding) {
        if (value instanceof Value.Items items)
            return new Value.Items(binding.loses() ? List.of() : items.items(), false);
        if (!(value instanceof Value.Struct struct)) return value;
        Map<String, Located> entries = new LinkedHashMap<>(struct.entries());
        entries.keySet().removeIf(binding::changes);
        return new Value.Struct(entries, false);
    }

    Value target(Located at, Target target, int depth) {
        if (target instanceof Target.Found found) return eval(found.at(), null, depth);
        if (target instanceof Target.Member member)
            return ofValue(at, eval(member.object(), null, depth), member.key(), depth);
        if (target instanceof Target.Namespace namespace) {
            SyntaxNode whole = namespace.module().exports().whole();
            return whole == null
                    ? program.targets().namespace(namespace.module())
                    : eval(namespace.module().at(whole), null, depth);
        }
        if (target instanceof Target.Outside outside) return new Value.External(outside.module(), outside.name());
        return left(at, ((Target.Missing) target).reason());
    }

    private Value steps(Located at, Value whole, List<Binding.Step> path, @Nullable Frame frame, int depth) {
        Value value = whole;
        for (Binding.Step step : path) {
            String key = step.key();
            SyntaxNode fallback = step.fallback();
            Value part;
            if (key != null) part = ofValue(at, value, key, depth);
            else if (step.index() >= 0 && value instanceof Value.Items items)
                part = element(at, items, step.index(), depth);
            else if (step.index() >= 0 && value instanceof Value.Parameter parameter)
                part = new Value.Parameter(
                        parameter.function(), parameter.index(), parameter.name() + "." + step.index());
            else part = left(at, "it is taken out of something that is not known");
            boolean absent = part instanceof Value.Nothing
                    || (key != null && value instanceof Value.Struct s && s.complete() && s.get(key) == null);
            if (fallback != null && absent) part = eval(at.at(fallback), frame, depth);
            value = part;
        }
        return value;
    }

    private Value element(Located at, Value.Items items, int index, int depth) {
        if (!items.complete()) return left(at, "not all elements of the array are known");
        return index < items.items().size() ? eval(items.items().get(index), null, depth) : new Value.Nothing();
    }

    // --- parameters

    private Value parameter(Located at, Binding binding, @Nullable Frame frame, int depth) {
        Module module = at.module();
        SyntaxNode function = Objects.requireNonNull(binding.function);
        for (Frame one = frame; one != null; one = one.caller()) {
            if (!one.of(module, function)) continue;
            Value whole = argument(at, one.arguments(), binding, one.caller(), depth + 1);
            if (whole instanceof Value.Open) break;
            return steps(at, whole, binding.path, one, depth + 1);
        }
        String name = pathName(binding);
        Value.Parameter unknown = new Value.Parameter(module.at(function), binding.index, name);
        if (depth >= MAX_DEPTH) {
            cuts++;
            return unknown;
        }
        // Not all calls of a method are ever known.
        if (function.is(SyntaxKind.METHOD_DEFINITION)) return unknown;
        References.Uses uses = program.references().of(module.at(function));
        if (!uses.all() || uses.calls().isEmpty() || uses.calls().size() > MAX_SITES) return unknown;
        Value same = null;
        for (Located call : uses.calls()) {
            Value whole = argument(at, callArguments(call, null, depth + 1), binding, null, depth + 1);
            Value part = steps(at, whole, binding.path, null, depth + 1);
            boolean only = uses.calls().size() == 1;
            if (part instanceof Value.Open || (!only && plain(part) == null && !(part instanceof Value.Nothing)))
                return unknown;
            if (same != null && !same.equals(part)) return unknown;
            same = part;
        }
        return same == null ? unknown : same;
    }

    private static String pathName(Binding binding) {
        StringBuilder name = new StringBuilder();
        for (Binding.Step step : binding.path) {
            if (name.length() > 0) name.append('.');
            name.append(step.key() == null ? String.valueOf(step.index()) : step.key());
        }
        return name.length() == 0 ? binding.name : name.toString();
    }

    private Value argument(Located at, Value.Items arguments, Binding binding, @Nullable Frame frame, int depth) {
        if (binding.index < arguments.items().size() && arguments.complete()) {
            Value given = eval(arguments.items().get(binding.index), frame, depth);
            if (!(given instanceof Value.Nothing) || binding.value == null) return given;
        } else if (!arguments.complete()) {
            return left(at, "it is not known which argument it is");
        }
        SyntaxNode fallback = binding.value;
        return fallback == null ? new Value.Nothing() : eval(at.at(fallback), null, depth);
    }

    private Value.Items callArguments(Located call, @Nullable Frame frame, int depth) {
        SyntaxNode list = Kinds.arguments(call.node());
        if (list == null) return new Value.Items(List.of(), true);
        if (list.is(SyntaxKind.TEMPLATE_STRING)) return new Value.Items(List.of(), false);
        return items(call.at(list), frame, depth);
    }

    // --- texts and numbers

    private Value joined(Located at, @Nullable Frame frame, int depth) {
        StringBuilder text = new StringBuilder();
        for (SyntaxNode child : at.node().children()) {
            String part;
            if (child.is(SyntaxKind.TEMPLATE_SUBSTITUTION)) {
                if (child.children().isEmpty()) return left(at, "a part of it is damaged");
                Value value = eval(at.at(child.children().get(0)), frame, depth);
                part = plain(value);
                if (part == null) return value instanceof Value.Open ? value : left(at, "a part of it is no constant");
            } else {
                part = Literals.unescape(child.text());
                if (part == null) return left(at, "a part of it is damaged");
            }
            text.append(part);
            if (text.length() > MAX_TEXT) return left(at, "it is longer than " + MAX_TEXT + " characters");
        }
        return new Value.Text(text.toString());
    }

    private Value binary(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode operator = at.node().child("operator");
        String sign = operator == null ? "" : operator.text();
        switch (sign) {
            case "+" -> {
                return sum(at, frame, depth);
            }
            case "-", "*", "/", "%" -> {
                return calculated(at, sign, frame, depth);
            }
            case "??", "||" -> {
                return either(at, sign, frame, depth);
            }
            default -> {
                return left(at, "it is only known when it runs");
            }
        }
    }

    private List<SyntaxNode> summands(SyntaxNode sum) {
        List<SyntaxNode> all = new ArrayList<>();
        SyntaxNode node = sum;
        while (true) {
            SyntaxNode operator = node.child("operator");
            SyntaxNode right = node.child("right");
            SyntaxNode next = node.child("left");
            boolean plus = node.is(SyntaxKind.BINARY_EXPRESSION)
                    && operator != null
                    && operator.text().equals("+");
            if (!plus || right == null || next == null) break;
            all.add(0, right);
            node = Kinds.unwrap(next);
        }
        all.add(0, node);
        return all;
    }

    private Value sum(Located at, @Nullable Frame frame, int depth) {
        List<SyntaxNode> summands = summands(at.node());
        if (summands.size() == 1) return left(at, "it is damaged");
        Value total = null;
        for (SyntaxNode summand : summands) {
            Value value = eval(at.at(summand), frame, depth);
            String part = plain(value);
            if (part == null) return value instanceof Value.Open ? value : left(at, "a part of it is no constant");
            if (total == null) {
                total = value;
            } else if (total instanceof Value.Text || value instanceof Value.Text) {
                total = new Value.Text(plain(total) + part);
                if (String.valueOf(plain(total)).length() > MAX_TEXT)
                    return left(at, "it is longer than " + MAX_TEXT + " characters");
            } else {
                Value number = number(at, total, "+", value);
                if (number instanceof Value.Open) return number;
                total = number;
            }
        }
        return total == null ? left(at, "it is damaged") : total;
    }

    private Value calculated(Located at, String sign, @Nullable Frame frame, int depth) {
        SyntaxNode one = at.node().child("left");
        SyntaxNode other = at.node().child("right");
        if (one == null || other == null) return left(at, "it is damaged");
        Value a = eval(at.at(one), frame, depth);
        return a instanceof Value.Open ? a : number(at, a, sign, eval(at.at(other), frame, depth));
    }

    private static Value number(Located at, Value one, String sign, Value other) {
        Long a = one instanceof Value.Number n ? Literals.whole(n.raw()) : null;
        Long b = other instanceof Value.Number n ? Literals.whole(n.raw()) : null;
        if (other instanceof Value.Open) return other;
        if (a == null || b == null) return left(at, "only whole numbers are calculated with");
        boolean divides = sign.equals("/") || sign.equals("%");
        if (divides && (b == 0 || (sign.equals("/") && a % b != 0)))
            return left(at, "only whole numbers are calculated with");
        if (Math.abs(a) > Integer.MAX_VALUE || Math.abs(b) > Integer.MAX_VALUE)
            return left(at, "only small whole numbers are calculated with");
        long result = switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> a % b;
        };
        return new Value.Number(Long.toString(result));
    }

    /** What stands before {@code ??} or {@code ||} when it is constant, otherwise open. */
    private Value either(Located at, String sign, @Nullable Frame frame, int depth) {
        SyntaxNode one = at.node().child("left");
        SyntaxNode other = at.node().child("right");
        if (one == null || other == null) return left(at, "it is damaged");
        Value value = eval(at.at(one), frame, depth);
        boolean falsy = value instanceof Value.Nothing;
        if (value instanceof Value.Nothing) return eval(at.at(other), frame, depth);
        if (sign.equals("||")) {
            if (value instanceof Value.Bool bool) falsy = !bool.value();
            else if (value instanceof Value.Text text) falsy = text.text().isEmpty();
            else if (value instanceof Value.Number number) {
                Long whole = Literals.whole(number.raw());
                if (whole == null) return left(at, "it depends on a condition");
                falsy = whole == 0;
            }
        }
        if (falsy) return eval(at.at(other), frame, depth);
        boolean sure = plain(value) != null
                || value instanceof Value.Items
                || value instanceof Value.Struct
                || value instanceof Value.Function
                || value instanceof Value.Class;
        return sure ? value : left(at, "it depends on a condition");
    }

    private Value unary(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode operator = at.node().child("operator");
        SyntaxNode argument = at.node().child("argument");
        if (operator == null || argument == null) return left(at, "it is damaged");
        if (operator.text().equals("void")) return new Value.Nothing();
        Value value = eval(at.at(argument), frame, depth);
        switch (operator.text()) {
            case "-" -> {
                if (value instanceof Value.Number number)
                    return new Value.Number(
                            number.raw().startsWith("-") ? number.raw().substring(1) : "-" + number.raw());
            }
            case "!" -> {
                if (value instanceof Value.Bool bool) return new Value.Bool(!bool.value());
            }
            default -> {}
        }
        return left(at, "it is only known when it runs");
    }

    private Value ternary(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode condition = at.node().child("condition");
        SyntaxNode yes = at.node().child("consequence");
        SyntaxNode no = at.node().child("alternative");
        if (condition == null || yes == null || no == null) return left(at, "it is damaged");
        Value when = eval(at.at(condition), frame, depth);
        if (when instanceof Value.Bool bool) return eval(at.at(bool.value() ? yes : no), frame, depth);
        Value one = eval(at.at(yes), frame, depth);
        boolean constant = plain(one) != null || one instanceof Value.Nothing;
        return constant && one.equals(eval(at.at(no), frame, depth)) ? one : left(at, "it depends on a condition");
    }

    /** The text of an expression with {@code {}} for what is not constant. */
    String template(Located expression) {
        StringBuilder text = new StringBuilder();
        template(expression, text, 0);
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text.toString();
    }

    private void template(Located expression, StringBuilder text, int depth) {
        if (text.length() > MAX_TEXT) return;
        Located at = expression.at(Kinds.unwrap(expression.node()));
        String plain = plain(value(at));
        SyntaxNode node = at.node();
        if (plain != null) {
            text.append(plain);
        } else if (node.is(SyntaxKind.TEMPLATE_STRING)) {
            for (SyntaxNode child : node.children()) {
                if (!child.is(SyntaxKind.TEMPLATE_SUBSTITUTION)) {
                    String part = Literals.unescape(child.text());
                    text.append(part == null ? "{}" : part);
                } else if (child.children().isEmpty()) {
                    text.append("{}");
                } else {
                    template(at.at(child.children().get(0)), text, depth);
                }
            }
        } else if (node.is(SyntaxKind.BINARY_EXPRESSION) && summands(node).size() > 1) {
            for (SyntaxNode summand : summands(node)) template(at.at(summand), text, depth);
        } else {
            Located initial = depth < MAX_DEPTH ? initial(at) : null;
            if (initial == null) text.append("{}");
            else template(initial, text, depth + 1);
        }
    }

    /** What a constant name is declared as; null when that is not known. */
    private @Nullable Located initial(Located at) {
        if (!at.node().is(SyntaxKind.IDENTIFIER)) return null;
        Binding binding = at.module().binding(at.node(), at.node().text());
        if (binding == null || binding.reassigned()) return null;
        if (binding.sort == Binding.Sort.IMPORT)
            return program.targets().of(at.module(), binding) instanceof Target.Found found ? found.at() : null;
        SyntaxNode value = binding.value;
        boolean plain = binding.sort == Binding.Sort.VARIABLE && binding.path.isEmpty();
        return plain && value != null ? at.at(value) : null;
    }

    // --- arrays and objects

    /** The elements of an array or list of arguments. */
    Value.Items items(Located list) {
        if (open.isEmpty()) steps = 0;
        return items(list, null, 0);
    }

    private Value.Items items(Located at, @Nullable Frame frame, int depth) {
        List<Located> all = new ArrayList<>();
        boolean complete = true;
        for (SyntaxNode child : at.node().children()) {
            if (!child.is(SyntaxKind.SPREAD_ELEMENT)) {
                if (child.error()) complete = false;
                else all.add(at.at(child));
            } else {
                Value value = child.children().isEmpty()
                        ? left(at, "")
                        : eval(at.at(child.children().get(0)), frame, depth + 1);
                if (value instanceof Value.Items items) {
                    all.addAll(items.items());
                    complete &= items.complete();
                } else {
                    complete = false;
                }
            }
            if (all.size() > MAX_ITEMS) return new Value.Items(all.subList(0, MAX_ITEMS), false);
        }
        steps += all.size() / COPIED_A_STEP;
        if (at.node().is(SyntaxKind.ARRAY)
                && complete
                && at.node().end() - at.node().start() < MAX_TEXT)
            complete = !at.node().text().startsWith("[,") && !at.node().text().contains(",,");
        return new Value.Items(all, complete);
    }

    private Value struct(Located at, @Nullable Frame frame, int depth) {
        Map<String, Located> entries = new LinkedHashMap<>();
        boolean complete = true;
        for (SyntaxNode child : at.node().children()) {
            if (child.is(SyntaxKind.SPREAD_ELEMENT)) {
                Value value = child.children().isEmpty()
                        ? left(at, "")
                        : eval(at.at(child.children().get(0)), frame, depth + 1);
                if (value instanceof Value.Struct struct && struct.complete()) {
                    struct.entries().forEach((key, entry) -> replace(entries, key, entry));
                } else if (!(value instanceof Value.Nothing)) {
                    // it may hold any key, so that what stands before it is not certain any more
                    complete = false;
                    entries.clear();
                    if (value instanceof Value.Struct struct) entries.putAll(struct.entries());
                }
            } else {
                String key = key(at, child, frame, depth);
                if (key != null && child.child("accessor") != null) {
                    complete = false;
                    entries.remove(key);
                } else if (key == null) {
                    complete = false;
                    if (!child.error()) entries.clear();
                } else {
                    SyntaxNode value = child.is(SyntaxKind.PAIR) ? child.child("value") : child;
                    if (value != null) replace(entries, key, at.at(value));
                }
            }
            if (entries.size() > MAX_ITEMS) return left(at, "it has too many entries");
        }
        steps += entries.size() / COPIED_A_STEP;
        return new Value.Struct(entries, complete);
    }

    private static void replace(Map<String, Located> entries, String key, Located value) {
        entries.remove(key);
        entries.put(key, value);
    }

    private @Nullable String key(Located at, SyntaxNode child, @Nullable Frame frame, int depth) {
        if (child.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)) return child.text();
        SyntaxNode name = child.child(child.is(SyntaxKind.PAIR) ? "key" : "name");
        if (name == null) return null;
        if (!name.is(SyntaxKind.COMPUTED_PROPERTY_NAME)) return Literals.key(name);
        if (name.children().isEmpty()) return null;
        return plain(eval(at.at(name.children().get(0)), frame, depth));
    }

    private Value members(Located at) {
        SyntaxNode body = at.node().child("body");
        if (body == null) return left(at, "it is damaged");
        Map<String, Located> entries = new LinkedHashMap<>();
        boolean complete = true;
        for (SyntaxNode member : body.children()) {
            SyntaxNode name = member.is(SyntaxKind.ENUM_ASSIGNMENT) ? member.child("name") : member;
            String key = name == null ? null : Literals.key(name);
            if (key == null) complete = false;
            else entries.put(key, at.at(member));
        }
        return new Value.Struct(entries, complete);
    }

    /** A member of an enum without a value counts up from the one before it. */
    private Value counted(Located at, int depth) {
        SyntaxNode body = at.node().parent();
        if (body == null || !body.is(SyntaxKind.ENUM_BODY)) return left(at, "it is the name of a property");
        long number = 0;
        for (int i = at.module().placeIn(body, at.node()) - 1; i >= 0; i--) {
            SyntaxNode member = body.children().get(i);
            SyntaxNode given = member.is(SyntaxKind.ENUM_ASSIGNMENT) ? member.child("value") : null;
            number++;
            if (given == null) continue;
            Long whole =
                    eval(at.at(given), null, depth + 1) instanceof Value.Number raw ? Literals.whole(raw.raw()) : null;
            return whole == null
                    ? left(at, "its number is not known")
                    : new Value.Number(Long.toString(whole + number));
        }
        return new Value.Number(Long.toString(number));
    }

    // --- members

    private Value member(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode object = at.node().child("object");
        String key = memberKey(at, frame, depth);
        if (object == null || key == null) return left(at, "the name of the member is only known when it runs");
        SyntaxNode root = Kinds.unwrap(object);
        if (root.is(SyntaxKind.THIS)) return ofThis(at, root, key, depth);
        Binding binding = root.is(SyntaxKind.IDENTIFIER) ? at.module().binding(root, root.text()) : null;
        if (binding != null && binding.sort != Binding.Sort.VARIABLE && binding.changes(key))
            return left(at, "`" + binding.name + "." + key + "` is assigned");
        if (binding != null && binding.sort == Binding.Sort.IMPORT) {
            Target target = program.targets().of(at.module(), binding);
            if (target instanceof Target.Namespace namespace
                    && namespace.module().exports().whole() == null)
                return target(at, program.targets().exported(namespace.module(), key), depth + 1);
        }
        return ofValue(at, eval(at.at(object), frame, depth), key, depth);
    }

    /** The name of the member of a member or subscript expression; null when it is not constant. */
    @Nullable
    String memberKey(Located at, @Nullable Frame frame, int depth) {
        if (at.node().is(SyntaxKind.MEMBER_EXPRESSION)) {
            SyntaxNode property = at.node().child("property");
            return property == null ? null : property.text();
        }
        SyntaxNode index = at.node().child("index");
        return index == null ? null : plain(eval(at.at(index), frame, depth));
    }

    private Value ofThis(Located at, SyntaxNode self, String key, int depth) {
        SyntaxNode type = Members.around(self);
        if (type == null) return left(at, "it depends on the object");
        return field(at, at.at(type), key, Members.isStatic(self), depth);
    }

    private Value field(Located at, Located type, String key, boolean isStatic, int depth) {
        SyntaxNode member = Members.of(type, key, isStatic);
        Module module = type.module();
        if (member == null) return left(at, "it is a member that the class does not declare with a value");
        if (member.is(SyntaxKind.METHOD_DEFINITION)) {
            return member.child("accessor") == null
                    ? new Value.Function(module.at(member))
                    : left(at, "it is calculated when it is read");
        }
        SyntaxNode value = member.child("value");
        if (value == null || module.changes(type.node(), key)) return left(at, "it is assigned when it runs");
        boolean fixed = member.child("readonly") != null || member.child("accessibility") != null || isStatic;
        Value found = eval(module.at(value), null, depth + 1);
        boolean code = found instanceof Value.Function;
        return fixed || code || key.startsWith("#") ? found : left(at, "it may be assigned from outside of its class");
    }

    /** A member of a value. */
    Value ofValue(Located at, Value value, String key, int depth) {
        if (value instanceof Value.Struct struct) {
            Located entry = struct.get(key);
            if (entry != null) return eval(entry, null, depth + 1);
            return left(at, struct.complete() ? "there is no member `" + key + "`" : "not all members are known");
        }
        if (value instanceof Value.Items items) {
            Long index = Literals.whole(key);
            return index == null || index < 0 || index > MAX_ITEMS
                    ? left(at, "it is a member of an array")
                    : element(at, items, index.intValue(), depth + 1);
        }
        if (value instanceof Value.External external) {
            String name = external.name().equals(Binding.ANY) ? key : external.name() + "." + key;
            return new Value.External(external.module(), name);
        }
        if (value instanceof Value.Parameter parameter)
            return new Value.Parameter(parameter.function(), parameter.index(), parameter.name() + "." + key);
        if (value instanceof Value.Global global) return ofGlobal(global.name(), key);
        if (value instanceof Value.Class type) {
            return field(at, type.declaration(), key, true, depth);
        }
        if (value instanceof Value.CallResult result) return ofResult(at, result, key, depth);
        return value instanceof Value.Open ? value : left(at, "it is a member of something that is not known");
    }

    private static Value ofGlobal(String name, String key) {
        return switch (name) {
            case "process.env", "import.meta.env", "Bun.env" -> new Value.Environment(key);
            case "globalThis", "window", "global" -> new Value.Global(key);
            default -> new Value.Global(name + "." + key);
        };
    }

    /** Functions called {@code define…} give back the object they are given. */
    private Value ofResult(Located at, Value.CallResult result, String key, int depth) {
        Callee callee = result.callee();
        Located type = callee.declaration();
        if (type != null && Kinds.type(type.node()) && result.call().node().is(SyntaxKind.NEW_EXPRESSION))
            return field(at, type, key, false, depth);
        String last = callee.last();
        boolean defines = callee.declaration() == null
                && (last.startsWith("define") || last.startsWith("deepFreeze") || last.startsWith("readonly"));
        if (defines) {
            Value.Items arguments = callArguments(result.call(), null, depth);
            if (arguments.complete() && arguments.items().size() == 1) {
                Value inner = eval(arguments.items().get(0), null, depth + 1);
                Located entry = inner instanceof Value.Struct struct ? struct.get(key) : null;
                Value member = entry == null ? null : eval(entry, null, depth + 1);
                if (member != null && plain(member) != null) return member;
            }
        }
        return left(at, "it is a member of what a call gives");
    }

    // --- calls

    private Value call(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode function = at.node().child("function");
        if (function == null) return left(at, "it is damaged");
        SyntaxNode called = Kinds.unwrap(function);
        if (called.is(SyntaxKind.IMPORT) || isRequire(at, called)) return module(at, frame, depth);
        Callee callee = callees.of(at, frame, depth);
        if (FREEZERS.contains(callee.name()) && callee.root() instanceof Value.Global) {
            Value.Items arguments = callArguments(at, frame, depth);
            if (arguments.complete() && !arguments.items().isEmpty())
                return eval(arguments.items().get(0), frame, depth);
        }
        if (callee.name().equals("Deno.env.get") && callee.root() instanceof Value.Global) {
            Value.Items arguments = callArguments(at, frame, depth);
            Value name = arguments.items().size() == 1 ? eval(arguments.items().get(0), frame, depth) : null;
            if (name instanceof Value.Text text) return new Value.Environment(text.text());
        }
        Value.CallResult plain = new Value.CallResult(at, callee, at);
        Located declaration = callee.declaration();
        SyntaxNode returned = declaration == null ? null : Functions.returned(declaration.node());
        if (declaration == null || returned == null || depth >= MAX_DEPTH) return plain;
        Frame inner = new Frame(declaration, callArguments(at, frame, depth), frame);
        Value value = eval(declaration.at(returned), inner, depth + 1);
        if (value instanceof Value.CallResult result) return new Value.CallResult(result.call(), result.callee(), at);
        boolean known = value instanceof Value.Text
                || value instanceof Value.Number
                || value instanceof Value.Bool
                || value instanceof Value.Nothing
                || value instanceof Value.Items
                || value instanceof Value.Struct
                || value instanceof Value.Class
                || value instanceof Value.External
                || value instanceof Value.Environment;
        return known ? value : plain;
    }

    static boolean isRequire(Located call, SyntaxNode called) {
        return called.is(SyntaxKind.IDENTIFIER)
                && called.text().equals("require")
                && call.module().binding(called, "require") == null;
    }

    /** What {@code require} or {@code import} gives. */
    private Value module(Located at, @Nullable Frame frame, int depth) {
        Value.Items arguments = callArguments(at, frame, depth);
        Value name = arguments.items().isEmpty() ? null : eval(arguments.items().get(0), frame, depth);
        if (!(name instanceof Value.Text text)) return left(at, "the name of the module is only known when it runs");
        return target(at, program.targets().imported(at.module(), text.text(), Binding.ANY), depth + 1);
    }
}

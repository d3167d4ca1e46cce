package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.catalogue.ValueType.Kind;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Statements that demand something. */
final class ConditionReader {
    static final Set<String> WORDS = Set.of(
            "every",
            "some",
            "no",
            "atLeast",
            "atMost",
            "exactly",
            "anyOf",
            "allOf",
            "attested",
            "verdictOf",
            "use",
            "forEach");
    private static final Set<String> AFTER_CANDIDATES = Set.of("must", "has", "hasNo");

    private final Scope scope;
    private final SourceText source;
    private final Arguments arguments;
    private final PatternReader patterns;

    ConditionReader(Scope scope) {
        this.scope = scope;
        this.source = scope.source();
        this.arguments = new Arguments(source);
        this.patterns = new PatternReader(scope);
    }

    /** All statements together: the only one, or their conjunction. */
    Condition all(@Nullable String label, List<Syntax> statements, Span span) {
        if (statements.isEmpty())
            throw source.refuse(span, "the block demands nothing", "`some Document where { ... }`");
        List<Condition> parts = each(statements);
        if (parts.size() == 1 && label == null) return parts.get(0);
        return new Condition.AllOf(label, parts, source.place(span));
    }

    private List<Condition> each(List<Syntax> statements) {
        List<Condition> parts = new ArrayList<>();
        for (Syntax statement : statements) parts.add(read(statement));
        return parts;
    }

    Condition read(Syntax statement) {
        scope.item().countCondition(statement.span(), source);
        Links links = Links.of(statement, source);
        Syntax.Call head = links.next();
        return switch (head.name()) {
            case "every" -> every(head, links);
            case "some", "no" -> existence(head, links);
            case "atLeast", "atMost", "exactly" -> count(head, links);
            case "anyOf", "allOf" -> group(head, links);
            case "attested" -> new AttestedReader(scope).read(head, links);
            case "verdictOf" -> verdictOf(head, links);
            case "use" -> new CheckUse(scope).read(head, links);
            case "forEach" -> forEach(head, links);
            default ->
                throw source.refuse(
                        head.nameSpan(), "`" + head.name() + "` is no condition", Links.advice(head.name(), WORDS));
        };
    }

    private Condition every(Syntax.Call head, Links links) {
        Pattern pattern = patterns.read(head, links, null);
        String word = links.peek();
        if (word == null || !AFTER_CANDIDATES.contains(word)) throw links.missing(AFTER_CANDIDATES, words());
        Bindings.Bound outer = PatternReader.bound(pattern, scope);
        Syntax.Call call = links.next();
        if (word.equals("must")) {
            List<Expr> must = Conjuncts.read(call, new ExprReader(scope, new Bindings(outer, null)));
            return new Condition.EveryMust(label(links, Set.of("labelled")), pattern, must, place(links));
        }
        Pattern partner = patterns.read(call, links, outer);
        String label = label(links, afterPattern());
        return word.equals("has")
                ? new Condition.EveryHas(label, pattern, partner, place(links))
                : new Condition.EveryHasNo(label, pattern, partner, place(links));
    }

    private Condition existence(Syntax.Call head, Links links) {
        Pattern pattern = patterns.read(head, links, null);
        String label = label(links, afterPattern());
        return head.name().equals("some")
                ? new Condition.Some(label, pattern, place(links))
                : new Condition.No(label, pattern, place(links));
    }

    private Condition count(Syntax.Call head, Links links) {
        arguments.shape(head, 1);
        Expr number = number(head.arguments().get(0), head.name());
        Syntax.Call of = links.expect("of", Set.of("of"));
        Pattern pattern = patterns.read(of, links, null);
        Expr distinct = null;
        if ("distinct".equals(links.peek())) {
            Syntax.Call call = links.next();
            Bindings bindings = new Bindings(PatternReader.bound(pattern, scope), null);
            Syntax body = arguments.expression(call);
            distinct = new ExprReader(scope, bindings).read(body, null);
            if (!Reads.role(distinct, Expr.Role.OWN) || distinct.type().kind() == Kind.TEXT_LIST)
                throw source.refuse(
                        body.span(),
                        "`distinct` needs a single value of `" + pattern.variable() + "`",
                        "`distinct { " + pattern.variable() + ".key }`");
        }
        Set<String> legal = afterPattern();
        if (distinct == null) legal.add("distinct");
        String label = label(links, legal);
        for (Condition.Quantity quantity : Condition.Quantity.values())
            if (quantity.text().equals(head.name()))
                return new Condition.Count(label, quantity, number, pattern, distinct, place(links));
        throw new AssertionError(head.name());
    }

    /** A whole number, from 0 up, or a parameter. */
    Expr number(Syntax s, String what) {
        Expr number = new ExprReader(scope, Bindings.NONE).read(s, ValueType.INTEGER);
        boolean constant = number instanceof Expr.Const c && c.value() instanceof Long;
        if (number.type().kind() != Kind.INTEGER || (!constant && !(number instanceof Expr.ParamRef)))
            throw source.refuse(s.span(), "`" + what + "` needs a whole number or a parameter of type integer");
        long least = what.equals("atLeast") || what.equals("quorum") ? 1 : 0;
        if (number instanceof Expr.Const c && c.value() instanceof Long value && (value < least || value > 1_000_000))
            throw source.refuse(s.span(), "`" + what + "` needs a number from " + least + " to 1000000, not " + value);
        return number;
    }

    private Condition group(Syntax.Call head, Links links) {
        boolean labelled = head.arguments().size() == 2;
        arguments.shape(head, labelled ? 2 : 1);
        String label = labelled ? arguments.text(head.arguments().get(0), head.name()) : null;
        Syntax.Block block = arguments.block(head, head.arguments().get(labelled ? 1 : 0));
        links.end(Set.of());
        if (block.statements().isEmpty()) throw source.refuse(block.span(), "`" + head.name() + "` demands nothing");
        List<Condition> parts = each(block.statements());
        if (parts.size() == 1)
            throw source.refuse(
                    head.nameSpan(),
                    "`" + head.name() + "` joins at least two conditions",
                    "leave it out" + (labelled ? ", and write `labelled '" + label + "'` behind the condition" : ""));
        return head.name().equals("anyOf")
                ? new Condition.AnyOf(label, parts, place(links))
                : new Condition.AllOf(label, parts, place(links));
    }

    private Condition verdictOf(Syntax.Call head, Links links) {
        VerdictReader verdicts = new VerdictReader(source, arguments);
        return verdicts.read(head, label(links, Set.of("labelled")), place(links));
    }

    private Condition forEach(Syntax.Call head, Links links) {
        arguments.shape(head, 2);
        links.end(Set.of());
        Syntax values = head.arguments().get(0);
        List<String> texts = constants(values);
        if (!(head.arguments().get(1) instanceof Syntax.Block block)
                || block.parameters().size() != 1)
            throw source.refuse(
                    head.nameSpan(), "`forEach` needs a block with one name", "`forEach(arg.names) { name -> ... }`");
        String variable = block.parameters().get(0);
        List<Condition> parts = new ArrayList<>();
        for (String text : texts) {
            Scope inner = scope.inLoop(variable, text);
            parts.add(new ConditionReader(inner).all(null, block.statements(), block.span()));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(null, parts, place(links));
    }

    /** Each once, in the author's order. */
    private List<String> constants(Syntax values) {
        List<String> texts = Literals.texts(values);
        if (texts == null) {
            Expr list = new ExprReader(scope, Bindings.NONE).read(values, null);
            if (!(list instanceof Expr.Const c) || !(c.value() instanceof List<?> elements))
                throw source.refuse(
                        values.span(),
                        "`forEach` needs constants, " + ExprReader.quoted(list) + " is none",
                        "`every PolicyValue where { policyValue.name == '...' } has ...` for the elements of a parameter");
            texts = elements.stream().map(String.class::cast).toList();
        }
        if (texts.isEmpty()) throw source.refuse(values.span(), "the list is empty");
        return texts.stream().distinct().toList();
    }

    /** The text after {@code labelled}, which ends the statement; null when there is none. */
    @Nullable
    String label(Links links, Set<String> legal) {
        String label = null;
        if ("labelled".equals(links.peek())) {
            label = labelText(links.next());
            links.end(Set.of());
        }
        links.end(legal);
        return label;
    }

    /** A constant text, or the name of a loop that goes over texts. */
    private String labelText(Syntax.Call call) {
        arguments.shape(call, 1);
        Syntax text = call.arguments().get(0);
        String looped = text instanceof Syntax.Name name ? scope.loop().get(name.text()) : null;
        return looped == null || looped.isBlank() ? arguments.text(text, call.name()) : looped;
    }

    private SourcePlace place(Links links) {
        return source.place(links.span());
    }

    static Set<String> afterPattern() {
        Set<String> words = new TreeSet<>(PatternReader.WORDS);
        words.add("labelled");
        return words;
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(PatternReader.WORDS);
        words.addAll(AFTER_CANDIDATES);
        return words;
    }
}

package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType.Kind;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code Type}, {@code anywhere(..)}, {@code base(..)} with their {@code as:}, and the words that narrow them. */
final class PatternReader {
    static final Set<String> WORDS = Set.of("where", "at", "unresolved", "awaiting", "fresh", "settled", "by");
    private static final Set<String> RESERVED =
            Set.of("subject", "param", "arg", "now", "this", "it", "owner", "delegate", "null", "true", "false", "in");

    private final Scope scope;
    private final SourceText source;
    private final Arguments arguments;

    PatternReader(Scope scope) {
        this.scope = scope;
        this.source = scope.source();
        this.arguments = new Arguments(source);
    }

    /** The pattern named by a word such as {@code every}, with the words that follow it. */
    Pattern read(Syntax.Call call, Links links, Bindings.@Nullable Bound outer) {
        arguments.shape(call, 1, "as");
        return read(call.arguments().get(0), arguments.named(call, "as"), links, outer);
    }

    Pattern read(Syntax named, Syntax.@Nullable Named as, Links links, Bindings.@Nullable Bound outer) {
        Target target = target(named);
        String variable = as == null ? target.variable() : variable(as);
        if (outer != null && outer.variable().equals(variable))
            throw source.refuse(
                    named.span(),
                    "both patterns are called `" + variable + "`",
                    "`" + source.place(named.span()).text() + ", as: 'other'`");
        Bindings bindings = new Bindings(new Bindings.Bound(variable, target.type), outer);
        Reading reading = new Reading(new ExprReader(scope, bindings), target.type);
        String word = links.peek();
        while (word != null && WORDS.contains(word)) {
            reading.read(links.next());
            word = links.peek();
        }
        return new Pattern(
                variable,
                target.type.name(),
                target.base ? Pattern.Side.BASE : Pattern.Side.HEAD,
                target.anywhere,
                reading.where,
                reading.qualifiers(),
                source.place(named.span()));
    }

    static Bindings.Bound bound(Pattern pattern, Scope scope) {
        FactType type = scope.item().catalogue().type(pattern.factType());
        if (type == null) throw new AssertionError(pattern.factType());
        return new Bindings.Bound(pattern.variable(), type);
    }

    private record Target(FactType type, boolean base, boolean anywhere) {
        String variable() {
            String name = type.name();
            return base ? "base" + name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    private Target target(Syntax s) {
        if (s instanceof Syntax.Name name)
            return new Target(scope.item().factType(name.text(), name.span(), source), false, false);
        if (s instanceof Syntax.Call call
                && call.receiver() == null
                && (call.name().equals("anywhere") || call.name().equals("base"))) {
            arguments.shape(call, 1);
            Target inner = target(call.arguments().get(0));
            boolean base = call.name().equals("base");
            if (base ? inner.base : inner.anywhere)
                throw source.refuse(call.nameSpan(), "`" + call.name() + "` stands here twice");
            return new Target(inner.type, inner.base || base, inner.anywhere || !base);
        }
        throw source.refuse(
                s.span(), "a fact type is wanted here", "`Document`, `anywhere(Document)` or `base(Document)`");
    }

    private String variable(Syntax.Named as) {
        String name = arguments.text(as.value(), "as");
        boolean fine = name.charAt(0) >= 'a'
                && name.charAt(0) <= 'z'
                && name.length() <= 40
                && name.chars().allMatch(c -> Characters.inWord((char) c));
        if (!fine || RESERVED.contains(name) || scope.loop().containsKey(name))
            throw source.refuse(
                    as.value().span(),
                    "`" + name + "` cannot name a fact",
                    fine ? "another name: this one is taken" : "letters and digits, the first one a small letter");
        return name;
    }

    /** The words after one pattern. */
    private final class Reading {
        private final ExprReader exprs;
        private final FactType type;
        private final TreeSet<String> seen = new TreeSet<>();
        private List<Expr> where = List.of();
        private @Nullable Expr unresolved;
        private boolean revision;
        private @Nullable Expr awaiting;
        private @Nullable Duration fresh;
        private @Nullable Duration settled;
        private @Nullable Expr by;
        private @Nullable Span aged;

        Reading(ExprReader exprs, FactType type) {
            this.exprs = exprs;
            this.type = type;
        }

        void read(Syntax.Call call) {
            if (!seen.add(call.name()))
                throw source.refuse(
                        call.nameSpan(),
                        "`" + call.name() + "` stands here twice",
                        call.name().equals("where") ? "join the conditions with `&&`" : null);
            switch (call.name()) {
                case "where" -> where = Conjuncts.read(call, exprs);
                case "unresolved" -> unresolved = Conjuncts.single(call, exprs);
                case "awaiting" -> awaiting = Conjuncts.single(call, exprs);
                case "at" -> revision(call);
                case "fresh" -> fresh = age(call);
                case "settled" -> settled = age(call);
                default -> by = moment(call);
            }
        }

        private void revision(Syntax.Call call) {
            arguments.shape(call, 1);
            if (!(call.arguments().get(0) instanceof Syntax.Name name)
                    || !name.text().equals("revision"))
                throw source.refuse(call.arguments().get(0).span(), "`at` is followed by `revision`");
            needsSha(type, call.span());
            needsSha(scope.item().subject().type(), call.span());
            revision = true;
        }

        private void needsSha(FactType needed, Span at) {
            Property sha = needed.property("sha");
            if (sha == null || sha.type().kind() != Kind.TEXT)
                throw source.refuse(at, "`at revision` needs a `sha`, `" + needed.name() + "` has none");
        }

        private Duration age(Syntax.Call call) {
            arguments.shape(call, 1);
            aged = call.span();
            Syntax s = call.arguments().get(0);
            Duration age = Literals.duration(s, source);
            if (age == null
                    && s instanceof Syntax.Member m
                    && m.of() instanceof Syntax.Name n
                    && n.text().equals("arg"))
                age = exprs.argument(m) instanceof Expr.Const c && c.value() instanceof Duration d ? d : null;
            if (age == null || age.isZero() || age.isNegative())
                throw source.refuse(s.span(), "`" + call.name() + "` needs a duration", "`24.hours`");
            return age;
        }

        private Expr moment(Syntax.Call call) {
            Expr moment = exprs.read(arguments.expression(call), null);
            boolean named = moment instanceof Expr.Prop || moment instanceof Expr.NowRef;
            if (moment.type().kind() != Kind.INSTANT || !named)
                throw source.refuse(
                        arguments.expression(call).span(),
                        "`by` needs an INSTANT property of a fact or `now`, " + ExprReader.quoted(moment) + " is "
                                + moment.type().display());
            return moment;
        }

        Qualifiers qualifiers() {
            if (by != null && aged == null)
                throw source.refuse(
                        exprSpan(by), "`by` says what `fresh` or `settled` count from, and neither is here");
            Property at = type.property("at");
            if (aged != null && by == null && (at == null || at.type().kind() != Kind.INSTANT))
                throw source.refuse(
                        aged, "`" + type.name() + "` has no `at` its age could be counted from", momentAdvice());
            return new Qualifiers(unresolved, revision, awaiting, fresh, settled, by);
        }

        private @Nullable String momentAdvice() {
            for (Property property : type.properties())
                if (property.type().kind() == Kind.INSTANT) return "`by { x." + property.name() + " }`";
            return null;
        }

        private Span exprSpan(Expr expr) {
            int line = expr.place().line();
            int column = expr.place().column();
            return new Span(line, column, line, column);
        }
    }
}

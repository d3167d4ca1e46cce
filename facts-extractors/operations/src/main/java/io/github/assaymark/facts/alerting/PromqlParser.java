package io.github.assaymark.facts.alerting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries of Prometheus (its documentation, querying/basics, operators and functions). It knows less than
 * Prometheus does, and refuses what it does not know; what it takes, Prometheus takes too. Used once.
 */
final class PromqlParser {
    private static final int MAX_DEPTH = 60;
    private static final Set<String> AGGREGATES = Set.of(
            "sum",
            "avg",
            "min",
            "max",
            "group",
            "count",
            "stddev",
            "stdvar",
            "topk",
            "bottomk",
            "quantile",
            "count_values");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "unless",
            "atan2",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "bool",
            "offset",
            "inf",
            "nan");

    private final List<PromqlToken> tokens;
    private int at;
    private int depth;

    private PromqlParser(List<PromqlToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a query that gives series or a number.
     *
     * @throws PromqlSyntaxException when it is not understood
     */
    static Promql read(String text) throws PromqlSyntaxException {
        PromqlParser parser = new PromqlParser(PromqlTokens.of(text));
        Promql query = parser.binary(0);
        if (parser.peek().kind() != PromqlToken.Kind.END) throw parser.unexpected();
        if (query.type() != Promql.Type.VECTOR && query.type() != Promql.Type.SCALAR)
            throw new PromqlSyntaxException("the query gives no series at one time");
        return query;
    }

    private PromqlToken peek() {
        return tokens.get(at);
    }

    private PromqlToken take() {
        PromqlToken token = tokens.get(at);
        if (token.kind() != PromqlToken.Kind.END) at++;
        return token;
    }

    private boolean accept(String sign) {
        if (!peek().is(sign)) return false;
        at++;
        return true;
    }

    private void expect(String sign) throws PromqlSyntaxException {
        if (!accept(sign)) throw unexpected();
    }

    private PromqlSyntaxException unexpected() {
        PromqlToken token = peek();
        return new PromqlSyntaxException(
                token.kind() == PromqlToken.Kind.END
                        ? "the query ends too early"
                        : "`" + AlertingFile.shown(token.text()) + "` is not expected where it stands");
    }

    /** Lower binds less; 0 for what is no operator. */
    private static int strength(PromqlToken token) {
        if (token.kind() != PromqlToken.Kind.SIGN && token.kind() != PromqlToken.Kind.NAME) return 0;
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "or" -> 1;
            case "and", "unless" -> 2;
            case "==", "!=", "<", "<=", ">", ">=" -> 3;
            case "+", "-" -> 4;
            case "*", "/", "%", "atan2" -> 5;
            case "^" -> 6;
            default -> 0;
        };
    }

    private Promql binary(int above) throws PromqlSyntaxException {
        if (++depth > MAX_DEPTH) throw new PromqlSyntaxException("the query is nested too deeply");
        Promql left = unary();
        while (strength(peek()) > above) {
            String operator = take().text().toLowerCase(Locale.ROOT);
            int strength = strength(new PromqlToken(PromqlToken.Kind.SIGN, operator));
            boolean bool = peek().says("bool");
            if (bool) at++;
            boolean matched = matching(strength < 3);
            Promql right = binary(operator.equals("^") ? strength - 1 : strength);
            left = checked(new Promql.Binary(operator, bool, left, right), matched);
        }
        depth--;
        return left;
    }

    private static Promql checked(Promql.Binary binary, boolean matched) throws PromqlSyntaxException {
        boolean scalars =
                binary.left().type() == Promql.Type.SCALAR || binary.right().type() == Promql.Type.SCALAR;
        boolean both = binary.type() == Promql.Type.SCALAR;
        for (Promql side : binary.parts())
            if (side.type() != Promql.Type.SCALAR && side.type() != Promql.Type.VECTOR)
                throw new PromqlSyntaxException("`" + binary.operator() + "` stands beside a range or a text");
        if ((matched || binary.combines()) && scalars)
            throw new PromqlSyntaxException("`" + binary.operator() + "` stands between series only");
        if (binary.bool() != (binary.bool() && binary.compares()) || (both && binary.compares() && !binary.bool()))
            throw new PromqlSyntaxException("`bool` stands where it may not, or is missing");
        return binary;
    }

    private boolean matching(boolean combines) throws PromqlSyntaxException {
        if (!peek().says("on") && !peek().says("ignoring")) return false;
        boolean on = take().says("on");
        List<String> labels = labels();
        if (!peek().says("group_left") && !peek().says("group_right")) return true;
        if (combines) throw new PromqlSyntaxException("sets are not grouped");
        at++;
        if (!peek().is("(")) return true;
        for (String label : labels())
            if (on && labels.contains(label))
                throw new PromqlSyntaxException("the label `" + label + "` is matched and grouped");
        return true;
    }

    private List<String> labels() throws PromqlSyntaxException {
        List<String> labels = new ArrayList<>();
        expect("(");
        while (!accept(")")) {
            if (peek().kind() != PromqlToken.Kind.NAME || peek().text().indexOf(':') >= 0 || peek().says("without"))
                throw unexpected();
            labels.add(take().text());
            if (!accept(",") && !peek().is(")")) throw unexpected();
        }
        return labels;
    }

    private Promql unary() throws PromqlSyntaxException {
        if (++depth > MAX_DEPTH) throw new PromqlSyntaxException("the query is nested too deeply");
        Promql query;
        if (peek().is("-") || peek().is("+")) {
            boolean negative = take().is("-");
            // Binds as * does: -a ^ b is -(a ^ b), -a * b is (-a) * b.
            Promql of = binary(5);
            if (of.type() != Promql.Type.SCALAR && of.type() != Promql.Type.VECTOR) throw unexpected();
            query = negative ? new Promql.Negative(of) : of;
        } else {
            query = postfix();
        }
        depth--;
        return query;
    }

    private Promql postfix() throws PromqlSyntaxException {
        boolean plain = peek().kind() == PromqlToken.Kind.NAME || peek().is("{");
        Promql query = primary();
        boolean shiftable = plain && query instanceof Promql.Series;
        boolean offset = false;
        boolean moment = false;
        while (true) {
            if (peek().is("[")) {
                at++;
                duration();
                if (accept(":")) {
                    if (peek().kind() == PromqlToken.Kind.DURATION) duration();
                    if (query.type() != Promql.Type.VECTOR) throw unexpected();
                    query = new Promql.Subquery(query);
                } else if (plain && query instanceof Promql.Series series && !series.ranged() && !offset && !moment) {
                    query = new Promql.Series(series.metric(), series.labels(), true);
                } else {
                    throw new PromqlSyntaxException("a range stands behind what is no series");
                }
                expect("]");
                shiftable = true;
                offset = false;
                moment = false;
            } else if (peek().says("offset") && shiftable && !offset) {
                at++;
                if (!accept("-")) accept("+");
                duration();
                offset = true;
            } else if (peek().is("@") && shiftable && !moment) {
                at++;
                moment();
                moment = true;
            } else {
                return query;
            }
        }
    }

    private void duration() throws PromqlSyntaxException {
        PromqlToken token = take();
        if (token.kind() != PromqlToken.Kind.DURATION
                || token.text().chars().noneMatch(c -> c >= '1' && c <= '9')
                || PrometheusDuration.of(token.text()) == null)
            throw new PromqlSyntaxException("a time such as 5m is expected");
    }

    private void moment() throws PromqlSyntaxException {
        if (peek().says("start") || peek().says("end")) {
            at++;
            expect("(");
            expect(")");
            return;
        }
        accept("-");
        PromqlToken number = take();
        if (number.kind() != PromqlToken.Kind.NUMBER || amount(number.text()).value() == null) throw unexpected();
    }

    private Promql primary() throws PromqlSyntaxException {
        PromqlToken token = peek();
        switch (token.kind()) {
            case NUMBER -> {
                at++;
                return amount(token.text());
            }
            case TEXT -> {
                at++;
                return new Promql.Text(token.text());
            }
            case NAME -> {
                return named();
            }
            default -> {
                if (token.is("{")) return series(null);
                expect("(");
                Promql inner = binary(0);
                expect(")");
                return inner;
            }
        }
    }

    private Promql named() throws PromqlSyntaxException {
        String name = take().text();
        String lower = name.toLowerCase(Locale.ROOT);
        if (AGGREGATES.contains(lower)) return aggregate(lower);
        if (WORDS.contains(lower)) throw new PromqlSyntaxException("`" + name + "` is not expected where it stands");
        if (!peek().is("(")) return series(name);
        if (!PromqlFunctions.known(name))
            throw new PromqlSyntaxException("no function is called `" + AlertingFile.shown(name) + "`");
        List<Promql> arguments = arguments();
        StringBuilder types = new StringBuilder();
        for (Promql argument : arguments)
            types.append(
                    switch (argument.type()) {
                        case SCALAR -> 's';
                        case VECTOR -> 'v';
                        case MATRIX -> 'm';
                        case TEXT -> 't';
                    });
        if (!PromqlFunctions.takes(name, types.toString()))
            throw new PromqlSyntaxException("the arguments of `" + name + "` are not those it takes");
        return new Promql.Call(name, arguments, PromqlFunctions.result(name));
    }

    private List<Promql> arguments() throws PromqlSyntaxException {
        List<Promql> arguments = new ArrayList<>();
        expect("(");
        if (accept(")")) return arguments;
        do arguments.add(binary(0));
        while (accept(","));
        expect(")");
        return arguments;
    }

    private Promql aggregate(String operator) throws PromqlSyntaxException {
        boolean grouped = grouping();
        List<Promql> arguments = arguments();
        if (!grouped) grouping();
        Promql.Type parameter = switch (operator) {
            case "topk", "bottomk", "quantile" -> Promql.Type.SCALAR;
            case "count_values" -> Promql.Type.TEXT;
            default -> null;
        };
        boolean fits = arguments.size() == (parameter == null ? 1 : 2)
                && (parameter == null || arguments.get(0).type() == parameter)
                && arguments.get(arguments.size() - 1).type() == Promql.Type.VECTOR;
        if (!fits) throw new PromqlSyntaxException("the arguments of `" + operator + "` are not those it takes");
        return new Promql.Aggregate(
                operator, parameter == null ? null : arguments.get(0), arguments.get(arguments.size() - 1));
    }

    private boolean grouping() throws PromqlSyntaxException {
        if (!peek().says("by") && !peek().says("without")) return false;
        at++;
        labels();
        return true;
    }

    private Promql series(@Nullable String metric) throws PromqlSyntaxException {
        List<LabelMatcher> labels = new ArrayList<>();
        boolean said = metric != null;
        if (accept("{")) {
            while (!accept("}")) {
                PromqlToken label = take();
                PromqlToken sign = take();
                PromqlToken value = take();
                boolean compares = sign.is("=") || sign.is("!=") || sign.is("=~") || sign.is("!~");
                if (label.kind() != PromqlToken.Kind.NAME
                        || label.text().indexOf(':') >= 0
                        || !compares
                        || value.kind() != PromqlToken.Kind.TEXT)
                    throw new PromqlSyntaxException("a condition on a label is none");
                if (metric != null && label.text().equals("__name__"))
                    throw new PromqlSyntaxException("the name of the metric stands there twice");
                LabelMatcher matcher = matcher(label.text(), sign.text(), value.text());
                said |= !matcher.holdsFor("");
                labels.add(matcher);
                if (!accept(",") && !peek().is("}")) throw unexpected();
            }
        }
        if (!said) throw new PromqlSyntaxException("a query for all series asks for too much");
        return new Promql.Series(metric, labels, false);
    }

    private static LabelMatcher matcher(String label, String sign, String value) throws PromqlSyntaxException {
        try {
            return LabelMatcher.of(label, LabelMatcher.Kind.of(sign), value);
        } catch (MatcherSyntaxException e) {
            throw new PromqlSyntaxException(String.valueOf(e.getMessage()));
        }
    }

    private static Promql.Amount amount(String text) {
        if (text.startsWith("0x") || text.startsWith("0X"))
            return new Promql.Amount(new BigDecimal(new BigInteger(text.substring(2), 16)));
        char first = text.charAt(0);
        return new Promql.Amount(first == '.' || Character.isDigit(first) ? new BigDecimal(text) : null);
    }
}

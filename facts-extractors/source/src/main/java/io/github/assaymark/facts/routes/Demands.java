package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what in one function demands something of a request. */
final class Demands {
    private static final Set<String> SETTINGS = Set.of(
            "env",
            "enabled",
            "disabled",
            "config",
            "flag",
            "feature",
            "production",
            "development",
            "dev",
            "test",
            "off");
    private static final Pattern PLACE = Pattern.compile("\\b(?:method|path|pathname|url|originalUrl|routePath)\\b");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\b(?:process|import\\.meta|Deno|Bun)\\.env\\b");
    private static final Pattern ERROR = Pattern.compile("_?(?:e|er|err|error|failure|_)");
    private static final Set<String> ALWAYS = Set.of("then", "run", "transaction", "startActiveSpan", "runWithContext");
    private static final Set<String> IDLE = Set.of("log", "info", "debug", "warn", "error", "trace", "set", "header");
    private static final Set<String> PARSERS = Set.of("parse", "parseAsync", "validateSync", "attest");

    private final Located function;
    private final GuardKind kind;
    private final Doors doors;
    private final Resolver resolver;
    private final Replies replies;
    private final Refusals refusals;
    private final Stops stopping;
    private final Set<String> locals = new HashSet<>();

    Demands(Located function, GuardKind kind, Doors doors, Resolver resolver) {
        this.function = function;
        this.kind = kind;
        this.doors = doors;
        this.resolver = resolver;
        this.replies = new Replies(resolver);
        this.refusals = new Refusals(resolver);
        this.stopping = new Stops(resolver);
        names(function.node());
        locals.removeAll(doors.names());
    }

    private void names(SyntaxNode node) {
        boolean declares = node.is(SyntaxKind.REQUIRED_PARAMETER) || node.is(SyntaxKind.OPTIONAL_PARAMETER);
        SyntaxNode name = null;
        if (declares) name = node.child("pattern");
        if (node.is(SyntaxKind.VARIABLE_DECLARATOR)) name = node.child("name");
        if (node.is(SyntaxKind.ARROW_FUNCTION)) name = node.child("parameter");
        if (name != null) identifiers(name);
        for (SyntaxNode child : node.children()) names(child);
    }

    private void identifiers(SyntaxNode pattern) {
        boolean name =
                pattern.is(SyntaxKind.IDENTIFIER) || pattern.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN);
        if (name) locals.add(pattern.text());
        for (SyntaxNode child : pattern.children()) identifiers(child);
    }

    /** Whether all of several must be met, so that a loop over them demands something. */
    boolean everyOne() {
        return kind == GuardKind.SCOPE || kind == GuardKind.ROLE;
    }

    /** Whether a call by itself stops requests that do not meet what it asks for. */
    boolean made(Located call) {
        Callee callee = resolver.callee(call);
        if (callee.name().isEmpty()) return false;
        return !refusals.asked(call) && verifies(callee) && refusals.doubt(call) == null;
    }

    private boolean verifies(Callee callee) {
        GuardKind called = GuardCalls.kind(callee);
        if (called != null && called != GuardKind.AUDIT && called != GuardKind.IDEMPOTENCY) return true;
        List<String> words = GuardWords.words(callee.last());
        if (!words.isEmpty() && GuardWords.demanding(words.get(0))) return true;
        if (kind == GuardKind.VALIDATION && PARSERS.contains(callee.last())) return true;
        if (kind == GuardKind.RATE_LIMIT && words.contains("consume")) return true;
        Located declaration = callee.declaration();
        return declaration != null && Syntax.isFunction(declaration.node()) && stopping.request(declaration);
    }

    /** Whether a condition may ask something of the request: it names what the function was given or made. */
    boolean asks(Located condition) {
        String text = condition.node().text();
        if (ENVIRONMENT.matcher(text).find()) return false;
        return mentionsLocal(condition.node()) || callsSomething(condition);
    }

    private boolean mentionsLocal(SyntaxNode node) {
        if (node.is(SyntaxKind.IDENTIFIER) && locals.contains(node.text())) return true;
        return node.children().stream().anyMatch(this::mentionsLocal);
    }

    private boolean callsSomething(Located at) {
        if (at.node().is(SyntaxKind.CALL_EXPRESSION)) {
            List<String> words = GuardWords.words(resolver.callee(at).last());
            return words.stream().noneMatch(SETTINGS::contains);
        }
        return at.node().children().stream().anyMatch(child -> callsSomething(at.at(child)));
    }

    /** Whether a branch of a choice keeps requests from getting past, for a reason that is a demand. */
    boolean stops(Located branch, Located choice, @Nullable Located condition) {
        if (lets(branch)) return false;
        boolean refuses = refuses(branch);
        // A branch that is a value, as in a ternary, is all there is.
        boolean ends = ends(branch) || !branch.node().kind().matches(".*_(?:statement|clause|block|case|default)");
        if (doors.way() != Doors.Way.CALL) return refuses && ends;
        if (!ends && letsAfter(choice)) return false;
        if (refuses) return true;
        boolean place =
                condition != null && PLACE.matcher(condition.node().text()).find();
        return !place && !replies.failing(branch);
    }

    /** Whether no request gets past behind a choice that is not taken. */
    boolean nothingAfter(Located choice) {
        if (letsAfter(choice)) return false;
        if (doors.way() == Doors.Way.CALL) return true;
        Located body = function.child("body");
        if (body == null || body.node().children().isEmpty()) return false;
        Located last = body.at(body.node().children().get(body.node().children().size() - 1));
        return last.node().start() >= choice.node().end() && refuses(last) && ends(last);
    }

    /** Whether a request may get past within a piece of the function. */
    private boolean lets(Located at) {
        SyntaxNode node = at.node();
        if (doors.way() == Doors.Way.CALL) return doors.open(node);
        if (Syntax.isFunction(node)) return false;
        if (!node.is(SyntaxKind.RETURN_STATEMENT))
            return node.children().stream().anyMatch(child -> lets(at.at(child)));
        if (node.children().isEmpty()) return !replied(node);
        Located given = at.at(node.children().get(0));
        return doors.way() == Doors.Way.TRUTH ? !given.node().is(SyntaxKind.FALSE) : !fails(given) && !refuses(given);
    }

    /** Whether a reply stands ahead of a return that gives nothing. */
    private static boolean replied(SyntaxNode end) {
        SyntaxNode block = end.parent();
        return block != null && block.children().size() > 1;
    }

    private boolean letsAfter(Located choice) {
        Located body = function.child("body");
        return body != null && letsAfter(body, choice.node().end());
    }

    private boolean letsAfter(Located at, int end) {
        if (at.node().end() <= end) return false;
        if (at.node().start() >= end) return lets(at);
        return at.node().children().stream().anyMatch(child -> letsAfter(at.at(child), end));
    }

    /** Whether a piece of the function refuses a request: a thrown error, or a reply that says it is not allowed. */
    boolean refuses(Located at) {
        if (Syntax.isFunction(at.node())) return false;
        if (at.node().is(SyntaxKind.THROW_STATEMENT)) return !otherwise(at);
        if (doors.opens(at.node()) && doors.error(at.node())) return true;
        if (at.node().is(SyntaxKind.FALSE) && doors.way() == Doors.Way.TRUTH) {
            SyntaxNode up = at.node().parent();
            return up != null && up.is(SyntaxKind.RETURN_STATEMENT);
        }
        if (at.node().is(SyntaxKind.CALL_EXPRESSION)) {
            String name = resolver.callee(at).last();
            if (name.equals("redirect") || sendsError(at, name)) return true;
            Integer named = StatusNames.ofName(name);
            if (named != null) return allowed(named);
        }
        Replies.Failure failure = reply(at);
        if (failure != null) return failure.status() == null || allowed(failure.status());
        return at.node().children().stream().anyMatch(child -> refuses(at.at(child)));
    }

    /** {@code reply.send(error)} of Fastify. */
    private boolean sendsError(Located call, String name) {
        SyntaxNode given = call.node().child("arguments");
        if (doors.way() != Doors.Way.END || !name.equals("send") || given == null) return false;
        return given.children().stream()
                .anyMatch(one -> ERROR.matcher(one.text()).matches() || one.is(SyntaxKind.NEW_EXPRESSION));
    }

    private Replies.@Nullable Failure reply(Located at) {
        boolean call = at.node().is(SyntaxKind.CALL_EXPRESSION) || at.node().is(SyntaxKind.NEW_EXPRESSION);
        return call ? replies.reply(at) : null;
    }

    /** Whether a thrown error says that something else is wrong. */
    private boolean otherwise(Located thrown) {
        if (thrown.node().children().isEmpty()) return false;
        Replies.Failure failure =
                replies.thrown(thrown.at(thrown.node().children().get(0)), true);
        return failure != null && failure.status() != null && !allowed(failure.status());
    }

    /** Whether a status may be the answer to a demand of this kind that is not met. */
    private boolean allowed(int status) {
        if (kind == GuardKind.RATE_LIMIT) return status == 429 || status == 503;
        return status < 405 || status == 407 || status == 409 || status == 419 || status == 422 || status == 428;
    }

    /** Whether a returned value is an error. */
    boolean fails(Located expression) {
        return refusals.value(expression);
    }

    /** Whether a value is true whatever the request holds. */
    boolean granted(Located expression) {
        String text = expression.node().text();
        if (text.equals("true")) return true;
        SyntaxNode operator = expression.node().child("operator");
        if (operator != null && operator.text().equals("||")) {
            for (SyntaxNode side : expression.node().children()) {
                if (granted(Syntax.bare(expression.at(side)))) return true;
            }
            return false;
        }
        boolean call = expression.node().is(SyntaxKind.CALL_EXPRESSION);
        return call && text.toLowerCase(Locale.ROOT).matches("(?:promise\\.resolve|of)\\(true\\)");
    }

    private boolean ends(Located at) {
        SyntaxNode node = at.node();
        if (node.is(SyntaxKind.RETURN_STATEMENT) || node.is(SyntaxKind.THROW_STATEMENT)) return true;
        if (node.is(SyntaxKind.EXPRESSION_STATEMENT)) return doors.way() == Doors.Way.END && refuses(at);
        if (node.is(SyntaxKind.IF_STATEMENT)) {
            Located then = at.child("consequence");
            Located otherwise = at.child("alternative");
            return then != null && otherwise != null && ends(then) && ends(otherwise);
        }
        boolean plain = node.is(SyntaxKind.STATEMENT_BLOCK)
                || node.is(SyntaxKind.ELSE_CLAUSE)
                || node.is(SyntaxKind.SWITCH_CASE)
                || node.is(SyntaxKind.SWITCH_DEFAULT)
                || node.is(SyntaxKind.CATCH_CLAUSE);
        return plain && node.children().stream().anyMatch(child -> ends(at.at(child)));
    }

    /** Whether a function that is given to a call is told an error first, so that the call itself refuses nothing. */
    boolean errorFirst(Located callback) {
        List<Located> parameters = resolver.parameters(callback);
        return !parameters.isEmpty()
                && ERROR.matcher(PassThrough.name(parameters.get(0))).matches();
    }

    boolean runsAlways(Located call) {
        return ALWAYS.contains(resolver.callee(call).last());
    }

    /** Whether a call asks nothing of a request. */
    boolean idle(Located call) {
        return IDLE.contains(resolver.callee(call).last());
    }
}

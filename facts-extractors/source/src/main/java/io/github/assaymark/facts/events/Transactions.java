package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Attributes;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Parameters;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a call is handed the transaction it stands in: the parameter of the callback of the nearest transaction
 * around it, directly or through one function that is given it.
 */
final class Transactions {
    private static final Set<String> OPENERS = Set.of(
            "transaction",
            "withtransaction",
            "runintransaction",
            "intransaction",
            "transactional",
            "withtx",
            "runintx",
            "intx",
            "runtransaction",
            "begin",
            "withunitofwork",
            "unitofwork",
            "transact");
    private static final Set<String> HANDLES =
            Set.of("tx", "trx", "txn", "transaction", "manager", "em", "entitymanager", "queryrunner", "session", "t");
    private static final String[] OPTIONS = {
        "tx",
        "trx",
        "txn",
        "transaction",
        "manager",
        "entitymanager",
        "queryrunner",
        "session",
        "client",
        "db",
        "executor",
        "connection",
        "conn"
    };
    private static final int NODES = 400;

    /** Handles are followed through this many functions. */
    private static final int FOLLOWED = 2;

    private final Program program;
    private final Resolver resolver;

    Transactions(Program program) {
        this.program = program;
        this.resolver = program.resolver();
    }

    /**
     * What is known of the transaction of a call.
     *
     * @param argument the handle that is passed, as written; null for none
     * @param enclosing name of the handle of the transaction around it; null when there is none
     * @param inside whether these are the same
     * @param known whether that is certain
     */
    record Passed(@Nullable String argument, @Nullable String enclosing, boolean inside, boolean known) {}

    private enum Answer {
        YES,
        NO,
        OPEN
    }

    /** Whether an expression is, or by its name seems to be, the handle of a transaction. */
    boolean isHandle(Located expression) {
        Located bare = Code.bare(expression);
        if (bare.node().is(SyntaxKind.IDENTIFIER)
                && HANDLES.contains(Words.squeezed(bare.node().text()))) return true;
        return value(bare) instanceof Value.Parameter parameter && opener(parameter.function()) != null;
    }

    /** A parameter stays one, also when only one call gives it a value. */
    private Value value(Located expression) {
        Value.Parameter parameter = Parameters.of(resolver, expression);
        return parameter == null ? resolver.value(expression) : parameter;
    }

    /**
     * What is known of the transaction of {@code call}.
     *
     * @param candidates arguments that may hold the handle, neither the name nor the payload of the event
     * @param site the only call of the function around it that counts; null for all
     */
    Passed passed(Located call, List<Located> candidates, @Nullable Located site) {
        String enclosing = enclosing(call);
        if (enclosing == null && site != null) enclosing = enclosing(site);
        for (Located candidate : candidates) {
            Located handle = handle(candidate);
            if (handle == null) continue;
            Answer answer = answer(handle, call, site, 0);
            if (answer == null) continue;
            if (enclosing == null && answer == Answer.YES)
                enclosing = Code.bare(handle).node().text();
            return new Passed(shown(handle), enclosing, answer == Answer.YES, answer != Answer.OPEN);
        }
        Located receiver = receiver(call);
        if (receiver != null) {
            Answer answer = answer(receiver, call, site, 0);
            if (answer != null)
                return new Passed(shown(receiver), enclosing, answer == Answer.YES, answer != Answer.OPEN);
        }
        boolean ambient = enclosing == null && decorated(call.node());
        return new Passed(null, ambient ? "@Transactional" : enclosing, false, !ambient);
    }

    private static String shown(Located handle) {
        String text = Code.bare(handle).node().text();
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    /** The handle in an argument: itself, or a property of the options; null when there is none. */
    private @Nullable Located handle(Located candidate) {
        Value value = value(candidate);
        if (value instanceof Value.Struct struct) return new Attributes(resolver, struct).get(OPTIONS);
        if (value instanceof Value.Text || value instanceof Value.Nothing || value instanceof Value.Function)
            return null;
        return candidate;
    }

    /** Null when an expression has nothing to do with transactions. */
    private @Nullable Answer answer(Located handle, Located around, @Nullable Located site, int follow) {
        Value value = value(handle);
        if (value instanceof Value.Nothing) return null;
        if (value instanceof Value.Parameter parameter) {
            if (opener(parameter.function()) != null)
                return nearest(around, parameter.function()) ? Answer.YES : Answer.NO;
            return follow < FOLLOWED ? through(parameter, site, follow + 1) : Answer.OPEN;
        }
        String text = Code.bare(handle).node().text();
        String last = Words.squeezed(text.substring(text.lastIndexOf('.') + 1));
        if (value instanceof Value.CallResult || HANDLES.contains(last)) return Answer.OPEN;
        return value instanceof Value.Struct ? null : Answer.NO;
    }

    private boolean nearest(Located around, Located function) {
        SyntaxNode callback = callback(around);
        return callback != null
                && function.module().path().equals(around.module().path())
                && callback.equals(function.node());
    }

    /** Every call of the function must pass the handle of the transaction it stands in. */
    private Answer through(Value.Parameter parameter, @Nullable Located only, int follow) {
        List<Located> sites = only == null ? program.callSites(parameter.function()) : List.of(only);
        if (sites.isEmpty()) return Answer.OPEN;
        Answer all = Answer.YES;
        for (Located site : sites) {
            Located passed = argument(parameter, site);
            Answer answer = passed == null ? Answer.OPEN : answer(passed, site, null, follow);
            if (answer == null || answer == Answer.NO) return Answer.NO;
            if (answer == Answer.OPEN) all = Answer.OPEN;
        }
        return all;
    }

    /** What a call gives for a parameter or a member of it; null when that is not known. */
    @Nullable
    Located argument(Value.Parameter parameter, Located site) {
        Value.Items arguments = resolver.arguments(site);
        if (!arguments.complete()) return null;
        if (parameter.index() >= arguments.items().size()) return null;
        Located argument = arguments.items().get(parameter.index());
        String member = member(parameter);
        if (member == null) {
            Value value = resolver.value(argument);
            return value instanceof Value.Struct struct ? options(struct, argument) : argument;
        }
        return resolver.value(argument) instanceof Value.Struct struct ? struct.get(member) : null;
    }

    private Located options(Value.Struct struct, Located argument) {
        Located handle = new Attributes(resolver, struct).get(OPTIONS);
        return handle == null ? argument : handle;
    }

    private @Nullable String member(Value.Parameter parameter) {
        int dot = parameter.name().indexOf('.');
        if (dot >= 0) {
            String rest = parameter.name().substring(dot + 1);
            int next = rest.indexOf('.');
            return next < 0 ? rest : rest.substring(0, next);
        }
        List<Located> parameters = resolver.parameters(parameter.function());
        if (parameter.index() >= parameters.size()) return null;
        SyntaxNode node = parameters.get(parameter.index()).node();
        SyntaxNode pattern = node.child("pattern");
        boolean destructured = (pattern == null ? node : pattern).is(SyntaxKind.OBJECT_PATTERN);
        return destructured ? parameter.name() : null;
    }

    /** The handle that the call is made on, as in {@code tx.insert(outbox)} or {@code outbox.with(tx).add(...)}. */
    private @Nullable Located receiver(Located call) {
        SyntaxNode function = call.node().child("function");
        if (function == null) return null;
        for (SyntaxNode name : identifiers(function)) {
            Located located = call.at(name);
            if (value(located) instanceof Value.Parameter parameter
                    && (opener(parameter.function()) != null || HANDLES.contains(Words.squeezed(name.text()))))
                return located;
        }
        return null;
    }

    private static List<SyntaxNode> identifiers(SyntaxNode root) {
        List<SyntaxNode> found = new ArrayList<>();
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < NODES; seen++) {
            SyntaxNode node = open.pop();
            if (node.is(SyntaxKind.IDENTIFIER)) found.add(node);
            if (Code.isFunction(node)) continue;
            List<SyntaxNode> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) open.push(children.get(i));
        }
        return found;
    }

    /** The name of the handle of the nearest transaction around a call; null when there is none. */
    @Nullable
    String enclosing(Located call) {
        SyntaxNode callback = callback(call);
        if (callback == null) return null;
        List<Located> parameters = resolver.parameters(call.at(callback));
        if (parameters.isEmpty()) return "()";
        SyntaxNode first = parameters.get(0).node();
        SyntaxNode pattern = first.child("pattern");
        return (pattern == null ? first : pattern).text();
    }

    private static @Nullable SyntaxNode callback(Located call) {
        for (SyntaxNode at = Code.functionAround(call.node()); at != null; at = Code.functionAround(at))
            if (opens(at)) return at;
        return null;
    }

    private static @Nullable SyntaxNode opener(Located function) {
        return opens(function.node()) ? function.node() : null;
    }

    private static boolean opens(SyntaxNode function) {
        SyntaxNode call = Code.takenBy(function);
        return call != null && OPENERS.contains(Words.squeezed(Code.called(call)));
    }

    /** Whether a decorator of the method or class around a node opens a transaction nobody names. */
    private static boolean decorated(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
            for (SyntaxNode decorator : at.children("decorator"))
                if (decorator.text().startsWith("@Transactional")) return true;
        }
        return false;
    }
}

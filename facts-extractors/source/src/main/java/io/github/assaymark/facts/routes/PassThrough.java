package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether the last function of a registration answers a request, passes it on, or does either. */
final class PassThrough {
    enum Way {
        ANSWERS,
        PASSES,
        EITHER
    }

    private static final Set<String> ANSWERS = Set.of(
            "json",
            "jsonp",
            "text",
            "html",
            "body",
            "newResponse",
            "render",
            "send",
            "sendFile",
            "sendStatus",
            "end",
            "download",
            "stream");
    private static final Set<String> MAKERS = Set.of("handler", "handlers", "route", "routes", "router", "controller");

    private final Resolver resolver;
    private final Replies replies;

    PassThrough(Resolver resolver) {
        this.resolver = resolver;
        this.replies = new Replies(resolver);
    }

    /**
     * What a function of the repository does.
     *
     * @param reply index of the parameter that answers
     * @param next index of the parameter that passes on
     * @param returned whether a returned value is an answer
     * @param wide whether it is registered for more than one path or method, where a redirection is a refusal
     */
    Way of(Located function, int reply, int next, boolean returned, boolean wide) {
        List<Located> parameters = resolver.parameters(function);
        if (parameters.size() <= Math.max(reply, next)) return Way.ANSWERS;
        Names names = new Names(name(parameters.get(reply)), name(parameters.get(next)), returned, wide);
        Located body = function.child("body");
        if (body == null || !passes(body.node(), names)) return Way.ANSWERS;
        boolean answers = answers(body, names)
                || (returned && (body.node().is(SyntaxKind.STATEMENT_BLOCK) ? gives(body, names) : value(body, names)));
        return answers ? Way.EITHER : Way.PASSES;
    }

    /** What something of another package does by its name. */
    static Way named(String name) {
        if (GuardWords.words(name).stream().anyMatch(MAKERS::contains)) return Way.ANSWERS;
        return GuardWords.kind(name) == io.github.assaymark.model.fact.GuardKind.OTHER ? Way.ANSWERS : Way.PASSES;
    }

    private record Names(String reply, String next, boolean returned, boolean wide) {}

    static String name(Located parameter) {
        return parameter.node().text().replaceFirst("(?s)[?:\\s=].*$", "");
    }

    /** Whether {@code next()} is called without an error. */
    private static boolean passes(SyntaxNode node, Names names) {
        if (calls(node, names.next) && given(node).isEmpty()) return true;
        return node.children().stream().anyMatch(child -> passes(child, names));
    }

    private static boolean calls(SyntaxNode node, String name) {
        SyntaxNode function = node.is(SyntaxKind.CALL_EXPRESSION) ? node.child("function") : null;
        return function != null
                && function.is(SyntaxKind.IDENTIFIER)
                && function.text().equals(name);
    }

    private static List<SyntaxNode> given(SyntaxNode call) {
        SyntaxNode arguments = call.child("arguments");
        return arguments == null ? List.of() : arguments.children();
    }

    private static boolean takes(SyntaxNode call, String name) {
        return given(call).stream()
                .anyMatch(one -> one.is(SyntaxKind.IDENTIFIER) && one.text().equals(name));
    }

    /** Whether a reply that is no error is made anywhere. */
    private boolean answers(Located at, Names names) {
        if (at.node().is(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode function = at.node().child("function");
            SyntaxNode property = function == null ? null : function.child("property");
            String method = property == null ? "" : property.text();
            boolean answer = ANSWERS.contains(method) || (!names.wide && method.equals("redirect"));
            if (answer && root(function).equals(names.reply) && !replies.failing(at)) return true;
            if (!calls(at.node(), names.next) && takes(at.node(), names.reply) && !takes(at.node(), names.next)) {
                String called = resolver.callee(at).last();
                if (!names.returned && StatusNames.ofName(called) == null) return true;
            }
        }
        return at.node().children().stream().anyMatch(child -> answers(at.at(child), names));
    }

    private static String root(@Nullable SyntaxNode function) {
        SyntaxNode at = function;
        while (at != null && !at.is(SyntaxKind.IDENTIFIER)) {
            SyntaxNode object = at.child("object");
            at = object == null ? at.child("function") : object;
        }
        return at == null ? "" : at.text();
    }

    /** Whether a return of the function itself gives an answer. */
    private boolean gives(Located at, Names names) {
        if (Syntax.isFunction(at.node())) return false;
        if (at.node().is(SyntaxKind.RETURN_STATEMENT))
            return !at.node().children().isEmpty()
                    && value(at.at(at.node().children().get(0)), names);
        return at.node().children().stream().anyMatch(child -> gives(at.at(child), names));
    }

    private boolean value(Located expression, Names names) {
        Located bare = Syntax.bare(expression);
        SyntaxNode node = bare.node();
        if (node.is(SyntaxKind.TERNARY_EXPRESSION)) {
            Located then = bare.child("consequence");
            Located otherwise = bare.child("alternative");
            return then == null || otherwise == null || value(then, names) || value(otherwise, names);
        }
        if (List.of("undefined", "null").contains(node.text())) return false;
        if (calls(node, names.next) || takes(node, names.next)) return false;
        if (names.wide && node.text().startsWith(names.reply + ".redirect(")) return false;
        return !replies.failing(bare);
    }
}

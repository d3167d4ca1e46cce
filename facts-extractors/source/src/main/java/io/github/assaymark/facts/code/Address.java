package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes. Without the query, the fragment and the user of an address: they may hold secrets.
 *
 * @param text with {@code {}} for each part that is not constant
 * @param variable name of the environment variable it starts with; null when it starts otherwise
 */
record Address(String text, @Nullable String variable) {
    private static final Pattern HOST =
            Pattern.compile("(?i)^(?:https?|wss?)://([^/{}:?#\\s]+)(?::[0-9{}]*)?(?:[/?#].*)?$");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://.*");
    private static final int MAX_DEPTH = 6;

    /** The host; null when it is not constant. */
    @Nullable
    String host() {
        Matcher matcher = HOST.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** The address an expression holds. */
    static Address of(Located expression, Resolver resolver) {
        return of(expression, resolver, 0);
    }

    private static Address of(Located expression, Resolver resolver, int depth) {
        Located bare = expression.at(Syntax.bare(expression.node()));
        if (depth > MAX_DEPTH) return new Address("{}", null);
        Value value = resolver.value(bare);
        if (value instanceof Value.CallResult result) {
            SyntaxNode made = result.call().node();
            String name = result.callee().name();
            SyntaxNode first = Syntax.argument(made, 0);
            if (first != null && made.is(SyntaxKind.NEW_EXPRESSION)) {
                if (name.equals("URL")) {
                    SyntaxNode second = Syntax.argument(made, 1);
                    Address path = of(result.call().at(first), resolver, depth + 1);
                    if (second == null) return path;
                    return path.on(of(result.call().at(second), resolver, depth + 1));
                }
                if (name.equals("Request")) return of(result.call().at(first), resolver, depth + 1);
            }
        }
        SyntaxNode node = bare.node();
        if (node.is(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode target = Syntax.target(node);
            String written = Syntax.dotted(target);
            SyntaxNode object = target == null ? null : Syntax.bare(target).child("object");
            if (written != null && written.endsWith(".toString") && object != null)
                return of(bare.at(object), resolver, depth + 1);
            SyntaxNode only = Syntax.argument(node, 0);
            if ("String".equals(written) && only != null) return of(bare.at(only), resolver, depth + 1);
        }
        if (node.is(SyntaxKind.MEMBER_EXPRESSION)) {
            SyntaxNode property = node.child("property");
            SyntaxNode object = node.child("object");
            if (property != null && object != null && property.text().equals("href"))
                return of(bare.at(object), resolver, depth + 1);
        }
        String template = resolver.template(bare);
        return new Address(cleaned(template), template.startsWith("{}") ? variable(bare, resolver, depth) : null);
    }

    private static String cleaned(String template) {
        String text = template;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '?' || c == '#') {
                text = text.substring(0, i);
                break;
            }
        }
        int scheme = text.indexOf("://");
        if (scheme > 0) {
            int end = text.indexOf('/', scheme + 3);
            int at = text.lastIndexOf('@', end < 0 ? text.length() : end);
            if (at > scheme) text = text.substring(0, scheme + 3) + text.substring(at + 1);
        }
        return Syntax.line(text);
    }

    /** This address below another, as {@code new URL(path, base)} and the base of a client join them. */
    Address on(Address base) {
        if (ABSOLUTE.matcher(text).matches() || text.equals("{}")) return this;
        if (text.startsWith("{}") && variable != null) return this;
        String head =
                base.text().endsWith("/") ? base.text().substring(0, base.text().length() - 1) : base.text();
        String tail = text.isEmpty() || text.startsWith("/") ? text : "/" + text;
        return new Address(head + tail, base.variable());
    }

    /** The environment variable whose value an address starts with; null when it starts with something else. */
    static @Nullable String variable(Located expression, Resolver resolver, int depth) {
        if (depth > MAX_DEPTH) return null;
        Located bare = expression.at(Syntax.bare(expression.node()));
        Value value = resolver.value(bare);
        if (value instanceof Value.Environment environment) return environment.name();
        SyntaxNode node = bare.node();
        switch (node.kind()) {
            case SyntaxKind.TEMPLATE_STRING -> {
                SyntaxNode first =
                        node.children().isEmpty() ? null : node.children().get(0);
                if (first == null
                        || !first.is(SyntaxKind.TEMPLATE_SUBSTITUTION)
                        || first.children().isEmpty()) return null;
                return variable(bare.at(first.children().get(0)), resolver, depth + 1);
            }
            case SyntaxKind.BINARY_EXPRESSION -> {
                SyntaxNode left = node.child("left");
                return left == null ? null : variable(bare.at(left), resolver, depth + 1);
            }
            case SyntaxKind.CALL_EXPRESSION -> {
                // configService.getOrThrow('IDENTITY_URL'), and getters of the house like it
                String name = Syntax.literal(Syntax.argument(node, 0));
                return name != null && name.matches("[A-Z][A-Z0-9_]+") ? name : null;
            }
            case SyntaxKind.MEMBER_EXPRESSION -> {
                String dotted = Syntax.dotted(node);
                if (dotted == null) return null;
                if (dotted.startsWith("Resource.")) {
                    String rest = dotted.substring("Resource.".length());
                    return rest.indexOf('.') > 0 ? rest.substring(0, rest.indexOf('.')) : null;
                }
                if (Syntax.last(dotted).matches("[A-Z][A-Z0-9_]+")) return Syntax.last(dotted);
                return behind(bare, value, resolver, depth);
            }
            default -> {
                return behind(bare, value, resolver, depth);
            }
        }
    }

    /** Follows a name to what it was set to. */
    private static @Nullable String behind(Located expression, Value value, Resolver resolver, int depth) {
        if (value instanceof Value.Open open && !open.expression().node().equals(expression.node()))
            return variable(open.expression(), resolver, depth + 1);
        if (value instanceof Value.CallResult result && !result.call().node().equals(expression.node()))
            return variable(result.call(), resolver, depth + 1);
        String dotted = Syntax.dotted(expression.node());
        if (dotted != null && dotted.startsWith("this.") && dotted.indexOf('.') == dotted.lastIndexOf('.')) {
            Located field = Fields.value(expression, Syntax.last(dotted));
            if (field != null) return variable(field, resolver, depth + 1);
        }
        Located declared = expression.node().is(SyntaxKind.IDENTIFIER) ? resolver.declaration(expression) : null;
        if (declared == null || !declared.node().is(SyntaxKind.VARIABLE_DECLARATOR)) return null;
        SyntaxNode initial = declared.node().child("value");
        SyntaxNode name = declared.node().child("name");
        boolean plain = initial != null && name != null && name.is(SyntaxKind.IDENTIFIER);
        return plain && initial != null ? variable(declared.at(initial), resolver, depth + 1) : null;
    }
}

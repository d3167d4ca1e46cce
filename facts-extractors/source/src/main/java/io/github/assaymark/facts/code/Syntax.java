package io.github.assaymark.facts.code;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions that the tree of one file answers alone. */
final class Syntax {
    private static final Set<String> FUNCTIONS = Set.of(
            SyntaxKind.FUNCTION_DECLARATION,
            SyntaxKind.GENERATOR_FUNCTION_DECLARATION,
            SyntaxKind.FUNCTION_EXPRESSION,
            SyntaxKind.GENERATOR_FUNCTION,
            SyntaxKind.ARROW_FUNCTION,
            SyntaxKind.METHOD_DEFINITION);
    private static final Set<String> CLASSES =
            Set.of(SyntaxKind.CLASS_DECLARATION, SyntaxKind.ABSTRACT_CLASS_DECLARATION, SyntaxKind.CLASS);
    private static final Set<String> WRAPPERS = Set.of(
            SyntaxKind.PARENTHESIZED_EXPRESSION,
            SyntaxKind.AS_EXPRESSION,
            SyntaxKind.SATISFIES_EXPRESSION,
            SyntaxKind.NON_NULL_EXPRESSION,
            SyntaxKind.TYPE_ASSERTION,
            SyntaxKind.INSTANTIATION_EXPRESSION,
            SyntaxKind.AWAIT_EXPRESSION);

    private Syntax() {}

    static boolean function(SyntaxNode node) {
        return FUNCTIONS.contains(node.kind());
    }

    static boolean classLike(SyntaxNode node) {
        return CLASSES.contains(node.kind());
    }

    static boolean call(SyntaxNode node) {
        return node.is(SyntaxKind.CALL_EXPRESSION) || node.is(SyntaxKind.NEW_EXPRESSION);
    }

    /** Whether it only stands around an expression without changing its value. */
    static boolean wrapper(SyntaxNode node) {
        return WRAPPERS.contains(node.kind());
    }

    private static boolean type(SyntaxNode node) {
        return node.is(SyntaxKind.TYPE)
                || node.is(SyntaxKind.TYPE_ARGUMENTS)
                || node.is(SyntaxKind.TYPE_ANNOTATION)
                || node.is(SyntaxKind.TYPE_PARAMETERS);
    }

    /** The expression below parentheses, awaits and type assertions. */
    static SyntaxNode bare(SyntaxNode node) {
        SyntaxNode bare = node;
        while (wrapper(bare)) {
            SyntaxNode inner = null;
            for (SyntaxNode child : bare.children()) {
                if (type(child)) continue;
                inner = child;
                break;
            }
            if (inner == null) return bare;
            bare = inner;
        }
        return bare;
    }

    /** The nearest node around it that is no wrapper; null for the root. */
    static @Nullable SyntaxNode around(SyntaxNode node) {
        SyntaxNode parent = node.parent();
        while (parent != null && wrapper(parent)) parent = parent.parent();
        return parent;
    }

    /** What a call or {@code new} names as its target; null when the tree is damaged there. */
    static @Nullable SyntaxNode target(SyntaxNode call) {
        return call.child(call.is(SyntaxKind.NEW_EXPRESSION) ? "constructor" : "function");
    }

    /** The arguments of a call as written. */
    static List<SyntaxNode> arguments(SyntaxNode call) {
        SyntaxNode arguments = call.child("arguments");
        if (arguments == null) return List.of();
        return arguments.is(SyntaxKind.ARGUMENTS) ? arguments.children() : List.of(arguments);
    }

    /** An argument of a call as written; null when it has fewer, or hides behind a spread. */
    static @Nullable SyntaxNode argument(SyntaxNode call, int index) {
        List<SyntaxNode> arguments = arguments(call);
        if (index >= arguments.size()) return null;
        for (int i = 0; i <= index; i++) if (arguments.get(i).is(SyntaxKind.SPREAD_ELEMENT)) return null;
        return arguments.get(index);
    }

    /** Whether it stands among the arguments of a call; then its parent's parent is the call. */
    static @Nullable SyntaxNode callWithArgument(SyntaxNode node) {
        SyntaxNode parent = around(node);
        if (parent == null || !parent.is(SyntaxKind.ARGUMENTS)) return null;
        SyntaxNode call = parent.parent();
        return call != null && call(call) ? call : null;
    }

    /** The names of a member chain joined with dots; null when it is none. */
    static @Nullable String dotted(@Nullable SyntaxNode expression) {
        Deque<String> parts = new ArrayDeque<>();
        SyntaxNode node = expression;
        while (node != null) {
            node = bare(node);
            if (node.is(SyntaxKind.MEMBER_EXPRESSION)) {
                SyntaxNode property = node.child("property");
                if (property == null) return null;
                parts.push(property.text());
                node = node.child("object");
            } else if (node.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) {
                String index = literal(node.child("index"));
                if (index == null || index.isEmpty() || index.indexOf('.') >= 0) return null;
                parts.push(index);
                node = node.child("object");
            } else {
                if (!nameLike(node)) return null;
                parts.push(node.is(SyntaxKind.META_PROPERTY) ? node.text().replaceAll("\\s", "") : node.text());
                return String.join(".", parts);
            }
        }
        return null;
    }

    private static boolean nameLike(SyntaxNode node) {
        return switch (node.kind()) {
            case SyntaxKind.IDENTIFIER,
                    SyntaxKind.THIS,
                    SyntaxKind.SUPER,
                    SyntaxKind.META_PROPERTY,
                    SyntaxKind.PRIVATE_PROPERTY_IDENTIFIER,
                    SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER,
                    SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN -> true;
            default -> false;
        };
    }

    /** The text of a plain string without escapes; null for anything else. */
    static @Nullable String literal(@Nullable SyntaxNode node) {
        if (node == null) return null;
        SyntaxNode string = bare(node);
        boolean plain = string.is(SyntaxKind.STRING) || string.is(SyntaxKind.TEMPLATE_STRING);
        if (!plain) return null;
        for (SyntaxNode child : string.children()) if (!child.is(SyntaxKind.STRING_FRAGMENT)) return null;
        String text = string.text();
        if (text.length() < 2 || text.indexOf('\\') >= 0) return null;
        return text.substring(1, text.length() - 1);
    }

    /** The name of a key of an object, a class member or a pattern; the text as written when it is computed. */
    static String name(SyntaxNode key) {
        String literal = literal(key);
        return literal != null ? literal : key.text();
    }

    /** Last part of a dotted name. */
    static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** First part of a dotted name. */
    static String first(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    /** The text on one line, at most 200 characters. */
    static String line(String text) {
        String line = text.length() > 2000 ? text.substring(0, 2000) : text;
        line = line.strip().replaceAll("\\s+", " ");
        if (line.length() <= 200) return line;
        int end = Character.isHighSurrogate(line.charAt(198)) ? 198 : 199;
        return line.substring(0, end) + "…";
    }

    /** The nodes of one of the kinds in and below a node, in the order of the text; nested functions count as below. */
    static List<SyntaxNode> below(SyntaxNode top, String... kinds) {
        Set<String> wanted = Set.of(kinds);
        List<SyntaxNode> found = new ArrayList<>();
        Deque<SyntaxNode> open = new ArrayDeque<>();
        open.push(top);
        while (!open.isEmpty()) {
            SyntaxNode node = open.pop();
            if (wanted.contains(node.kind())) found.add(node);
            List<SyntaxNode> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) open.push(children.get(i));
        }
        return found;
    }

    /** Whether a node is another one or stands in it. */
    static boolean within(SyntaxNode node, SyntaxNode outer) {
        for (SyntaxNode at = node; at != null; at = at.parent()) if (at.equals(outer)) return true;
        return false;
    }

    /** Puts nodes in the order of the text, outer ones first. */
    static List<SyntaxNode> ordered(List<SyntaxNode> one, List<SyntaxNode> other) {
        List<SyntaxNode> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparingInt(SyntaxNode::start).thenComparing(node -> -node.end()));
        return all;
    }

    /** The entries {@code key: value} of an object literal as written; null when it is none. */
    static @Nullable SyntaxNode entry(@Nullable SyntaxNode object, String key) {
        if (object == null) return null;
        SyntaxNode bare = bare(object);
        if (!bare.is(SyntaxKind.OBJECT)) return null;
        for (SyntaxNode child : bare.children()) {
            if (child.is(SyntaxKind.PAIR)) {
                SyntaxNode name = child.child("key");
                if (name != null && name(name).equals(key)) return child.child("value");
            } else if (child.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)
                    && child.text().equals(key)) {
                return child;
            }
        }
        return null;
    }
}

package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where values in tests come from: {@code (await answer.json()).error}, with {@code const answer = await ask()}, is
 * {@code error} of what {@code ask()} gave. A name that is set more than once, or under a name that is not known, leads
 * nowhere. Used by one thread.
 */
final class Origins {
    /** What an expression takes from the body of an answer, for its path. */
    static final String BODY = "()";

    private static final Set<String> BODIES = Set.of("json", "text", "arrayBuffer", "formData");
    private static final int MAX_STEPS = 16;

    private final Resolver resolver;

    Origins(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Where a search ended.
     *
     * @param expression the call, literal or name where the search ended; never a wrapper
     * @param path the members taken from it, {@link #BODY} where a body was read, places of arrays as numbers
     */
    record Origin(Located expression, List<String> path) {
        /** Copies the list. */
        Origin {
            path = List.copyOf(path);
        }

        /** The last member; empty when it is the value itself. */
        String last() {
            return path.isEmpty() ? "" : path.get(path.size() - 1);
        }
    }

    /**
     * Follows an expression to where its value is made.
     *
     * @param site the call of the helper function that the expression stands in; null when it stands in the test
     * @return null when it is not known
     */
    @Nullable
    Origin of(Located expression, @Nullable Located site) {
        Deque<String> path = new ArrayDeque<>();
        Located at = expression;
        Located call = site;
        for (int i = 0; i < MAX_STEPS; i++) {
            SyntaxNode node = Syntax.bare(at.node());
            at = at.at(node);
            Located next;
            if (node.is(SyntaxKind.MEMBER_EXPRESSION)) {
                SyntaxNode property = node.child("property");
                if (property == null) return null;
                path.addFirst(property.text());
                next = at.child("object");
            } else if (node.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) {
                Located index = at.child("index");
                if (index == null) return null;
                path.addFirst(resolver.text(index).orElse(index.node().text()));
                next = at.child("object");
            } else if (node.is(SyntaxKind.CALL_EXPRESSION)) {
                next = read(at);
                if (next == null) return new Origin(at, List.copyOf(path));
                if (!mocked(at)) path.addFirst(BODY);
            } else if (node.is(SyntaxKind.IDENTIFIER) || node.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)) {
                Located given = call == null ? null : argument(at, call);
                if (given != null) {
                    next = given;
                    call = null;
                } else {
                    Located declared = resolver.declaration(at);
                    if (declared == null || !declared.node().is(SyntaxKind.VARIABLE_DECLARATOR))
                        return new Origin(at, List.copyOf(path));
                    next = declared(declared, node.text(), path);
                }
            } else {
                return new Origin(at, List.copyOf(path));
            }
            if (next == null) return null;
            at = next;
        }
        return null;
    }

    /** The answer whose body a call reads, or the stand-in that it only casts; null when it does neither. */
    private static @Nullable Located read(Located call) {
        SyntaxNode target = Syntax.target(call.node());
        String name = Syntax.dotted(target);
        SyntaxNode first = Syntax.argument(call.node(), 0);
        if (("JSON.parse".equals(name) || mocked(call)) && first != null) return call.at(first);
        SyntaxNode member = target == null ? null : Syntax.bare(target);
        if (first != null || member == null || !member.is(SyntaxKind.MEMBER_EXPRESSION)) return null;
        SyntaxNode property = member.child("property");
        SyntaxNode object = member.child("object");
        return property != null && object != null && BODIES.contains(property.text()) ? call.at(object) : null;
    }

    /** {@code vi.mocked(publish)} is {@code publish}. */
    private static boolean mocked(Located call) {
        String name = Syntax.dotted(Syntax.target(call.node()));
        return name != null && (name.equals("vi.mocked") || name.equals("jest.mocked"));
    }

    /** What a helper function was given for a name; null when the name is none of its parameters. */
    private @Nullable Located argument(Located name, Located site) {
        if (!(resolver.value(name) instanceof Value.Parameter parameter)) return null;
        if (parameter.name().indexOf('.') >= 0
                || Syntax.within(site.node(), parameter.function().node())) return null;
        SyntaxNode argument = Syntax.argument(site.node(), parameter.index());
        return argument == null ? null : site.at(argument);
    }

    private static @Nullable Located declared(Located declarator, String name, Deque<String> path) {
        SyntaxNode pattern = declarator.node().child("name");
        SyntaxNode value = declarator.node().child("value");
        if (pattern == null) return null;
        SyntaxNode set = null;
        for (SyntaxNode other : declarator.module().nodes(SyntaxKind.ASSIGNMENT_EXPRESSION)) {
            SyntaxNode left = other.child("left");
            if (left == null || !left.text().equals(name)) continue;
            // A name that is set twice, or that another function sets too, stands for more than one value.
            if (set != null || value != null) return null;
            set = other.child("right");
        }
        if (value == null) return set == null ? null : declarator.at(set);
        if (pattern.is(SyntaxKind.IDENTIFIER)) return declarator.at(value);
        String key = key(pattern, name);
        if (key == null) return null;
        path.addFirst(key);
        return declarator.at(value);
    }

    /** The member that a pattern takes a name from; null when the pattern is deeper. */
    private static @Nullable String key(SyntaxNode pattern, String name) {
        List<SyntaxNode> parts = pattern.children();
        for (int i = 0; i < parts.size(); i++) {
            SyntaxNode part = parts.get(i);
            if (pattern.is(SyntaxKind.ARRAY_PATTERN)) {
                // A hole has no node, so a place is only known where none is left out.
                if (part.text().equals(name))
                    return pattern.text().matches("(?s)\\[\\s*,.*|.*,\\s*,.*") ? null : "" + i;
            } else if (part.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN)) {
                if (part.text().equals(name)) return name;
            } else if (part.is(SyntaxKind.PAIR_PATTERN)) {
                SyntaxNode key = part.child("key");
                SyntaxNode value = part.child("value");
                if (key != null && value != null && value.text().equals(name)) return Syntax.name(key);
            }
        }
        return null;
    }
}

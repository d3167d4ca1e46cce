package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.typescript.TypeScriptBackend;
import io.github.assaymark.model.extract.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of SQL that a migration in TypeScript or JavaScript hands to {@code query} or {@code raw}. Every other
 * thing it does with the connection is code that is not read.
 */
final class CodeFile {
    private static final Set<String> FUNCTIONS = Set.of(
            SyntaxKind.FUNCTION_DECLARATION,
            SyntaxKind.FUNCTION_EXPRESSION,
            SyntaxKind.ARROW_FUNCTION,
            SyntaxKind.METHOD_DEFINITION);
    private static final Set<String> SENDS = Set.of("query", "raw");
    private static final Map<String, String> TRANSACTION =
            Map.of("startTransaction", "BEGIN;", "commitTransaction", "COMMIT;", "rollbackTransaction", "ROLLBACK;");
    private static final Set<String> BRANCHES = Set.of(
            SyntaxKind.IF_STATEMENT,
            SyntaxKind.FOR_STATEMENT,
            SyntaxKind.FOR_IN_STATEMENT,
            SyntaxKind.WHILE_STATEMENT,
            SyntaxKind.DO_STATEMENT,
            SyntaxKind.SWITCH_STATEMENT,
            SyntaxKind.TRY_STATEMENT,
            SyntaxKind.TERNARY_EXPRESSION);
    private static final Pattern ALONE = Pattern.compile("\\btransaction\\s*[:=]\\s*false\\b");
    private static final int MOST_OPEN = 1000;

    private final String text;
    private final SyntaxTree tree;
    private final Utf8Offsets offsets;

    private CodeFile(String path, String text) {
        this.text = text;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        this.tree = new TypeScriptBackend().parse(path, bytes, Limits.DEFAULT);
        this.offsets = Utf8Offsets.of(text);
    }

    static CodeFile of(String path, String text) {
        return new CodeFile(path, text);
    }

    /** Null when the file has no such function. */
    @Nullable
    Section part(boolean up, boolean tool) {
        boolean transactional = tool && !ALONE.matcher(text).find();
        if (tree.status() != SyntaxTree.Status.COMPLETE)
            return up ? Section.code(text, transactional, "the syntax of the file is not understood") : null;
        SyntaxNode function = function(tree.root(), up ? "up" : "down");
        if (function == null) return up ? Section.code(text, transactional, "it has no function `up`") : null;
        return new Walk(function).section(transactional);
    }

    private static @Nullable SyntaxNode function(SyntaxNode node, String name) {
        List<SyntaxNode> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            SyntaxNode at = open.remove(open.size() - 1);
            SyntaxNode found = named(at, name);
            if (found != null) return found;
            List<SyntaxNode> children = at.children();
            for (int i = children.size() - 1; i >= 0; i--) open.add(children.get(i));
        }
        return null;
    }

    /** The function that a declaration gives a name; null when it is none of this name. */
    private static @Nullable SyntaxNode named(SyntaxNode node, String name) {
        SyntaxNode own = node.child("name");
        if (FUNCTIONS.contains(node.kind())) return own != null && own.text().equals(name) ? node : null;
        if (node.is(SyntaxKind.VARIABLE_DECLARATOR) && own != null && own.text().equals(name))
            return aFunction(node.child("value"));
        SyntaxNode left = node.child("left");
        if (node.is(SyntaxKind.ASSIGNMENT_EXPRESSION)
                && left != null
                && left.text().matches("(module\\.)?exports\\." + name)) return aFunction(node.child("right"));
        SyntaxNode key = node.child("key");
        return node.is(SyntaxKind.PAIR) && key != null && key.text().equals(name)
                ? aFunction(node.child("value"))
                : null;
    }

    private static @Nullable SyntaxNode aFunction(@Nullable SyntaxNode node) {
        return node != null && FUNCTIONS.contains(node.kind()) ? node : null;
    }

    /** Goes over a function in the order of its text. */
    private final class Walk {
        private final SyntaxNode function;
        private final char[] chars = Blank.of(text);
        private final List<Section.Open> open = new ArrayList<>();
        private final String connection;
        /** Where the last thing ends that was found; what stands before it was sent before it. */
        private int end;

        Walk(SyntaxNode function) {
            this.function = function;
            this.connection = parameter(function);
        }

        Section section(boolean transactional) {
            SyntaxNode body = function.child("body");
            if (body != null && !connection.isEmpty()) visit(body, false);
            return new Section(new String(chars), transactional, List.of(), open);
        }

        private String parameter(SyntaxNode of) {
            SyntaxNode single = of.child("parameter");
            if (single != null) return single.text();
            SyntaxNode all = of.child("parameters");
            if (all == null || all.children().isEmpty()) return "";
            SyntaxNode first = all.children().get(0);
            SyntaxNode pattern = first.child("pattern");
            SyntaxNode name = pattern == null ? first : pattern;
            if (!name.is(SyntaxKind.IDENTIFIER))
                unread(first, "the connection is taken apart, and what its parts send is not read");
            return name.is(SyntaxKind.IDENTIFIER) ? name.text() : "";
        }

        private void visit(SyntaxNode node, boolean branch) {
            if (node.is(SyntaxKind.CALL_EXPRESSION) && uses(node)) {
                call(node, branch);
                return;
            }
            if (node.is(SyntaxKind.IDENTIFIER) && node.text().equals(connection)) {
                unread(node, "the connection is handed on, and what is sent there is not read");
                return;
            }
            boolean within = branch || BRANCHES.contains(node.kind()) || FUNCTIONS.contains(node.kind());
            for (SyntaxNode child : node.children()) visit(child, within);
        }

        /** Whether the connection stands anywhere in a call, but for calls in its arguments. */
        private boolean uses(SyntaxNode call) {
            List<SyntaxNode> left = new ArrayList<>(List.of(call));
            while (!left.isEmpty()) {
                SyntaxNode at = left.remove(left.size() - 1);
                if (at.is(SyntaxKind.IDENTIFIER) && at.text().equals(connection)) return true;
                if (FUNCTIONS.contains(at.kind())) continue;
                left.addAll(at.children());
            }
            return false;
        }

        private void call(SyntaxNode call, boolean branch) {
            SyntaxNode callee = call.child("function");
            String chain = callee == null ? "" : callee.text();
            SyntaxNode property = callee == null ? null : callee.child("property");
            String method = property == null ? "" : property.text();
            boolean own = chain.equals(connection + "." + method)
                    || chain.equals(connection + ".schema." + method)
                    || chain.equals(connection + ".manager." + method)
                    || chain.equals(connection + ".connection." + method);
            if (!own) {
                unread(call, "what `" + shortened(chain) + "` sends is not read");
                return;
            }
            if (branch) {
                unread(call, "whether it runs is known only when it runs");
                return;
            }
            String statement = TRANSACTION.get(method);
            if (statement != null) {
                statement.getChars(0, statement.length(), chars, offsets.of(call.start()));
                end = Math.max(end, offsets.of(call.end()));
                return;
            }
            SyntaxNode arguments = call.child("arguments");
            SyntaxNode first = arguments == null || arguments.children().isEmpty()
                    ? null
                    : arguments.children().get(0);
            List<SyntaxNode> literals = new ArrayList<>();
            SyntaxNode sent = first == null ? null : constant(first);
            boolean constant = SENDS.contains(method) && sent != null && literals(sent, literals, 0);
            if (!constant || offsets.of(literals.get(0).start()) < end) {
                unread(call, "what `" + shortened(chain) + "` sends is not read");
                return;
            }
            for (SyntaxNode literal : literals) copy(literal);
            end = offsets.of(literals.get(literals.size() - 1).end());
            chars[end - 1] = ';';
        }

        /** What a name stands for that one constant of the file has; anything else stands for itself. */
        private @Nullable SyntaxNode constant(SyntaxNode node) {
            if (!node.is(SyntaxKind.IDENTIFIER)) return node;
            SyntaxNode value = null;
            List<SyntaxNode> left = new ArrayList<>(List.of(tree.root()));
            while (!left.isEmpty()) {
                SyntaxNode at = left.remove(left.size() - 1);
                SyntaxNode name = at.child("name");
                SyntaxNode target = at.child("left");
                boolean declared = name != null && name.text().equals(node.text());
                boolean assigned = at.kind().endsWith("assignment_expression")
                        && target != null
                        && target.text().equals(node.text());
                if (assigned || (declared && value != null)) return null;
                if (declared) {
                    value = at.is(SyntaxKind.VARIABLE_DECLARATOR) ? at.child("value") : null;
                    if (value == null) return null;
                }
                left.addAll(at.children());
            }
            return value;
        }

        private void unread(SyntaxNode node, String reason) {
            end = Math.max(end, offsets.of(node.end()));
            if (open.size() == MOST_OPEN) return;
            open.add(new Section.Open(new Span(offsets.of(node.start()), offsets.of(node.end())), reason));
        }

        /** The constants a text is made of, in order; false when it is made of anything else. */
        private boolean literals(SyntaxNode node, List<SyntaxNode> found, int depth) {
            if (node.is(SyntaxKind.STRING) || node.is(SyntaxKind.TEMPLATE_STRING)) {
                found.add(node);
                return true;
            }
            if (depth > 200) return false;
            if (node.is(SyntaxKind.PARENTHESIZED_EXPRESSION) && node.children().size() == 1)
                return literals(node.children().get(0), found, depth + 1);
            SyntaxNode left = node.child("left");
            SyntaxNode right = node.child("right");
            SyntaxNode operator = node.child("operator");
            return node.is(SyntaxKind.BINARY_EXPRESSION)
                    && operator != null
                    && operator.text().equals("+")
                    && left != null
                    && right != null
                    && literals(left, found, depth + 1)
                    && literals(right, found, depth + 1);
        }

        /** Copies what is between the quotation marks; an escape takes the room it was written in. */
        private void copy(SyntaxNode literal) {
            int from = offsets.of(literal.start()) + 1;
            int to = offsets.of(literal.end()) - 1;
            boolean[] within = new boolean[128];
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c != '\\' || i + 1 >= to) {
                    chars[i] = c;
                    if (c == '\'' || c == '"') within[c] = !within[c];
                    continue;
                }
                char escaped = text.charAt(++i);
                if (escaped == '\'' || escaped == '"' || escaped == '`' || escaped == '$' || escaped == '\\') {
                    // An ending mark stays beside what it ends, and a beginning one beside what it begins.
                    boolean ends = escaped < 128 && within[escaped];
                    chars[ends ? i - 1 : i] = escaped;
                    within[escaped] = !within[escaped];
                }
            }
        }
    }

    private static String shortened(String chain) {
        String line = chain.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) : line;
    }
}

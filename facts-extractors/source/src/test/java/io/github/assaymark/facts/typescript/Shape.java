package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.syntax.SyntaxTree.Status;
import io.github.assaymark.model.extract.Limits;
import java.nio.charset.StandardCharsets;

/** Trees in one line: {@code (kind field:(kind "text"))}. */
final class Shape {
    private Shape() {}

    static SyntaxTree parse(String path, String text) {
        return new TypeScriptBackend().parse(path, text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    /** The statements of a TypeScript file that is all understood. */
    static String of(String text) {
        return of("a.ts", text);
    }

    static String of(String path, String text) {
        SyntaxTree tree = parse(path, text);
        assertThat(tree.status()).as("%s %s", text, tree.damaged()).isEqualTo(Status.COMPLETE);
        return children(tree.root());
    }

    /** The statements of a TypeScript file that may be damaged. */
    static String damaged(String text) {
        SyntaxTree tree = parse("a.ts", text);
        assertThat(tree.status()).as(text).isEqualTo(Status.PARTIAL);
        return children(tree.root());
    }

    /** The only expression statement of a TypeScript file. */
    static String expression(String text) {
        SyntaxTree tree = parse("a.ts", text);
        assertThat(tree.status()).as("%s %s", text, tree.damaged()).isEqualTo(Status.COMPLETE);
        SyntaxNode statement = tree.root().children().get(0);
        assertThat(statement.kind()).isEqualTo("expression_statement");
        return show(statement.children().get(0));
    }

    private static String children(SyntaxNode node) {
        StringBuilder out = new StringBuilder();
        for (SyntaxNode child : node.children()) {
            if (!out.isEmpty()) out.append(' ');
            write(child, out);
        }
        return out.toString();
    }

    static String show(SyntaxNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(SyntaxNode node, StringBuilder out) {
        if (node.field() != null) out.append(node.field()).append(':');
        if (node.children().isEmpty()
                && (node.is("identifier") || node.is("property_identifier") || node.is("number"))) {
            out.append(node.text());
            return;
        }
        out.append('(').append(node.kind());
        if (node.children().isEmpty()) out.append(" \"").append(node.text()).append('"');
        for (SyntaxNode child : node.children()) {
            out.append(' ');
            write(child, out);
        }
        out.append(')');
    }
}

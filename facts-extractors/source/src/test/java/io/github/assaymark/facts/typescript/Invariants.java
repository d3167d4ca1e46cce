package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.syntax.SyntaxTree.Damage;
import io.github.assaymark.facts.syntax.SyntaxTree.Status;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is true of every tree, whatever the file. */
final class Invariants {
    private Invariants() {}

    static void check(SyntaxTree tree, int bytes) {
        assertThat(tree.root().kind()).isEqualTo("program");
        assertThat(tree.root().parent()).isNull();
        if (tree.status() == Status.REFUSED) {
            assertThat(tree.refusal()).isNotBlank();
            assertThat(tree.root().children()).isEmpty();
            return;
        }
        assertThat(tree.refusal()).isNull();
        assertThat(tree.root().start()).isZero();
        assertThat(tree.root().end()).isEqualTo(bytes);
        assertThat(tree.status()).isEqualTo(tree.damaged().isEmpty() ? Status.COMPLETE : Status.PARTIAL);
        int end = -1;
        for (Damage damage : tree.damaged()) {
            if (damage.start() <= end
                    || damage.end() < damage.start()
                    || damage.end() > bytes
                    || damage.line() > damage.endLine()) throw new AssertionError("damages " + tree.damaged());
            end = damage.end();
        }
        Deque<SyntaxNode> open = new ArrayDeque<>();
        open.push(tree.root());
        while (!open.isEmpty()) {
            SyntaxNode node = open.pop();
            if (node.error()) checkDamaged(tree, node);
            int last = node.start();
            for (SyntaxNode child : node.children()) {
                if (child.start() < last || child.end() < child.start() || child.end() > node.end())
                    throw new AssertionError(child + " in " + node + " after " + last);
                if (!node.equals(child.parent())) throw new AssertionError(child + " is no child of " + node);
                last = child.end();
                open.push(child);
            }
        }
        last(tree, bytes);
    }

    private static void last(SyntaxTree tree, int bytes) {
        int end = 0;
        for (SyntaxNode comment : tree.comments()) {
            if (comment.start() < end || comment.end() > bytes)
                throw new AssertionError("comment " + comment + " after " + end);
            end = comment.end();
        }
    }

    private static void checkDamaged(SyntaxTree tree, SyntaxNode error) {
        for (Damage damage : tree.damaged()) if (damage.start() <= error.start() && error.end() <= damage.end()) return;
        throw new AssertionError(error + " is not in " + tree.damaged());
    }
}

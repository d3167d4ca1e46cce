package io.github.assaymark.facts.typescript;

import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The nodes of a file as arrays of numbers; node objects are made when they are asked for. */
final class ArrayTree {
    private final byte[] bytes;
    private final int textStart;
    private final int[] roles;
    private final int[] starts;
    private final int[] ends;
    private final int[] parents;
    private final int[] firsts;
    private final int[] counts;
    private final int[] links;
    private volatile @Nullable Lines lines;

    ArrayTree(
            byte[] bytes,
            int textStart,
            int[] roles,
            int[] starts,
            int[] ends,
            int[] parents,
            int[] firsts,
            int[] counts,
            int[] links) {
        this.bytes = bytes;
        this.textStart = textStart;
        this.roles = roles;
        this.starts = starts;
        this.ends = ends;
        this.parents = parents;
        this.firsts = firsts;
        this.counts = counts;
        this.links = links;
    }

    SyntaxNode node(int id) {
        return new ArrayNode(this, id);
    }

    byte[] bytes() {
        return bytes;
    }

    Lines lines() {
        Lines known = lines;
        if (known == null) lines = known = new Lines(bytes, textStart);
        return known;
    }

    int kind(int id) {
        return roles[id] & 255;
    }

    int field(int id) {
        return roles[id] >> 8;
    }

    int start(int id) {
        return starts[id];
    }

    int end(int id) {
        return ends[id];
    }

    int parent(int id) {
        return parents[id];
    }

    int childCount(int id) {
        return counts[id];
    }

    int child(int id, int index) {
        return links[firsts[id] + index];
    }

    List<SyntaxNode> children(int id) {
        return counts[id] == 0 ? List.of() : new Children(this, firsts[id], counts[id]);
    }

    private static final class Children extends AbstractList<SyntaxNode> implements RandomAccess {
        private final ArrayTree tree;
        private final int first;
        private final int size;

        Children(ArrayTree tree, int first, int size) {
            this.tree = tree;
            this.first = first;
            this.size = size;
        }

        @Override
        public SyntaxNode get(int index) {
            if (index < 0 || index >= size) throw new IndexOutOfBoundsException(index + " of " + size + " children");
            return tree.node(tree.links[first + index]);
        }

        @Override
        public int size() {
            return size;
        }
    }
}

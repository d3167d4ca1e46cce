package io.github.assaymark.facts.typescript;

import java.util.Arrays;

/** The nodes of one file while it is parsed, children before parents; and the nodes that wait for their parent. */
final class Nodes {
    private static final int FIELD_SHIFT = 8;

    private final int maxHeight;
    private int count;
    private int[] roles;
    private int[] starts;
    private int[] ends;
    private int[] parents;
    private int[] firsts;
    private int[] counts;
    private short[] heights;
    private int[] links;
    private int linked;
    private int[] waiting = new int[256];
    private int top;

    Nodes(int bytes, int maxHeight) {
        this.maxHeight = maxHeight;
        int size = Math.max(64, bytes / 6);
        roles = new int[size];
        starts = new int[size];
        ends = new int[size];
        parents = new int[size];
        firsts = new int[size];
        counts = new int[size];
        heights = new short[size];
        links = new int[size];
    }

    int mark() {
        return top;
    }

    void drop(int mark) {
        top = mark;
    }

    int count() {
        return count;
    }

    int links() {
        return linked;
    }

    void forget(int nodes, int links) {
        count = nodes;
        linked = links;
    }

    int leaf(int kind, int start, int end) {
        int node = count;
        if (node == roles.length) grow();
        roles[node] = kind;
        starts[node] = start;
        ends[node] = end;
        firsts[node] = linked;
        counts[node] = 0;
        heights[node] = 1;
        parents[node] = -1;
        count = node + 1;
        return node;
    }

    private void grow() {
        int size = count * 2;
        roles = Arrays.copyOf(roles, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        parents = Arrays.copyOf(parents, size);
        firsts = Arrays.copyOf(firsts, size);
        counts = Arrays.copyOf(counts, size);
        heights = Arrays.copyOf(heights, size);
    }

    /** Lets a node wait for its parent. */
    void push(int node, int field) {
        roles[node] = (roles[node] & 255) | (field << FIELD_SHIFT);
        if (top == waiting.length) waiting = Arrays.copyOf(waiting, top * 2);
        waiting[top++] = node;
    }

    int waiting(int index) {
        return waiting[index];
    }

    void replace(int index, int node) {
        waiting[index] = node;
    }

    /** A node whose children are all that wait since a mark. */
    int node(int kind, int start, int end, int mark) {
        int node = leaf(kind, start, end);
        int size = top - mark;
        while (linked + size > links.length) links = Arrays.copyOf(links, links.length * 2);
        int height = 0;
        for (int i = mark; i < top; i++) {
            int child = waiting[i];
            links[linked++] = child;
            parents[child] = node;
            height = Math.max(height, heights[child]);
        }
        if (height >= maxHeight) throw new Refusal("its parts nest deeper than " + maxHeight + " levels");
        heights[node] = (short) (height + 1);
        counts[node] = size;
        top = mark;
        return node;
    }

    int kind(int node) {
        return roles[node] & 255;
    }

    int start(int node) {
        return starts[node];
    }

    int end(int node) {
        return ends[node];
    }

    int children(int node) {
        return counts[node];
    }

    int child(int node, int index) {
        return links[firsts[node] + index];
    }

    void become(int node, int kind) {
        roles[node] = (roles[node] & ~255) | kind;
    }

    void field(int node, int field) {
        roles[node] = (roles[node] & 255) | (field << FIELD_SHIFT);
    }

    int extend(int node, int end) {
        ends[node] = end;
        return node;
    }

    /** Drops the second of three children. */
    void dropMiddle(int node) {
        int first = firsts[node];
        links[first + 1] = links[first + 2];
        counts[node] = 2;
    }

    /** All that is known, without what is not needed any more. */
    ArrayTree finish(byte[] bytes, int textStart) {
        return new ArrayTree(
                bytes,
                textStart,
                Arrays.copyOf(roles, count),
                Arrays.copyOf(starts, count),
                Arrays.copyOf(ends, count),
                Arrays.copyOf(parents, count),
                Arrays.copyOf(firsts, count),
                Arrays.copyOf(counts, count),
                Arrays.copyOf(links, linked));
    }
}

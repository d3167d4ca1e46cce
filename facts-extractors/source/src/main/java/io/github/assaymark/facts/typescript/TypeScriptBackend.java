package io.github.assaymark.facts.typescript;

import io.github.assaymark.facts.syntax.SyntaxBackend;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.syntax.SyntaxTree.Damage;
import io.github.assaymark.facts.syntax.SyntaxTree.Status;
import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TypeScript, TSX, JavaScript and JSX, read by a parser of our own. Safe for use by many threads. */
public final class TypeScriptBackend implements SyntaxBackend {
    private static final int BINARY_SAMPLE = 8000;
    private static final int MOST_DAMAGES = 1000;
    private static final long LARGE_STACK = 64 << 20;

    /** Holds nothing. */
    public TypeScriptBackend() {}

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean reads(String path) {
        return Dialect.known(path);
    }

    @Override
    public SyntaxTree parse(String path, byte[] bytes, Limits limits) {
        if (bytes.length > limits.maxBytes())
            return refused(path, "it has " + bytes.length + " bytes, more than " + limits.maxBytes());
        String encoding = unreadable(bytes);
        if (encoding != null) return refused(path, encoding);
        try {
            return read(path, bytes, limits);
        } catch (StackOverflowError shallow) {
            return onLargeStack(path, bytes, limits);
        }
    }

    private static @Nullable String unreadable(byte[] bytes) {
        if (bytes.length >= 2 && ((bytes[0] & 255) ^ (bytes[1] & 255)) == 1 && (bytes[0] & 255) >= 254)
            return "it is UTF-16, not UTF-8";
        for (int i = 0; i < Math.min(bytes.length, BINARY_SAMPLE); i++) if (bytes[i] == 0) return "it is binary";
        return null;
    }

    private static SyntaxTree refused(String path, String reason) {
        Nodes nodes = new Nodes(0, 2);
        int program = nodes.leaf(Kind.PROGRAM, 0, 0);
        SyntaxNode root = nodes.finish(new byte[0], 0).node(program);
        return new SyntaxTree(path, root, Status.REFUSED, List.of(), reason, List.of());
    }

    /** The caller's stack was too small; what is read must not depend on who asks. */
    private static SyntaxTree onLargeStack(String path, byte[] bytes, Limits limits) {
        Reading reading = new Reading(path, bytes, limits);
        Thread thread = new Thread(null, reading, "parse " + path, LARGE_STACK);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        return reading.tree;
    }

    private static final class Reading implements Runnable {
        private final String path;
        private final byte[] bytes;
        private final Limits limits;
        private volatile SyntaxTree tree;

        Reading(String path, byte[] bytes, Limits limits) {
            this.path = path;
            this.bytes = bytes;
            this.limits = limits;
            tree = refused(path, "it nests too deep to read");
        }

        @Override
        public void run() {
            try {
                tree = read(path, bytes, limits);
            } catch (StackOverflowError deep) {
                // It stays refused.
            }
        }
    }

    private static SyntaxTree read(String path, byte[] bytes, Limits limits) {
        int textStart =
                bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                        ? 3
                        : 0;
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Lexer.PADDING);
        Parser parser = new Parser(
                padded, textStart, bytes.length, new Fuel(bytes.length, limits), limits.maxDepth(), Dialect.of(path));
        int root;
        try {
            root = parser.program();
        } catch (Refusal refusal) {
            return refused(path, String.valueOf(refusal.getMessage()));
        }
        Utf8.damages(bytes, parser);
        List<Integer> comments = new ArrayList<>();
        for (int i = 0; i < parser.comments; i++)
            comments.add(parser.nodes.leaf(Kind.COMMENT, parser.commentSpans[2 * i], parser.commentSpans[2 * i + 1]));
        ArrayTree tree = parser.nodes.finish(bytes, textStart);
        List<Damage> damaged = damages(parser.damages(), tree);
        return new SyntaxTree(
                path,
                tree.node(root),
                damaged.isEmpty() ? Status.COMPLETE : Status.PARTIAL,
                damaged,
                null,
                comments.stream().map(tree::node).toList());
    }

    /** The damages in order, without overlaps; past a number of them, neighbours become one. */
    private static List<Damage> damages(int[] found, ArrayTree tree) {
        List<int[]> spans = new ArrayList<>();
        for (int i = 0; i < found.length; i += 2) spans.add(new int[] {found[i], found[i + 1]});
        spans.sort(Comparator.<int[]>comparingInt(span -> span[0]).thenComparingInt(span -> span[1]));
        List<int[]> merged = new ArrayList<>();
        for (int[] span : spans) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && (span[0] <= last[1] || merged.size() >= MOST_DAMAGES))
                last[1] = Math.max(last[1], span[1]);
            else merged.add(span);
        }
        return merged.stream()
                .map(span -> new Damage(
                        span[0],
                        span[1],
                        tree.lines().line(span[0]),
                        tree.lines().line(Math.max(span[0], span[1] - 1))))
                .toList();
    }
}

package io.github.assaymark.benchmarks;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.typescript.TypeScriptBackend;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterTypescript;

/**
 * Bytes of TypeScript files to a tree of which every node was seen from Java with its kind, field and place, by our
 * parser or by tree-sitter through JNI: {@code ParseTypeScript WAY ROUNDS DIRECTORY...}; the ways that end in
 * {@code -unwalked} make the tree only. Processor time of one thread, so that others on the machine do not count.
 */
final class ParseTypeScript {
    private ParseTypeScript() {}

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[1]);
        List<Path> files = new ArrayList<>();
        for (int i = 2; i < args.length; i++)
            try (Stream<Path> paths = Files.walk(Path.of(args[i]))) {
                paths.filter(path -> path.toString().endsWith(".ts")).sorted().forEach(files::add);
            }
        List<byte[]> contents = new ArrayList<>();
        long size = 0;
        for (Path file : files) {
            contents.add(Files.readAllBytes(file));
            size += contents.get(contents.size() - 1).length;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nodes = 0;
        for (int round = 0; round < rounds; round++) {
            long start = threads.getCurrentThreadCpuTime();
            nodes = 0;
            for (int i = 0; i < contents.size(); i++)
                nodes += read(args[0], files.get(i).toString(), contents.get(i));
            long time = threads.getCurrentThreadCpuTime() - start;
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: %.2f MB/s (%d files, %.2f MB, %d nodes)%n",
                    args[0],
                    round + 1,
                    size * 1e3 / time,
                    files.size(),
                    size / 1e6,
                    nodes);
        }
    }

    private static long read(String way, String path, byte[] bytes) {
        return switch (way) {
            case "ours" ->
                walk(new TypeScriptBackend().parse(path, bytes, Limits.DEFAULT).root());
            case "ours-unwalked" ->
                new TypeScriptBackend()
                        .parse(path, bytes, Limits.DEFAULT)
                        .root()
                        .end();
            case "tree-sitter" -> treeSitter(bytes, true);
            case "tree-sitter-unwalked" -> treeSitter(bytes, false);
            default -> throw new IllegalArgumentException("no way " + way);
        };
    }

    private static long walk(SyntaxNode node) {
        long sum = node.start() > node.end() || node.kind().isEmpty() || "".equals(node.field()) ? 0 : 1;
        for (SyntaxNode child : node.children()) sum += walk(child);
        return sum;
    }

    private static long treeSitter(byte[] bytes, boolean walked) {
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(new TreeSitterTypescript());
            try (TSTree tree = parser.parseString(null, new String(bytes, StandardCharsets.UTF_8))) {
                TSNode root = tree.getRootNode();
                return walked ? walk(new TSTreeCursor(root)) : root.getEndByte();
            }
        }
    }

    private static long walk(TSTreeCursor cursor) {
        try (cursor) {
            long sum = 0;
            for (; ; ) {
                TSNode node = cursor.currentNode();
                if (node.isNamed()
                        && node.getStartByte() <= node.getEndByte()
                        && !node.getType().isEmpty()
                        && !"".equals(cursor.currentFieldName())) sum++;
                if (cursor.gotoFirstChild()) continue;
                while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return sum;
            }
        }
    }
}

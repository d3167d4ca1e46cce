package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes patterns apart. Used by one thread. */
final class Patterns {
    /** A step that leads to nothing known. */
    private static final Binding.Step UNKNOWN = new Binding.Step(null, -1, null);

    private final Bound bound;

    /** Told of every name in a pattern. */
    interface Bound {
        /** {@code name} holds what lies at the end of a path. */
        void bind(SyntaxNode name, List<Binding.Step> path);
    }

    Patterns(Bound bound) {
        this.bound = bound;
    }

    /** {@code fallback} is used when there is nothing at the end of the path; null for none. */
    void bind(SyntaxNode pattern, List<Binding.Step> path, @Nullable SyntaxNode fallback) {
        switch (pattern.kind()) {
            case SyntaxKind.IDENTIFIER, SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN ->
                bound.bind(pattern, withFallback(path, fallback));
            case SyntaxKind.ASSIGNMENT_PATTERN, SyntaxKind.OBJECT_ASSIGNMENT_PATTERN -> {
                SyntaxNode left = pattern.child("left");
                if (left != null) bind(left, path, pattern.child("right"));
            }
            case SyntaxKind.OBJECT_PATTERN -> {
                for (SyntaxNode child : pattern.children()) property(child, withFallback(path, fallback));
            }
            case SyntaxKind.ARRAY_PATTERN -> elements(pattern, withFallback(path, fallback));
            case SyntaxKind.REST_PATTERN -> {
                for (SyntaxNode child : pattern.children()) bind(child, and(path, UNKNOWN), null);
            }
            default -> {}
        }
    }

    private void property(SyntaxNode child, List<Binding.Step> path) {
        switch (child.kind()) {
            case SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN ->
                bind(child, and(path, new Binding.Step(child.text(), -1, null)), null);
            case SyntaxKind.OBJECT_ASSIGNMENT_PATTERN, SyntaxKind.ASSIGNMENT_PATTERN -> {
                SyntaxNode left = child.child("left");
                if (left != null) bind(left, and(path, new Binding.Step(left.text(), -1, null)), child.child("right"));
            }
            case SyntaxKind.PAIR_PATTERN -> {
                SyntaxNode key = child.child("key");
                SyntaxNode value = child.child("value");
                String name = key == null ? null : Literals.key(key);
                if (value != null)
                    bind(value, and(path, name == null ? UNKNOWN : new Binding.Step(name, -1, null)), null);
            }
            default -> bind(child, path, null);
        }
    }

    private void elements(SyntaxNode pattern, List<Binding.Step> path) {
        String text = pattern.text();
        int[] bytes = offsets(pattern, text);
        int before = pattern.start();
        int index = 0;
        for (SyntaxNode child : pattern.children()) {
            index += Literals.commas(slice(text, bytes, pattern, before, child.start()));
            before = child.end();
            bind(child, and(path, new Binding.Step(null, index, null)), null);
        }
    }

    /** Index in the text for every byte of a node; empty when both are the same. */
    private static int[] offsets(SyntaxNode node, String text) {
        int length = node.end() - node.start();
        if (length == text.length()) return new int[0];
        int[] at = new int[length + 1];
        int position = 0;
        int i = 0;
        while (i < text.length()) {
            int code = text.codePointAt(i);
            int size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
            for (int k = 0; k < size && position < at.length; k++) at[position++] = i;
            i += Character.charCount(code);
        }
        while (position < at.length) at[position++] = text.length();
        return at;
    }

    private static String slice(String text, int[] offsets, SyntaxNode node, int from, int to) {
        int a = from - node.start();
        int b = to - node.start();
        return offsets.length == 0 ? text.substring(a, b) : text.substring(offsets[a], offsets[b]);
    }

    private static List<Binding.Step> withFallback(List<Binding.Step> path, @Nullable SyntaxNode fallback) {
        if (fallback == null || path.isEmpty()) return path;
        Binding.Step last = path.get(path.size() - 1);
        List<Binding.Step> all = new ArrayList<>(path.subList(0, path.size() - 1));
        all.add(new Binding.Step(last.key(), last.index(), fallback));
        return all;
    }

    private static List<Binding.Step> and(List<Binding.Step> path, Binding.Step step) {
        List<Binding.Step> all = new ArrayList<>(path.size() + 1);
        all.addAll(path);
        all.add(step);
        return all;
    }
}

package io.github.assaymark.facts.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A sorted map that never changes: its successors share all but a few of its nodes. */
final class PersistentMap<K extends Comparable<K>, V> {
    private record Node<K, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int height,
            int size) {}

    private final @Nullable Node<K, V> root;
    private final @Nullable KeyLog<K> log;

    private PersistentMap(@Nullable Node<K, V> root, @Nullable KeyLog<K> log) {
        this.root = root;
        this.log = log;
    }

    /** The same map; it and its successors write down what they are asked for. */
    PersistentMap<K, V> logged(KeyLog<K> to) {
        return new PersistentMap<>(root, to);
    }

    /** The same map, which writes nothing down. */
    PersistentMap<K, V> unlogged() {
        return log == null ? this : new PersistentMap<>(root, null);
    }

    private void asked(K key) {
        if (log != null) log.key(key);
    }

    private void asked() {
        if (log != null) log.all();
    }

    static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null, null);
    }

    int size() {
        asked();
        return size(root);
    }

    boolean has(K key) {
        return get(key) != null;
    }

    @Nullable
    V get(K key) {
        asked(key);
        return found(key);
    }

    private @Nullable V found(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key());
            if (order == 0) return node.value();
            node = order < 0 ? node.left() : node.right();
        }
        return null;
    }

    PersistentMap<K, V> with(K key, V value) {
        asked(key);
        return new PersistentMap<>(put(root, key, value), log);
    }

    PersistentMap<K, V> without(K key) {
        return has(key) ? new PersistentMap<>(remove(root, key), log) : this;
    }

    /** In the order of the keys. */
    void forEach(BiConsumer<K, V> action) {
        asked();
        walk(root, action);
    }

    /** In the order of the keys. */
    List<V> values() {
        asked();
        List<V> values = new ArrayList<>(size(root));
        walk(root, (key, value) -> values.add(value));
        return values;
    }

    /** In their order. */
    List<K> keys() {
        asked();
        List<K> keys = new ArrayList<>(size(root));
        walk(root, (key, value) -> keys.add(key));
        return keys;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // equal maps often share their root
    public boolean equals(@Nullable Object other) {
        if (this == other) return true;
        if (!(other instanceof PersistentMap<?, ?> map) || size(map.root) != size(root)) return false;
        return map.root == root || (keys().equals(map.keys()) && values().equals(map.values()));
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** Whether another map surely holds the same. */
    @SuppressWarnings("ReferenceEquality") // maps that nobody changed share their root
    boolean shares(PersistentMap<K, V> other) {
        return root == other.root;
    }

    /**
     * The entries that another map does not have, or has with another object; shared parts are passed over. Not written
     * down: of maps that follow each other these are entries that were asked for.
     */
    void forEachUnshared(PersistentMap<K, V> other, BiConsumer<K, V> action) {
        unshared(root, other.root, other, action);
    }

    @SuppressWarnings("ReferenceEquality") // what did not change is shared
    private static <K extends Comparable<K>, V> void unshared(
            @Nullable Node<K, V> node, @Nullable Node<K, V> twin, PersistentMap<K, V> other, BiConsumer<K, V> action) {
        if (node == null || node == twin) return;
        boolean aligned = twin != null && node.key().equals(twin.key());
        unshared(node.left(), aligned && twin != null ? twin.left() : null, other, action);
        V theirs = aligned && twin != null ? twin.value() : other.found(node.key());
        if (theirs != node.value()) action.accept(node.key(), node.value());
        unshared(node.right(), aligned && twin != null ? twin.right() : null, other, action);
    }

    private static <K, V> void walk(@Nullable Node<K, V> node, BiConsumer<K, V> action) {
        if (node == null) return;
        walk(node.left(), action);
        action.accept(node.key(), node.value());
        walk(node.right(), action);
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) return new Node<>(key, value, null, null, 1, 1);
        int order = key.compareTo(node.key());
        if (order == 0) return node(key, value, node.left(), node.right());
        return order < 0
                ? balanced(node.key(), node.value(), put(node.left(), key, value), node.right())
                : balanced(node.key(), node.value(), node.left(), put(node.right(), key, value));
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) return null;
        int order = key.compareTo(node.key());
        if (order < 0) return balanced(node.key(), node.value(), remove(node.left(), key), node.right());
        if (order > 0) return balanced(node.key(), node.value(), node.left(), remove(node.right(), key));
        if (node.left() == null) return node.right();
        if (node.right() == null) return node.left();
        Node<K, V> next = node.right();
        while (next.left() != null) next = next.left();
        return balanced(next.key(), next.value(), node.left(), remove(node.right(), next.key()));
    }

    private static <K, V> Node<K, V> balanced(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && height(left) > height(right) + 1) {
            Node<K, V> inner = left.right();
            if (inner == null || height(left.left()) >= height(inner))
                return node(left.key(), left.value(), left.left(), node(key, value, inner, right));
            return node(
                    inner.key(),
                    inner.value(),
                    node(left.key(), left.value(), left.left(), inner.left()),
                    node(key, value, inner.right(), right));
        }
        if (right != null && height(right) > height(left) + 1) {
            Node<K, V> inner = right.left();
            if (inner == null || height(right.right()) >= height(inner))
                return node(right.key(), right.value(), node(key, value, left, inner), right.right());
            return node(
                    inner.key(),
                    inner.value(),
                    node(key, value, left, inner.left()),
                    node(right.key(), right.value(), inner.right(), right.right()));
        }
        return node(key, value, left, right);
    }

    private static <K, V> Node<K, V> node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(
                key, value, left, right, 1 + Math.max(height(left), height(right)), 1 + size(left) + size(right));
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height();
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size();
    }
}

package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A name that a module declares. Immutable once its module is built. */
final class Binding {
    /** What declares the name. */
    enum Sort {
        IMPORT,
        VARIABLE,
        FUNCTION,
        CLASS,
        ENUM,
        PARAMETER,
        /** Something of which the value is never known. */
        OPAQUE
    }

    /** Any key. */
    static final String ANY = "*";

    /**
     * One step into a value that is taken apart.
     *
     * @param key of an object; null for a list
     * @param index of a list; -1 for an object
     * @param fallback used when there is none; null for none
     */
    record Step(@Nullable String key, int index, @Nullable SyntaxNode fallback) {}

    final Sort sort;
    final String name;
    /** Where the name itself is written. */
    final SyntaxNode nameNode;
    /** The declarator, function, class, enum, parameter or specifier. */
    final SyntaxNode node;
    /** What the name stands for, or is taken out of; null when nothing is written there. */
    final @Nullable SyntaxNode value;
    /** The way from the value to the name. */
    final List<Step> path;

    final @Nullable String specifier;
    final @Nullable String imported;
    final @Nullable SyntaxNode function;
    final int index;
    private final Set<String> changed = new HashSet<>(2);
    private boolean reassigned;
    private boolean passed;
    private boolean lost;

    private Binding(
            Sort sort,
            String name,
            SyntaxNode nameNode,
            SyntaxNode node,
            @Nullable SyntaxNode value,
            List<Step> path,
            @Nullable String specifier,
            @Nullable String imported,
            @Nullable SyntaxNode function,
            int index) {
        this.sort = sort;
        this.name = name;
        this.nameNode = nameNode;
        this.node = node;
        this.value = value;
        this.path = path;
        this.specifier = specifier;
        this.imported = imported;
        this.function = function;
        this.index = index;
    }

    static Binding of(Sort sort, SyntaxNode name, SyntaxNode node) {
        return new Binding(sort, name.text(), name, node, null, List.of(), null, null, null, -1);
    }

    static Binding variable(SyntaxNode name, SyntaxNode node, @Nullable SyntaxNode value, List<Step> path) {
        return new Binding(Sort.VARIABLE, name.text(), name, node, value, path, null, null, null, -1);
    }

    /** {@code fallback} stands for an argument that is left out; null for none. */
    static Binding parameter(
            SyntaxNode name,
            SyntaxNode node,
            @Nullable SyntaxNode fallback,
            List<Step> path,
            SyntaxNode function,
            int index) {
        return new Binding(Sort.PARAMETER, name.text(), name, node, fallback, path, null, null, function, index);
    }

    /** {@code imported} is an exported name, {@code default} or {@code *}. */
    static Binding imported(SyntaxNode name, SyntaxNode node, String specifier, String imported) {
        return new Binding(Sort.IMPORT, name.text(), name, node, null, List.of(), specifier, imported, null, -1);
    }

    /** Whether it stands for something else later. */
    boolean reassigned() {
        return reassigned;
    }

    void reassign() {
        reassigned = true;
    }

    /** Says that a member is assigned, or {@link #ANY}. */
    void change(String key) {
        changed.add(key);
    }

    /** Says that all that changes of another name changes of this one; whether that is news. */
    boolean changeLike(Binding other) {
        return changed.addAll(other.changed);
    }

    /** Says that elements of its array may be taken out or replaced. */
    void lose() {
        lost = true;
    }

    /** Whether elements of its array may be missing. */
    boolean loses() {
        return lost;
    }

    /** Says that it is handed to a function. */
    void pass() {
        passed = true;
    }

    /** Whether it is handed to a function, which may put something into it. */
    boolean passed() {
        return passed;
    }

    /** Whether a member may not be what the declaration says. */
    boolean changes(String key) {
        return !changed.isEmpty() && (changed.contains(ANY) || changed.contains(key));
    }

    /** The members that may not be what the declaration says; {@link #ANY} for all. */
    Set<String> changed() {
        return Set.copyOf(changed);
    }

    /** Whether any member may not be what the declaration says. */
    boolean changes() {
        return !changed.isEmpty();
    }
}

package io.github.assaymark.facts.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Notes what answers about other files something is derived with. Whoever remembers what was derived remembers its
 * dependencies too, and notes them each time it is given again. Used by one thread.
 */
final class Tracing {
    /** Of what depends on nothing but its own module. */
    static final List<Dependency> NONE = List.of();

    private static final int FEW = 8;

    private final List<Dependency> noted = new ArrayList<>();
    private final Set<Dependency> whole = new LinkedHashSet<>();
    private int open;

    void note(Dependency dependency) {
        if (open == 0) whole.add(dependency);
        else noted.add(dependency);
    }

    void note(List<Dependency> dependencies) {
        if (dependencies.isEmpty()) return;
        if (open == 0) whole.addAll(dependencies);
        else noted.addAll(dependencies);
    }

    /** Where a derivation begins: to be given to {@link #end} or {@link #drop}. */
    int begin() {
        open++;
        return noted.size();
    }

    /** What was noted since; it stays noted for what is derived around it. */
    List<Dependency> end(int start) {
        open--;
        if (noted.size() == start) return NONE;
        List<Dependency> since = noted.subList(start, noted.size());
        List<Dependency> distinct = distinct(since);
        since.clear();
        note(distinct);
        return distinct;
    }

    /** What was noted since; it does not stay noted for what is derived around it. */
    List<Dependency> cut(int start) {
        open--;
        if (noted.size() == start) return NONE;
        List<Dependency> since = noted.subList(start, noted.size());
        List<Dependency> distinct = distinct(since);
        since.clear();
        return distinct;
    }

    /** How many derivations are open. */
    int depth() {
        return open;
    }

    /** Ends derivations, which somebody left before their end, until so many are open. */
    void back(int depth) {
        open = depth;
    }

    /** Forgets all derivations, which somebody left before their end. */
    void reset() {
        open = 0;
        noted.clear();
    }

    /** Forgets what was noted since. */
    void drop(int start) {
        open--;
        noted.subList(start, noted.size()).clear();
    }

    private static List<Dependency> distinct(List<Dependency> all) {
        if (all.size() > FEW) return List.copyOf(new LinkedHashSet<>(all));
        List<Dependency> few = new ArrayList<>(all.size());
        for (Dependency one : all) if (!few.contains(one)) few.add(one);
        return List.copyOf(few);
    }

    /** Forgets what was noted outside of any derivation. */
    void forget() {
        whole.clear();
    }

    /** What was noted outside of any derivation since this was asked before. */
    List<Dependency> take() {
        List<Dependency> all = List.copyOf(whole);
        whole.clear();
        return all;
    }
}

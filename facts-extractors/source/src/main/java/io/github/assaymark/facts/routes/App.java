package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One application or router that exists while the program runs. Used by one thread. */
final class App {
    /** Entries that are followed for one application; what lies beyond is a gap. */
    static final int MAX_ENTRIES = 4_000;

    private final WebFramework framework;
    private final Located created;
    private final Module entry;
    private final boolean root;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Located, Limiter> limiters = new LinkedHashMap<>();
    private boolean mounted;
    private boolean full;
    /** Hono serves a method without a path on the path that was named last. */
    private String lastPath = "/";

    /**
     * @param entry the module whose own statements led to it
     * @param root whether it can be served without being mounted
     */
    App(WebFramework framework, Located created, Module entry, boolean root) {
        this.framework = framework;
        this.created = created;
        this.entry = entry;
        this.root = root;
    }

    WebFramework framework() {
        return framework;
    }

    Located created() {
        return created;
    }

    Module entry() {
        return entry;
    }

    boolean root() {
        return root;
    }

    List<Entry> entries() {
        return entries;
    }

    boolean mounted() {
        return mounted;
    }

    /**
     * A plugin of another package that limits routes registered after it was loaded.
     *
     * @param awaited whether it is loaded before the next statement
     * @param everywhere false when it only limits routes that ask for it
     */
    record Limiter(boolean awaited, boolean everywhere) {}

    /** The limiting plugins, by their registration. */
    Map<Located, Limiter> limiters() {
        return limiters;
    }

    void mount() {
        mounted = true;
    }

    String lastPath() {
        return lastPath;
    }

    void lastPath(String path) {
        lastPath = path;
    }

    void add(Entry made) {
        if (entries.size() < MAX_ENTRIES) entries.add(made);
        else full = true;
    }

    /** Gives the entries from one on to another application. */
    void move(int from, App to) {
        List<Entry> last = entries.subList(Math.min(from, entries.size()), entries.size());
        last.forEach(to::add);
        last.clear();
    }

    /** Whether entries were given up. */
    boolean full() {
        return full;
    }
}

package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application of Fastify serves. A hook runs for all routes of its plugin and of the plugins within it,
 * whatever comes first: Fastify hands each hook to the contexts that are there already, and gives routes theirs when
 * all is loaded. A plugin that limits routes sees only those registered after it was loaded. A plugin is loaded when
 * what registers it has run to its end, one after the other, unless it is awaited: then at once, after those that wait.
 */
final class Encapsulated {
    private static final int MAX_DEPTH = 12;

    private final List<Served> served = new ArrayList<>();

    private final Budget budget;
    private final Map<Located, App.Limiter> limiters = new HashMap<>();

    private Encapsulated(Budget budget) {
        this.budget = budget;
    }

    static List<Served> of(App app, Budget budget) {
        Encapsulated all = new Encapsulated(budget);
        all.serve(app, "", List.of(), List.of(), List.of(), 0);
        return List.copyOf(all.served);
    }

    private void serve(
            App app,
            String prefix,
            List<Entry.Use> inherited,
            List<Condition> conditions,
            List<Entry.Use> elsewhere,
            int depth) {
        if (depth > MAX_DEPTH) {
            budget.cut(app.created(), "its plugins are nested too deep");
            return;
        }
        List<Entry> items = new ArrayList<>();
        items(app, prefix, conditions, items, depth);
        List<Entry.Use> met = new ArrayList<>(inherited);
        for (Entry item : items) if (item instanceof Entry.Use use) met.add(use);
        List<Entry.Use> within = new ArrayList<>(elsewhere);
        for (Entry item : items) {
            if (item instanceof Entry.Mount mount) hooks(mount.app(), within, depth);
        }
        for (int i = 0; i < items.size(); i++) {
            Entry entry = items.get(i);
            if (!budget.compares(met.size() + within.size() + 1, entry.at())) return;
            if (entry instanceof Entry.Serve route) {
                List<Entry.Use> loaded = new ArrayList<>(inherited);
                List<Entry.Use> missed = new ArrayList<>(within);
                for (int j = 0; j < items.size(); j++) {
                    if (!(items.get(j) instanceof Entry.Use use)) continue;
                    if (!limiters.containsKey(use.at()) || j < i) loaded.add(use);
                    else missed.add(use);
                }
                served.add(served(route, loaded, missed));
            }
            if (entry instanceof Entry.Mount mount) {
                List<Entry.Use> siblings = new ArrayList<>(within);
                List<Entry.Use> own = new ArrayList<>();
                hooks(mount.app(), own, depth);
                Set<Entry.Use> ofPlugin = identities(own);
                siblings.removeIf(ofPlugin::contains);
                List<Entry.Use> passed = new ArrayList<>(inherited);
                for (int j = 0; j < items.size(); j++) {
                    if (items.get(j) instanceof Entry.Use use && (j < i || !limiters.containsKey(use.at())))
                        passed.add(use);
                }
                Set<Entry.Use> given = identities(passed);
                for (Entry.Use use : met) if (!given.contains(use)) siblings.add(use);
                serve(mount.app(), mount.prefix(), passed, mount.conditions(), siblings, depth + 1);
            }
        }
    }

    /** What is registered on an application itself and by plugins that do not encapsulate, in the order it happens. */
    private void items(App app, String prefix, List<Condition> conditions, List<Entry> items, int depth) {
        if (depth > MAX_DEPTH) {
            budget.cut(app.created(), "its plugins are nested too deep");
            return;
        }
        budget.check(app);
        app.limiters().forEach(limiters::putIfAbsent);
        List<Entry> waiting = new ArrayList<>();
        for (Entry made : app.entries()) {
            if (!budget.lists(made.at())) return;
            Entry entry = Entry.under(made, prefix, conditions);
            Boolean awaited = awaited(entry, app);
            if (awaited == null) {
                items.add(entry);
                continue;
            }
            waiting.add(entry);
            if (awaited) load(waiting, prefix, items, depth);
        }
        load(waiting, prefix, items, depth);
    }

    /** Whether a plugin is awaited; null for what is no plugin. */
    private static @Nullable Boolean awaited(Entry entry, App app) {
        if (entry instanceof Entry.Mount mount) return mount.awaited();
        App.Limiter limiter = app.limiters().get(entry.at());
        return limiter == null ? null : limiter.awaited();
    }

    private void load(List<Entry> waiting, String prefix, List<Entry> items, int depth) {
        for (Entry entry : waiting) {
            if (entry instanceof Entry.Mount mount && !mount.encapsulated())
                items(mount.app(), prefix, mount.conditions(), items, depth + 1);
            else items.add(entry);
        }
        waiting.clear();
    }

    private static Set<Entry.Use> identities(List<Entry.Use> uses) {
        Set<Entry.Use> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(uses);
        return identities;
    }

    /** All hooks of a plugin and those within it. */
    private static void hooks(App app, List<Entry.Use> hooks, int depth) {
        if (depth > MAX_DEPTH) return;
        for (Entry entry : app.entries()) {
            if (entry instanceof Entry.Use use) hooks.add(use);
            if (entry instanceof Entry.Mount mount) hooks(mount.app(), hooks, depth + 1);
        }
    }

    private Served served(Entry.Serve route, List<Entry.Use> met, List<Entry.Use> elsewhere) {
        List<Served.Met> guards = new ArrayList<>();
        boolean unlimited = FastifyDialect.unlimited(route);
        boolean limited = !unlimited && met.stream().anyMatch(use -> limiters.containsKey(use.at()));
        for (Entry.Use use : met) {
            App.Limiter limiter = limiters.get(use.at());
            if (limiter != null && !limiter.everywhere()) continue;
            String alien = Entry.alien(use.conditions(), route.conditions());
            Middleware middleware = use.middleware();
            if (limiter != null && unlimited) {
                guards.add(new Served.Met(middleware, GuardVia.USE, use.at(), false, "the route turns it off"));
                continue;
            }
            guards.add(
                    alien == null
                            ? Served.Met.of(middleware, GuardVia.USE, use.at())
                            : new Served.Met(
                                    middleware, GuardVia.USE, use.at(), true, "it is only registered " + alien));
        }
        for (Entry.Own own : route.own()) {
            Middleware middleware = own.middleware();
            if (unlimited && FastifyDialect.asked(middleware)) continue;
            guards.add(
                    limited || !FastifyDialect.asked(middleware)
                            ? Served.Met.of(middleware, own.via(), middleware.at())
                            : new Served.Met(
                                    middleware,
                                    own.via(),
                                    middleware.at(),
                                    false,
                                    "no plugin that reads it is loaded"));
        }
        for (Entry.Use use : elsewhere) {
            App.Limiter limiter = limiters.get(use.at());
            if (use.middleware().kind() == GuardKind.OTHER || (limiter != null && !limiter.everywhere())) continue;
            guards.add(
                    new Served.Met(
                            use.middleware(),
                            GuardVia.USE,
                            use.at(),
                            false,
                            limiter == null
                                    ? "it stays within the plugin that registers it"
                                    : "it stays within the plugin that registers it, or is loaded after the route is registered"));
        }
        return new Served(
                WebFramework.FASTIFY,
                route.method(),
                RoutePath.shown(route.path(), WebFramework.FASTIFY),
                route.original(),
                route.handler(),
                route.description(),
                guards,
                !route.conditions().isEmpty(),
                false,
                route.at());
    }
}

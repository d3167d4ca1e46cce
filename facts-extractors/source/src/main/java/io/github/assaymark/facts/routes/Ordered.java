package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application of Hono or Express serves: its registrations and those of what is mounted on it in one order;
 * what is registered earlier on a path that covers a route runs before its handler.
 */
final class Ordered {
    private static final int MAX_MOUNTS = 6;

    private final List<Entry> entries = new ArrayList<>();
    /** Of mounted applications, registered when that no longer has an effect. */
    private final List<Entry.Use> late = new ArrayList<>();

    private final Budget budget;

    /** Whether a slash at the end of a path makes it another. */
    private final boolean strict;

    private Ordered(Budget budget, boolean strict) {
        this.budget = budget;
        this.strict = strict;
    }

    static List<Served> of(App app, Budget budget) {
        boolean strict = app.framework() == WebFramework.HONO
                && !app.created().node().text().matches("(?s).*\\bstrict\\s*:\\s*false\\b.*");
        Ordered ordered = new Ordered(budget, strict);
        ordered.flatten(app, app.entries().size(), "", List.of(), new ArrayList<>());
        List<Served> served = new ArrayList<>();
        for (int i = 0; i < ordered.entries.size(); i++) {
            if (!(ordered.entries.get(i) instanceof Entry.Serve route)) continue;
            if (!budget.compares(ordered.entries.size() + ordered.late.size(), route.at())) break;
            served.add(ordered.served(route, i, app.framework()));
        }
        return served;
    }

    private void flatten(App app, int count, String prefix, List<Condition> conditions, List<App> around) {
        if (around.contains(app) || around.size() > MAX_MOUNTS) {
            budget.cut(app.created(), around.contains(app) ? "it is mounted within itself" : "it is mounted too deep");
            return;
        }
        budget.check(app);
        around.add(app);
        for (int i = 0; i < app.entries().size(); i++) {
            if (!budget.lists(app.entries().get(i).at())) break;
            Entry entry = Entry.under(app.entries().get(i), prefix, conditions);
            if (i >= count) {
                if (entry instanceof Entry.Use use) late.add(use);
            } else if (entry instanceof Entry.Mount mount) {
                flatten(mount.app(), mount.count(), mount.prefix(), mount.conditions(), around);
            } else {
                entries.add(entry);
            }
        }
        around.remove(app);
    }

    private Served served(Entry.Serve route, int index, WebFramework framework) {
        List<Served.Met> met = new ArrayList<>();
        List<Served.Met> missed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Entry.Use use) add(meet(use, route, i > index, framework), met, missed);
        }
        for (Entry.Use use : late) {
            Served.Met one = meet(use, route, true, framework);
            if (one != null) missed.add(one);
        }
        for (Entry.Own own : route.own()) {
            Middleware middleware = own.middleware();
            boolean conditional = middleware.condition() != null;
            String miss = miss(middleware, route.path());
            met.add(new Served.Met(middleware, own.via(), middleware.at(), conditional, miss));
        }
        met.addAll(distinct(missed));
        return new Served(
                framework,
                route.method(),
                RoutePath.shown(route.path(), framework),
                route.original(),
                route.handler(),
                route.description(),
                met,
                !route.conditions().isEmpty(),
                false,
                route.at());
    }

    private static void add(Served.@Nullable Met one, List<Served.Met> met, List<Served.Met> missed) {
        if (one == null) return;
        if (one.miss() == null || one.conditional()) met.add(one);
        else missed.add(one);
    }

    /** A sub-application that is mounted twice must not show one near miss twice. */
    private static List<Served.Met> distinct(List<Served.Met> missed) {
        Set<Located> seen = new HashSet<>();
        return missed.stream().filter(one -> seen.add(one.middleware().at())).toList();
    }

    private Served.@Nullable Met meet(Entry.Use use, Entry.Serve route, boolean later, WebFramework framework) {
        Middleware middleware = use.middleware();
        PathPattern.Reach reach = use.pattern().reach(route.path());
        if (strict && use.pattern().parted(route.original())) reach = PathPattern.Reach.NONE;
        boolean method = use.method().equals("ALL") || use.method().equals(route.method());
        String alien = Entry.alien(use.conditions(), route.conditions());
        if (!later && method && reach == PathPattern.Reach.ALL) {
            String miss = alien == null ? miss(middleware, route.path()) : "it is only registered " + alien;
            return new Served.Met(
                    middleware, via(use), use.at(), alien != null || middleware.condition() != null, miss);
        }
        if (middleware.kind() == GuardKind.OTHER) return null;
        String miss = farMiss(use, route, later, method, reach, framework);
        return miss == null ? null : new Served.Met(middleware, via(use), use.at(), alien != null, miss);
    }

    private static GuardVia via(Entry.Use use) {
        String path = use.pattern().path();
        boolean everything = path.equals("/*") || (use.pattern().prefix() && path.equals("/"));
        return everything ? GuardVia.GLOBAL : GuardVia.USE;
    }

    private static @Nullable String farMiss(
            Entry.Use use,
            Entry.Serve route,
            boolean later,
            boolean method,
            PathPattern.Reach reach,
            WebFramework framework) {
        String covered = "`" + use.pattern().path() + "`";
        String path = RoutePath.shown(route.path(), framework);
        if (reach == PathPattern.Reach.NONE) {
            if (!use.pattern().near(route.path())) return null;
            return "it covers " + covered + ", which does not match `" + path + "`" + hint(use, route, framework);
        }
        if (later) return "it is registered after the route";
        if (!method) return "it is registered for " + use.method() + " only";
        return "it covers " + covered + ", which matches only some requests for `" + path + "`"
                + hint(use, route, framework);
    }

    private static String hint(Entry.Use use, Entry.Serve route, WebFramework framework) {
        String path = use.pattern().path();
        if (framework != WebFramework.HONO) return "";
        if (path.contains("/{")) return ": its braces stand for themselves, parameters begin with `:`";
        if (use.pattern().parted(route.original())) return ": only one of them ends with a slash";
        boolean shorter = RoutePath.segments(path).size()
                < RoutePath.segments(route.path()).size();
        return shorter && !path.contains("*") ? ": it ends without `/*`" : "";
    }

    /** Why a middleware that is met does not guard a path. */
    private static @Nullable String miss(Middleware middleware, String path) {
        if (middleware.condition() != null) return middleware.condition();
        if (!middleware.resolved()) return "it is not known what it is";
        for (String exempt : middleware.exempt()) {
            PathPattern.Reach reach = new PathPattern(WebFramework.HONO, RoutePath.clean(exempt), false).reach(path);
            if (reach != PathPattern.Reach.NONE) return "`" + exempt + "` is excepted from it";
        }
        return null;
    }
}

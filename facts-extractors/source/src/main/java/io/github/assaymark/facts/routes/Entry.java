package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.model.fact.GuardVia;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One registration on an application, in the order they are made. */
sealed interface Entry {
    Located at();

    List<Condition> conditions();

    /**
     * Something that runs ahead of routes.
     *
     * @param method in upper case, {@code ALL} for every method
     */
    record Use(String method, PathPattern pattern, Middleware middleware, Located at, List<Condition> conditions)
            implements Entry {
        /** Copies the lists. */
        public Use {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A route.
     *
     * @param path absolute within the application, as the framework writes it
     * @param own what runs before its handler only
     */
    record Serve(
            String method,
            String path,
            String original,
            List<Own> own,
            Handler handler,
            Description description,
            Located at,
            List<Condition> conditions)
            implements Entry {
        /** Copies the lists. */
        public Serve {
            own = List.copyOf(own);
            conditions = List.copyOf(conditions);
        }
    }

    /** What runs before the handler of one route only, and how it was given. */
    record Own(Middleware middleware, GuardVia via) {}

    /**
     * Another application under a path.
     *
     * @param count how many of its entries count: those made later are not served
     * @param encapsulated whether what it registers stays within it
     * @param awaited whether it is complete before the next entry is made
     */
    record Mount(
            String prefix,
            App app,
            int count,
            boolean encapsulated,
            boolean awaited,
            Located at,
            List<Condition> conditions)
            implements Entry {
        /** Copies the lists. */
        public Mount {
            conditions = List.copyOf(conditions);
        }
    }

    /** The entry with more conditions and under a path. */
    static Entry under(Entry entry, String prefix, List<Condition> more) {
        if (prefix.isEmpty() && more.isEmpty()) return entry;
        List<Condition> all = new ArrayList<>(more);
        all.addAll(entry.conditions());
        if (entry instanceof Use use) {
            PathPattern pattern = use.pattern();
            String path = RoutePath.join(prefix, pattern.path());
            return new Use(
                    use.method(),
                    new PathPattern(pattern.framework(), path, pattern.prefix(), pattern.slash()),
                    use.middleware(),
                    use.at(),
                    all);
        }
        if (entry instanceof Serve serve) {
            return new Serve(
                    serve.method(),
                    RoutePath.join(prefix, serve.path()),
                    serve.original(),
                    serve.own(),
                    serve.handler(),
                    serve.description(),
                    serve.at(),
                    all);
        }
        Mount mount = (Mount) entry;
        return new Mount(
                RoutePath.join(prefix, mount.prefix()),
                mount.app(),
                mount.count(),
                mount.encapsulated(),
                mount.awaited(),
                mount.at(),
                all);
    }

    /** The words of the first condition that the other entry does not share; null when it shares all. */
    static @Nullable String alien(List<Condition> conditions, List<Condition> shared) {
        for (Condition condition : conditions) {
            if (!shared.contains(condition)) return condition.words();
        }
        return null;
    }
}

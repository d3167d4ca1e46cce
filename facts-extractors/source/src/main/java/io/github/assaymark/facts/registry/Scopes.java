package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.DistinctKeys;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.model.fact.ScopeDef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes of one owner, put together from the modules that speak of them. */
final class Scopes {
    private final Resolver resolver;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Set<String> phi = new HashSet<>();
    private final Set<String> baa = new HashSet<>();
    private final DistinctKeys keys = new DistinctKeys();
    private boolean phiListed;
    private boolean whole = true;

    /** Constants and descriptions of the same scope may stand apart. */
    private static final class Found {
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable String constant;
        private @Nullable String description;
    }

    Scopes(Resolver resolver) {
        this.resolver = resolver;
    }

    void add(ScopeReader.Read read) {
        phi.addAll(read.phi());
        baa.addAll(read.baa());
        phiListed |= read.phiListed();
        whole &= read.whole();
        for (ScopeReader.Seen seen : read.seen()) {
            Found one = found.computeIfAbsent(seen.scope(), name -> new Found());
            // what says more about a scope is where a reader should look
            if (seen.entry().struct() != null) one.entries.add(0, seen.entry());
            else one.entries.add(seen.entry());
            if (one.constant == null) one.constant = seen.constant();
            if (one.description == null) one.description = seen.description();
        }
    }

    /** The scopes that were found; null when there may be more. */
    @Nullable
    Set<String> scopes() {
        return whole ? found.keySet() : null;
    }

    /**
     * Hands the scopes over.
     *
     * @param base the scopes of the base revision; null when they are not known
     */
    void close(FactSink sink, @Nullable Set<String> base) {
        found.forEach((scope, one) -> {
            Boolean health = null;
            Boolean agreement = null;
            for (Entry entry : one.entries) {
                Attributes attributes = entry.attributes(resolver);
                if (health == null) health = health(attributes, sink);
                if (agreement == null) agreement = agreement(attributes, sink);
            }
            Entry first = one.entries.get(0);
            sink.fact(new ScopeDef(
                    keys.key(scope),
                    sink.owner(),
                    sink.place(first.place()),
                    scope,
                    one.constant,
                    phi.contains(scope) || Boolean.TRUE.equals(health),
                    phiListed || health != null,
                    baa.contains(scope) || Boolean.TRUE.equals(agreement),
                    one.description,
                    base == null ? null : (Boolean) !base.contains(scope),
                    first.located().module().path()));
        });
    }

    private @Nullable Boolean agreement(Attributes attributes, FactSink sink) {
        String[] names = {"baa", "baarequired", "requiresbaa", "needsbaa"};
        Boolean marked = attributes.truth(names);
        Located open = marked == null ? attributes.open(names) : null;
        if (open != null) sink.unresolved("agreement a scope needs", open, "it is not constant", ScopeDef.class);
        return marked;
    }

    /** Whether a scope says that it gives access to health data; null when it says nothing. */
    private @Nullable Boolean health(Attributes attributes, FactSink sink) {
        Boolean marked = attributes.truth("phi", "isphi", "containsphi", "phiaccess", "hipaa", "health", "healthdata");
        if (marked != null) return marked;
        String level = attributes.text("classification", "sensitivity", "dataclass", "dataclassification", "category");
        if (level != null) return Words.of(level).contains("phi");
        for (String tag : attributes.texts("tags", "labels", "data"))
            if (tag.toLowerCase(Locale.ROOT).equals("phi")) return true;
        Located open = attributes.open("phi", "isphi", "containsphi", "classification", "sensitivity", "dataclass");
        if (open != null) sink.unresolved("health data a scope gives", open, "it is not constant", ScopeDef.class);
        return null;
    }
}

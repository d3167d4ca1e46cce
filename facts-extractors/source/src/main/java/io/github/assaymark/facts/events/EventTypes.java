package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.DistinctKeys;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.model.fact.EventType;
import io.github.assaymark.model.fact.SchemaKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The types of events of one owner, put together from the places that speak of them. */
final class EventTypes {
    private final Resolver resolver;
    private final DistinctKeys keys = new DistinctKeys();
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** Something that is said of a type. */
    private record Said(String name, @Nullable Integer version, Consumer<Found> what) {}

    /** What one module says of types. */
    static final class Heard {
        private final List<Said> said = new ArrayList<>();

        /** The type of a name; {@code version} keeps versions apart that share a name. */
        Type of(String name, @Nullable Integer version) {
            return what -> said.add(new Said(name, version, what));
        }
    }

    /** One type, of which something can be said. */
    interface Type {
        void say(Consumer<Found> what);

        /** The registry holds it, with this schema if any. */
        default void registered(Located entry, @Nullable Located with, @Nullable Integer number, boolean shown) {
            say(found -> found.registered(entry, with, number, shown));
        }

        /** Something defines it, which need not be the registry. */
        default void defined(Located where, @Nullable Located with, @Nullable Integer number, boolean shown) {
            say(found -> found.defined(where, with, number, shown));
        }

        /** A constant holds its name. */
        default void named(Located where, @Nullable String by) {
            say(found -> found.named(where, by));
        }

        /** Only a type describes it. */
        default void typed(Located where) {
            say(found -> found.typed(where));
        }
    }

    /** One type while it is put together. */
    private static final class Found {
        private final String name;
        private @Nullable Located place;
        private @Nullable Located schema;
        private @Nullable String constant;
        private @Nullable Integer version;
        private SchemaKind declared = SchemaKind.NONE;
        private boolean registered;
        private boolean named;
        private boolean userFacing;

        private Found(String name) {
            this.name = name;
        }

        void registered(Located entry, @Nullable Located with, @Nullable Integer number, boolean shown) {
            if (!registered) place = entry;
            registered = true;
            defined(entry, with, number, shown);
        }

        void defined(Located where, @Nullable Located with, @Nullable Integer number, boolean shown) {
            if (place == null) place = where;
            if (schema == null) schema = with;
            if (version == null) version = number;
            userFacing |= shown;
        }

        void named(Located where, @Nullable String by) {
            if (place == null) place = where;
            named = true;
            if (constant == null) constant = by;
        }

        void typed(Located where) {
            if (place == null) place = where;
            declared = SchemaKind.TYPE;
        }
    }

    EventTypes(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Hears what a module says; modules are heard in their order. */
    void add(Heard heard) {
        for (Said said : heard.said) {
            String key = said.version() == null ? said.name() : said.name() + " " + said.version();
            said.what().accept(found.computeIfAbsent(key, name -> new Found(said.name())));
        }
    }

    /** @param sha the judged commit */
    void close(FactSink facts, @Nullable String sha) {
        for (Found one : found.values()) {
            Located place = one.place;
            if (place == null) continue;
            PayloadSchema schema = one.schema == null
                    ? new PayloadSchema(one.declared, Map.of(), one.declared == SchemaKind.NONE)
                    : PayloadSchema.of(resolver, one.schema);
            Located declared = one.schema == null ? null : declared(one.schema);
            String schemaFile = declared == null || schema.kind() == SchemaKind.NONE
                    ? null
                    : declared.module().path();
            Integer version = one.version == null ? EventName.version(one.name) : one.version;
            String family = EventName.family(one.name);
            if (one.schema != null && schema.kind() == SchemaKind.OPEN)
                facts.unresolved("schema of an event", one.schema, "it is only known when the code runs", List.of());
            facts.fact(new EventType(
                    keys.key(one.name),
                    facts.owner(),
                    facts.place(place),
                    one.name,
                    one.constant,
                    family == null
                            ? Words.stem(schemaFile == null ? place.module().path() : schemaFile)
                            : family,
                    version,
                    schemaName(one.schema),
                    schemaFile,
                    schema.kind(),
                    List.copyOf(new TreeSet<>(schema.properties().keySet())),
                    schema.known(),
                    one.registered,
                    one.named,
                    one.userFacing,
                    place.module().path(),
                    sha));
        }
    }

    /** Where the schema is written down. */
    private @Nullable Located declared(Located schema) {
        Value value = resolver.value(schema);
        if (value instanceof Value.CallResult made) return made.site();
        if (value instanceof Value.Function function) return function.function();
        Located declaration = resolver.declaration(schema);
        return declaration == null ? schema : declaration;
    }

    private static @Nullable String schemaName(@Nullable Located schema) {
        if (schema == null) return null;
        boolean name = schema.node().is(SyntaxKind.IDENTIFIER)
                || schema.node().is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)
                || schema.node().is(SyntaxKind.MEMBER_EXPRESSION);
        return name ? schema.node().text() : null;
    }
}

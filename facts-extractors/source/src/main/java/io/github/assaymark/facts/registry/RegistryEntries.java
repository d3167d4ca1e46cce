package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.RegistryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of literals that call themselves a registry: every exported object, array, enum, map or set of a
 * file whose name, or the name of whose directory, says so, and everywhere those whose own name says so, and the paths
 * that a service serves to everybody.
 */
final class RegistryEntries {
    /** Message catalogues are long; more entries than this of one file are not read. */
    static final int MAX_PER_FILE = 2000;

    private static final int MAX_VALUES = 200;
    private static final int MAX_DEPTH = 4;

    private static final Set<String> NAMES = Set.of(
            "registry",
            "registries",
            "catalog",
            "catalogs",
            "catalogue",
            "catalogues",
            "cadence",
            "controls",
            "taxonomy",
            "inventory");
    private static final Set<String> DIRECTORIES = Set.of(
            "registry",
            "registries",
            "catalog",
            "catalogs",
            "catalogue",
            "catalogues",
            "controls",
            "i18n",
            "l10n",
            "locales",
            "messages",
            "translations",
            "taxonomy",
            "cadence");
    private static final Set<String> FILES = Set.of(
            "registry",
            "registries",
            "catalog",
            "catalogs",
            "catalogue",
            "catalogues",
            "controls",
            "i18n",
            "l10n",
            "locales",
            "messages",
            "translations",
            "taxonomy",
            "cadence",
            "cadences",
            "clients",
            "canary",
            "canaries",
            "drill",
            "drills",
            "inventory",
            "scopes",
            "consent",
            "webhooks",
            "errors",
            "filters",
            "matrix",
            "mapping",
            "mappings",
            "allowlist",
            "map");

    private static final List<String> PUBLIC_PATHS = List.of("public", "paths");

    private final Resolver resolver;
    private final FactSink facts;

    RegistryEntries(Resolver resolver, FactSink facts) {
        this.resolver = resolver;
        this.facts = facts;
    }

    void read(Module module, List<Constant> constants) {
        List<String> directories = Words.directories(module.path());
        boolean named = Words.any(Words.stem(module.path()), FILES)
                || (!directories.isEmpty() && Words.any(directories.get(0), DIRECTORIES));
        int count = 0;
        for (Constant constant : constants) {
            boolean own = Words.any(constant.name(), NAMES)
                    || Words.of(constant.name()).equals(PUBLIC_PATHS);
            if (!constant.exported() || !(named || own)) continue;
            Value literal = Literal.of(resolver, constant.value());
            if (literal == null) {
                if (own) other(constant);
                continue;
            }
            if (!Literal.complete(literal)) open(constant.value(), "not all entries are written down");
            List<Entry> entries = Entry.of(resolver, literal);
            for (int i = 0; i < entries.size(); i++) {
                if (count++ == MAX_PER_FILE) {
                    facts.gap(
                            constant.value(),
                            "only the first " + MAX_PER_FILE + " entries are read",
                            List.of(RegistryEntry.class));
                    return;
                }
                entry(module, constant, entries.get(i), i);
            }
        }
    }

    /** A function or a single value that has the name of a registry is none; something computed may be one. */
    private void other(Constant constant) {
        Value value = resolver.value(constant.value());
        if (value instanceof Value.CallResult || value instanceof Value.Open)
            open(constant.value(), "it is computed when the code runs");
    }

    private void open(Located expression, String reason) {
        facts.unresolved("entries of a registry", expression, reason, RegistryEntry.class);
    }

    private void entry(Module module, Constant constant, Entry entry, int index) {
        List<String> properties = entry.struct() == null
                ? List.of()
                : List.copyOf(entry.struct().entries().keySet());
        List<String> values = new ArrayList<>();
        boolean complete = true;
        if (entry.struct() != null) complete = flatten("", entry.struct(), values, 0);
        else if (entry.value() instanceof Value.Items items) complete = texts("", items, values);
        if (!complete)
            facts.unresolved("properties of a registry entry", entry.located(), "not all are written down", List.of());
        facts.fact(new RegistryEntry(
                facts.key(module.path() + "#" + constant.name() + "." + name(entry, index)),
                facts.owner(),
                facts.place(entry.place()),
                constant.name(),
                name(entry, index),
                constantText(entry.located(), entry.value()),
                properties,
                values,
                module.path()));
    }

    private String name(Entry entry, int index) {
        if (!entry.key().isEmpty()) return entry.key();
        String name = entry.text();
        if (name == null) name = entry.named();
        if (name == null) name = entry.attributes(resolver).text("id", "key", "name", "code", "slug", "event", "scope");
        return name == null ? "[" + index + "]" : name;
    }

    private @Nullable String constantText(Located located, Value value) {
        boolean constant = value instanceof Value.Text || value instanceof Value.Number || value instanceof Value.Bool;
        if (!constant) return null;
        return value instanceof Value.Text ? resolver.shown(located) : raw(value);
    }

    private static String raw(Value value) {
        return value instanceof Value.Number number
                ? number.raw()
                : String.valueOf(value instanceof Value.Bool bool && bool.value());
    }

    private boolean flatten(String prefix, Value.Struct struct, List<String> values, int depth) {
        boolean complete = struct.complete();
        for (Map.Entry<String, Located> property : struct.entries().entrySet()) {
            if (values.size() >= MAX_VALUES) return false;
            Value value = resolver.value(property.getValue());
            String name = prefix + property.getKey();
            String text = constantText(property.getValue(), value);
            if (text != null) values.add(name + "=" + text);
            else if (value instanceof Value.Struct nested)
                complete &= depth < MAX_DEPTH && flatten(name + ".", nested, values, depth + 1);
            else if (value instanceof Value.Items items) complete &= texts(name + "=", items, values);
        }
        return complete;
    }

    private boolean texts(String prefix, Value.Items items, List<String> values) {
        boolean complete = items.complete();
        for (Located item : items.items()) {
            if (values.size() >= MAX_VALUES) return false;
            String text = constantText(item, resolver.value(item));
            if (text != null) values.add(prefix + text);
        }
        return complete;
    }
}

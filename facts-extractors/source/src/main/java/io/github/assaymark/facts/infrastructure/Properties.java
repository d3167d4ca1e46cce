package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Numbers;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.model.fact.InfraProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays the options of a resource out flat, for each stage. */
final class Properties {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_LEAVES = 2000;
    private static final String HIDDEN = "(not shown)";
    private static final Set<String> SECRET =
            Set.of("password", "secret", "token", "apikey", "credential", "credentials");

    private final Resolver resolver;
    private final Bindings bindings;
    private final Stages stages;
    private final Texts texts;
    private final FactSink facts;
    private final Set<Located> told = new LinkedHashSet<>();

    private record Leaf(@Nullable String value, @Nullable Long number, boolean resolved, Located place) {
        boolean same(Leaf other) {
            return Objects.equals(value, other.value)
                    && Objects.equals(number, other.number)
                    && resolved == other.resolved
                    && place.equals(other.place);
        }
    }

    Properties(Resolver resolver, Bindings bindings, FactSink facts) {
        this.resolver = resolver;
        this.bindings = bindings;
        this.stages = new Stages(resolver, bindings);
        this.texts = new Texts(resolver, bindings, stages);
        this.facts = facts;
    }

    /**
     * The facts about the properties of a resource.
     *
     * @param only the one stage the resource is for; null for all of {@code universe}
     */
    void emit(String resource, String name, Located options, @Nullable String only, List<String> universe) {
        Map<String, Map<String, List<Leaf>>> byPath = new LinkedHashMap<>();
        List<String> wanted = only == null ? universe : List.of(only);
        for (String stage : wanted) {
            Map<String, List<Leaf>> leaves = new LinkedHashMap<>();
            flatten("", options, stage, leaves, 0);
            leaves.forEach((path, list) ->
                    byPath.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(stage, list));
        }
        byPath.forEach((path, byStage) -> {
            boolean same = only == null && byStage.size() == wanted.size() && allSame(byStage);
            byStage.forEach((stage, leaves) -> {
                if (same && !stage.equals(wanted.get(0))) return;
                for (Leaf leaf : leaves) fact(resource, name, path, same ? null : stage, leaf);
            });
        });
    }

    private static boolean allSame(Map<String, List<Leaf>> byStage) {
        List<Leaf> first = byStage.values().iterator().next();
        for (List<Leaf> other : byStage.values()) {
            if (other.size() != first.size()) return false;
            for (int i = 0; i < first.size(); i++) if (!first.get(i).same(other.get(i))) return false;
        }
        return true;
    }

    private void fact(String resource, String name, String path, @Nullable String stage, Leaf leaf) {
        facts.fact(new InfraProperty(
                facts.key(resource + "/" + path + (stage == null ? "" : "@" + stage)),
                facts.owner(),
                facts.place(leaf.place()),
                resource,
                name,
                path,
                leaf.value(),
                leaf.number(),
                stage,
                leaf.resolved(),
                leaf.place().module().path()));
    }

    private void flatten(String path, Located expression, String stage, Map<String, List<Leaf>> leaves, int depth) {
        if (leaves.size() > MAX_LEAVES || depth > MAX_DEPTH) {
            if (told.add(expression))
                facts.gap(expression, "more properties than are read", List.of(InfraProperty.class));
            return;
        }
        Stages.Choice choice = stages.at(expression, stage);
        Located chosen = choice.expression();
        if (choice.open()) {
            add(path, open(expression, "which value it has is only known when it runs"), leaves);
            return;
        }
        if (chosen == null) return;
        Value value = bindings.value(resolver, chosen);
        if (value instanceof Value.Struct struct) struct(path, chosen, struct, stage, leaves, depth);
        else if (value instanceof Value.Items items) items(path, chosen, items, stage, leaves, depth);
        else add(path, leaf(path, chosen, value, stage), leaves);
    }

    private static void add(String path, Leaf leaf, Map<String, List<Leaf>> leaves) {
        leaves.computeIfAbsent(path, key -> new ArrayList<>()).add(leaf);
    }

    private void struct(
            String path,
            Located expression,
            Value.Struct struct,
            String stage,
            Map<String, List<Leaf>> leaves,
            int depth) {
        if (!struct.complete() && told.add(expression))
            facts.unresolved("properties of a resource", expression, "not all are written down", InfraProperty.class);
        if (!path.isEmpty() && Stages.keyed(struct)) {
            Located chosen = struct.get(stage);
            if (chosen == null) chosen = struct.get("default");
            if (chosen != null) flatten(path, chosen, stage, leaves, depth + 1);
            return;
        }
        struct.entries()
                .forEach((key, located) ->
                        flatten(path.isEmpty() ? key : path + "." + key, located, stage, leaves, depth + 1));
    }

    private void items(
            String path,
            Located expression,
            Value.Items items,
            String stage,
            Map<String, List<Leaf>> leaves,
            int depth) {
        if (!items.complete()) add(path, open(expression, "not all of the list is written down"), leaves);
        for (int i = 0; i < items.items().size(); i++) {
            Located item = items.items().get(i);
            boolean nested = bindings.value(resolver, item) instanceof Value.Struct;
            flatten(nested ? path + "." + i : path, item, stage, leaves, depth + 1);
        }
    }

    private Leaf leaf(String path, Located expression, Value value, String stage) {
        if (value instanceof Value.Text text) {
            boolean hidden = Words.of(path).stream().anyMatch(SECRET::contains)
                    && !text.text().isEmpty();
            String shown = hidden ? HIDDEN : resolver.shown(expression);
            boolean same = resolver.value(expression) instanceof Value.Text;
            return new Leaf(hidden || same ? shown : cut(text.text()), null, true, expression);
        }
        if (value instanceof Value.Bool bool) return new Leaf(String.valueOf(bool.value()), null, true, expression);
        Long number = Numbers.whole(resolver, expression);
        if (value instanceof Value.Number raw) {
            if (number == null) number = Numbers.whole(raw.raw());
            return new Leaf(raw.raw(), number, true, expression);
        }
        if (number != null) return new Leaf(String.valueOf(number), number, true, expression);
        if (value instanceof Value.Function) return new Leaf(null, null, false, expression);
        String text = texts.at(expression, stage);
        if (text != null) return new Leaf(cut(text), null, true, expression);
        String reference = texts.reference(expression);
        if (reference != null) return new Leaf(cut(reference), null, true, expression);
        return open(expression, "it is computed when it runs");
    }

    private Leaf open(Located expression, String reason) {
        if (told.add(expression)) facts.unresolved("property of a resource", expression, reason, List.of());
        return new Leaf(null, null, false, expression);
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}

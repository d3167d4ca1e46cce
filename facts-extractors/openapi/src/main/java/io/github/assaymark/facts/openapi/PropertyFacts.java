package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.ApiProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties of the bodies of one operation. */
final class PropertyFacts {
    /** More properties than this are not laid out for one operation. */
    static final int MAX_PROPERTIES = 2_000;

    /** Properties lie no deeper than this in each other. */
    static final int MAX_DEPTH = 24;

    private static final int MAX_SCHEMAS = 20_000;
    private static final Pattern EXPLAINER = Pattern.compile("x-(.*-)?explainer");
    private static final Pattern PII = Pattern.compile("x-(.*-)?pii");

    private final SpecReader spec;
    private final String operation;
    private final int line;
    private final Consumer<Fact> facts;
    private final Map<String, ApiProperty> emitted = new HashMap<>();
    private final Set<LocatedNode> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
    private int schemas;
    private boolean capped;
    private String location = "request";
    private String prefix = "";

    PropertyFacts(SpecReader spec, String operation, Operation at, Consumer<Fact> facts) {
        this.spec = spec;
        this.operation = operation;
        this.line = at.direct() ? at.at().place().startLine() : 1;
        this.facts = facts;
    }

    void of(Located schema, String location, @Nullable String status) {
        this.location = location;
        this.prefix = operation + "#" + location + (status == null ? "" : "/" + status) + "/";
        walk(schema, "", 0);
    }

    private void walk(Located written, String pointer, int depth) {
        if (depth > MAX_DEPTH) {
            cap("properties lie deeper than " + MAX_DEPTH + " levels in each other");
            return;
        }
        if (++schemas > MAX_SCHEMAS || !spec.mayVisit()) {
            cap("its schemas are too many to lay out");
            return;
        }
        Located schema = spec.followProperty(written, line);
        if (schema != null) below(schema, pointer, depth);
    }

    /** What lies in a schema that is no reference. */
    private void below(Located schema, String pointer, int depth) {
        // a schema inside of itself adds nothing new
        if (!schema.node().isMap() || !onPath.add(schema.identity())) return;
        try {
            Located properties = schema.get("properties");
            if (properties != null) {
                properties.entries().forEach((name, property) -> {
                    String at = pointer.isEmpty() ? name : pointer + "." + name;
                    Located target = spec.followProperty(property, line);
                    // what cannot be followed may have a type, a description and properties
                    if (target == null) return;
                    property(name, at, property, target);
                    walk(target, at, depth + 1);
                });
            }
            below(schema, "items", pointer + "[]", depth);
            below(schema, "prefixItems", pointer + "[]", depth);
            below(schema, "additionalProperties", pointer.isEmpty() ? "*" : pointer + ".*", depth);
            named(schema, "patternProperties", pointer.isEmpty() ? "*" : pointer + ".*", depth);
            for (String choice : List.of("allOf", "oneOf", "anyOf")) below(schema, choice, pointer, depth);
        } finally {
            onPath.remove(schema.identity());
        }
    }

    /** A schema, or each schema of a list. */
    private void below(Located schema, String key, String pointer, int depth) {
        Located value = schema.get(key);
        if (value == null) return;
        if (value.node().isMap()) walk(value, pointer, depth + 1);
        for (Located item : value.items()) walk(item, pointer, depth + 1);
    }

    private void named(Located schema, String key, String pointer, int depth) {
        Located value = schema.get(key);
        if (value != null) value.entries().values().forEach(item -> walk(item, pointer, depth + 1));
    }

    private void property(String name, String pointer, Located written, Located target) {
        if (emitted.size() >= MAX_PROPERTIES) {
            cap("it has more than " + MAX_PROPERTIES + " properties");
            return;
        }
        boolean reference = References.reference(written.node()) != null;
        String own = written.text("description");
        String explainer = text(written, EXPLAINER);
        String piiClass = text(written, PII);
        List<String> extensions = extensions(written);
        ApiProperty property = new ApiProperty(
                prefix + pointer,
                spec.owner(),
                written.provenance(),
                spec.path(),
                operation,
                name,
                pointer,
                location,
                type(target),
                own == null && reference ? target.text("description") : own,
                explainer == null && reference ? text(target, EXPLAINER) : explainer,
                piiClass == null && reference ? text(target, PII) : piiClass,
                extensions.isEmpty() && reference ? extensions(target) : extensions);
        emit(property);
    }

    /** The same property of two media types or alternatives is one fact when nothing differs. */
    private void emit(ApiProperty property) {
        String key = property.key();
        for (int number = 2; ; number++) {
            ApiProperty known = emitted.putIfAbsent(key, property);
            if (known == null) break;
            if (known.equals(property)) return;
            key = property.key() + "~" + number;
        }
        facts.accept(
                key.equals(property.key())
                        ? property
                        : new ApiProperty(
                                key,
                                property.owner(),
                                property.provenance(),
                                property.spec(),
                                property.operation(),
                                property.name(),
                                property.pointer(),
                                property.location(),
                                property.type(),
                                property.description(),
                                property.explainer(),
                                property.piiClass(),
                                property.extensions()));
    }

    private static @Nullable String type(Located schema) {
        LocatedNode type = schema.node().get("type");
        if (type == null || type.isMap()) return null;
        if (type.isScalar()) return type.text();
        return type.items().stream().map(LocatedNode::text).collect(Collectors.joining("|"));
    }

    private static @Nullable String text(Located schema, Pattern name) {
        for (LocatedEntry entry : schema.node().entries()) {
            boolean extension = entry.key().startsWith("x-") && entry.value().isScalar();
            if (extension && name.matcher(entry.key()).matches())
                return entry.value().text();
        }
        return null;
    }

    private static List<String> extensions(Located schema) {
        List<String> names = new ArrayList<>();
        for (LocatedEntry entry : schema.node().entries()) {
            if (entry.key().startsWith("x-") && !names.contains(entry.key())) names.add(entry.key());
        }
        return names;
    }

    private void cap(String reason) {
        if (!capped) spec.propertyGap(line, operation + ": " + reason);
        capped = true;
    }
}

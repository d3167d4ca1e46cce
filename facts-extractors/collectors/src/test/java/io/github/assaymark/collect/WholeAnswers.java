package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers written by hand with what a test is about, made whole by a description: each field that it demands and that
 * was not written is added, a token in each text that may hold one. What was written against it is remembered.
 */
final class WholeAnswers {
    final Set<String> wrong = new TreeSet<>();
    private final Described description;
    private final Canary canary;

    WholeAnswers(Described description, Canary canary) {
        this.description = description;
        this.canary = canary;
    }

    /** The whole answer to a request such as {@code /a?b=1}. */
    String of(String request, String status, String json) {
        String path = request.replaceFirst("\\?.*", "");
        LocatedNode schema = description.answer(description.template(path), status);
        LocatedNode given = LocatedTree.json(json, Limits.DEFAULT).root();
        if (schema == null || given == null) throw new AssertionError("nothing describes " + status + " of " + path);
        return whole(schema, given, path + " ");
    }

    private String whole(LocatedNode schema, @Nullable LocatedNode given, String at) {
        Parts parts = new Parts(schema, given);
        if (given == null) return made(parts, at);
        if (!takes(parts, given)) wrong.add(at + ": " + JsonText.of(given) + " is not what is described");
        if (given.isList())
            return "["
                    + String.join(
                            ", ",
                            given.items().stream()
                                    .map(item -> parts.items == null
                                            ? JsonText.of(item)
                                            : whole(parts.items, item, at + "[]"))
                                    .toList())
                    + "]";
        if (!given.isMap() || parts.properties.isEmpty()) return JsonText.of(given);
        Map<String, String> fields = new LinkedHashMap<>();
        for (LocatedEntry entry : given.entries()) {
            LocatedNode property = parts.properties.get(entry.key());
            if (property == null) wrong.add(at + "." + entry.key() + " is not described");
            fields.put(
                    entry.key(),
                    property == null
                            ? JsonText.of(entry.value())
                            : whole(property, entry.value(), at + "." + entry.key()));
        }
        added(parts, fields, at);
        return Described.object(fields);
    }

    private void added(Parts parts, Map<String, String> fields, String at) {
        for (String name : parts.required) {
            LocatedNode property = parts.properties.get(name);
            if (property != null && !fields.containsKey(name)) fields.put(name, whole(property, null, at + "." + name));
        }
    }

    private String made(Parts parts, String at) {
        if (!parts.values.isEmpty()) return JsonText.of(parts.values.get(0));
        if (parts.nullable) return "null";
        if (parts.type.equals("object") || (parts.type.isEmpty() && !parts.properties.isEmpty())) {
            Map<String, String> fields = new LinkedHashMap<>();
            added(parts, fields, at);
            return Described.object(fields);
        }
        return switch (parts.type) {
            case "array" -> "[]";
            case "boolean" -> "false";
            case "integer", "number" -> "1";
            default ->
                JsonText.quoted(
                        switch (parts.format) {
                            case "date-time" -> "2026-01-05T06:07:08Z";
                            case "date" -> "2026-01-05";
                            case "email" -> canary.token() + "@example.org";
                            case "uri" -> "https://example.org/" + canary.token();
                            default -> canary.token();
                        });
        };
    }

    private static boolean takes(Parts parts, LocatedNode given) {
        if (given.isNull()) return parts.nullable || parts.type.isEmpty();
        boolean listed = parts.values.isEmpty()
                || parts.values.stream().anyMatch(value -> value.text().equals(given.text()));
        String text = JsonText.of(given);
        return listed
                && switch (parts.type) {
                    case "object" -> given.isMap();
                    case "array" -> given.isList();
                    case "string" -> text.startsWith("\"");
                    case "boolean" -> text.equals("true") || text.equals("false");
                    case "integer" -> text.matches("-?\\d+");
                    case "number" -> text.matches("-?\\d.*");
                    default -> true;
                };
    }

    /** What a description says of a value, with what it refers to. */
    private final class Parts {
        final Map<String, LocatedNode> properties = new LinkedHashMap<>();
        final Set<String> required = new LinkedHashSet<>();
        List<LocatedNode> values = List.of();

        @Nullable
        LocatedNode items;

        String type = "";
        String format = "";
        boolean nullable;

        Parts(LocatedNode schema, @Nullable LocatedNode given) {
            add(schema, given);
        }

        private void add(LocatedNode schema, @Nullable LocatedNode given) {
            LocatedNode of = description.resolved(schema);
            if (of.text("type") != null) type = String.valueOf(of.text("type"));
            if (of.text("format") != null) format = String.valueOf(of.text("format"));
            nullable |= "true".equals(of.text("nullable"));
            if (!of.items("enum").isEmpty()) values = of.items("enum");
            if (of.get("items") != null) items = of.get("items");
            LocatedNode fields = of.get("properties");
            if (fields != null) fields.entries().forEach(entry -> properties.put(entry.key(), entry.value()));
            of.items("required").forEach(name -> required.add(name.text()));
            of.items("allOf").forEach(part -> add(part, given));
            List<LocatedNode> variants = Stream.of("oneOf", "anyOf")
                    .flatMap(kind -> of.items(kind).stream())
                    .toList();
            if (!variants.isEmpty()) add(variant(variants, given), given);
        }

        /** The variant that takes what is given, with the most of its fields. */
        private LocatedNode variant(List<LocatedNode> variants, @Nullable LocatedNode given) {
            LocatedNode best = variants.get(0);
            if (given == null) return best;
            long most = -1;
            for (LocatedNode variant : variants) {
                Parts parts = new Parts(variant, given);
                long known = given.entries().stream()
                        .filter(entry -> {
                            LocatedNode property = parts.properties.get(entry.key());
                            return property != null && takes(new Parts(property, entry.value()), entry.value());
                        })
                        .count();
                if (takes(parts, given) && known > most) {
                    most = known;
                    best = variant;
                }
            }
            return best;
        }
    }
}

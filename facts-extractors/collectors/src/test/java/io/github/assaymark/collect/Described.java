package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A description of an interface in OpenAPI 3.0: what may be asked for with GET, and what is answered. */
final class Described {
    private static final Limits LIMITS = new Limits(64 << 20, 400, 10_000_000, Duration.ofMinutes(2));

    private final LocatedNode root;

    private Described(LocatedNode root) {
        this.root = root;
    }

    static Described of(Path file) throws IOException {
        LocatedTree tree = LocatedTree.json(Files.readString(file), LIMITS);
        LocatedNode root = tree.root();
        if (root == null || !tree.complete()) throw new AssertionError(file + " cannot be read: " + tree.problems());
        return new Described(root);
    }

    /** The templates of paths that can be asked for. */
    List<String> templates() {
        return some(root, "paths").entries().stream()
                .filter(path -> path.value().get("get") != null)
                .map(LocatedEntry::key)
                .toList();
    }

    /** The part of it that is about these paths, which a tool reads in less time. */
    String about(Set<String> templates) {
        Map<String, Map<String, LocatedNode>> parts = new TreeMap<>();
        Map<String, String> paths = new TreeMap<>();
        Deque<LocatedNode> open = new ArrayDeque<>();
        for (String template : templates) {
            LocatedNode get = operation(template);
            LocatedNode parameters = some(some(root, "paths"), template).get("parameters");
            open.add(get);
            if (parameters != null) open.add(parameters);
            paths.put(
                    template,
                    "{\"get\": " + JsonText.of(get)
                            + (parameters == null ? "" : ", \"parameters\": " + JsonText.of(parameters)) + "}");
        }
        while (!open.isEmpty()) {
            LocatedNode node = open.pop();
            String to = node.isMap() ? node.text("$ref") : null;
            if (to != null) {
                String[] steps = to.split("/", -1);
                LocatedNode part = some(some(some(root, "components"), steps[2]), steps[3]);
                if (parts.computeIfAbsent(steps[2], key -> new TreeMap<>()).put(steps[3], part) == null) open.add(part);
            }
            node.entries().forEach(entry -> open.add(entry.value()));
            node.items().forEach(open::add);
        }
        Map<String, String> components = new TreeMap<>();
        parts.forEach((kind, of) -> {
            Map<String, String> written = new TreeMap<>();
            of.forEach((name, part) -> written.put(name, JsonText.of(part)));
            components.put(kind, object(written));
        });
        return object(new TreeMap<>(Map.of(
                "openapi", JsonText.of(some(root, "openapi")),
                "info", "{\"title\": \"A part\", \"version\": \"1\"}",
                "paths", object(paths),
                "components", object(components))));
    }

    /** The template that a path is of; of several the one with the fewest places for any value. */
    String template(String path) {
        return templates().stream()
                .filter(template -> Pattern.matches(template.replaceAll("\\{[^/}]+}", "[^/]+"), path))
                .min(Comparator.comparingInt(template -> template.split("\\{", -1).length))
                .orElseThrow(() -> new AssertionError("nothing describes GET " + path));
    }

    /** The parameters of a request, as in {@code /a?b=1}, that nothing describes. */
    Set<String> undescribed(String request) {
        URI uri = URI.create(request);
        Set<String> names = new TreeSet<>();
        for (String part :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1))
            names.add(URLDecoder.decode(part.replaceFirst("=.*", ""), StandardCharsets.UTF_8));
        parameters(template(uri.getRawPath()))
                .forEach(parameter -> names.remove(parameter.replaceFirst("^query ", "")));
        return names;
    }

    /** What is answered with this status; null when nothing says. */
    @Nullable
    LocatedNode answer(String template, String status) {
        LocatedNode responses = some(operation(template), "responses");
        LocatedNode response = responses.get(status);
        LocatedNode content = response == null ? null : resolved(response).get("content");
        LocatedNode json = content == null ? null : content.get("application/json");
        return json == null ? null : json.get("schema");
    }

    /** The parameters of queries, headers and the path. */
    Set<String> parameters(String template) {
        Set<String> names = new TreeSet<>();
        Stream.of(operation(template), some(some(root, "paths"), template))
                .flatMap(of -> of.items("parameters").stream())
                .map(this::resolved)
                .forEach(parameter -> names.add(parameter.text("in") + " " + parameter.text("name")));
        return names;
    }

    /** Whether an answer with 200 has the field of a path, as in {@code [].head.sha}. */
    boolean has(String template, String path) {
        return !schemas(template, path).isEmpty();
    }

    /** What may be at a path of an answer with 200, each of several that it may be, and all that they are made of. */
    List<LocatedNode> schemas(String template, String path) {
        List<LocatedNode> found = new ArrayList<>();
        LocatedNode answer = answer(template, "200");
        String[] steps = path.isEmpty()
                ? new String[0]
                : path.replace("[]", ".[]").replaceFirst("^\\.", "").split("\\.", -1);
        if (answer != null) find(answer, steps, 0, found);
        return found;
    }

    private void find(LocatedNode schema, String[] steps, int at, List<LocatedNode> found) {
        LocatedNode of = resolved(schema);
        if (at == steps.length) found.add(of);
        else {
            LocatedNode items = of.get("items");
            if (steps[at].equals("[]") && items != null) find(items, steps, at + 1, found);
            LocatedNode properties = of.get("properties");
            LocatedNode property = properties == null ? null : properties.get(steps[at]);
            if (property != null) find(property, steps, at + 1, found);
        }
        Stream.of("allOf", "oneOf", "anyOf")
                .flatMap(kind -> of.items(kind).stream())
                .forEach(part -> find(part, steps, at, found));
    }

    LocatedNode resolved(LocatedNode node) {
        LocatedNode at = node;
        for (String to = at.text("$ref"); to != null; to = at.text("$ref")) {
            LocatedNode found = root;
            for (String step : to.substring(2).split("/", -1)) {
                String key = step.replace("~1", "/").replace("~0", "~");
                found = found.isList() ? found.items().get(Integer.parseInt(key)) : some(found, key);
            }
            at = found;
        }
        return at;
    }

    private LocatedNode operation(String template) {
        return some(some(some(root, "paths"), template), "get");
    }

    private static LocatedNode some(LocatedNode of, String key) {
        LocatedNode node = of.get(key);
        if (node == null) throw new AssertionError("the description has no " + key);
        return node;
    }

    static String object(Map<String, String> fields) {
        List<String> written = new ArrayList<>();
        fields.forEach((key, value) -> written.add(JsonText.quoted(key) + ": " + value));
        return "{" + String.join(", ", written) + "}";
    }
}

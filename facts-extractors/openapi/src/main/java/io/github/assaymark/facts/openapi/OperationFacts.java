package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Looks;
import io.github.assaymark.facts.structured.Style;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.ApiExample;
import io.github.assaymark.model.fact.ApiExtension;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.ApiResponse;
import io.github.assaymark.model.fact.ValueShape;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts about one operation but for the properties of its bodies. */
final class OperationFacts {
    private static final Pattern MATURITY = Pattern.compile("x-(.*-)?maturity");
    private static final Pattern SINCE = Pattern.compile("x-(.*-)?maturity-since");
    private static final Pattern CONTEXT = Pattern.compile("x-(.*-)?context");

    private final SpecReader spec;
    private final Operation operation;
    private final String key;
    private final Consumer<Fact> facts;
    private final List<Fact> examples = new ArrayList<>();
    private boolean body;

    OperationFacts(SpecReader spec, Operation operation, String key, Consumer<Fact> facts) {
        this.spec = spec;
        this.operation = operation;
        this.key = key;
        this.facts = facts;
    }

    void emit(@Nullable List<String> newScopes) {
        extensions();
        new PromiseFacts(spec, key, facts).emit(operation.extensions());
        PropertyFacts properties = new PropertyFacts(spec, key, operation, facts);
        Located request = operation.at().get("requestBody");
        if (request != null) {
            Located followed = spec.follow(request);
            if (followed != null) content(followed, "request", null, "/requestBody", properties);
        }
        List<String> statuses = new ArrayList<>();
        Located responses = operation.at().get("responses");
        if (responses != null) {
            responses.entries().forEach((status, response) -> {
                if (status.startsWith("x-")) return;
                statuses.add(status);
                response(status, response, properties);
            });
        }
        examples.forEach(facts);
        facts.accept(operation(statuses, newScopes));
    }

    private ApiOperation operation(List<String> statuses, @Nullable List<String> newScopes) {
        Located at = operation.at();
        Map<String, Operation.Extension> extensions = operation.extensions();
        LocatedNode deprecated = at.node().get("deprecated");
        LocatedNode tags = at.node().get("tags");
        return new ApiOperation(
                key,
                spec.owner(),
                at.provenance(),
                spec.path(),
                at.text("operationId"),
                operation.method(),
                operation.path(),
                at.text("summary"),
                at.text("description"),
                tags == null
                        ? List.of()
                        : tags.items().stream()
                                .filter(LocatedNode::isScalar)
                                .map(LocatedNode::text)
                                .toList(),
                operation.secured(),
                operation.scopes(),
                statuses,
                deprecated != null
                        && deprecated.looks() == Looks.BOOLEAN
                        && deprecated.text().equalsIgnoreCase("true"),
                operation.mutation(),
                extensions.entrySet().stream()
                        .filter(e -> !e.getValue().value().node().isNull())
                        .map(Map.Entry::getKey)
                        .toList(),
                scalar(MATURITY, extensions),
                examples.stream().anyMatch(e -> e instanceof ApiExample example && !example.empty()),
                body,
                newScopes,
                scalar(CONTEXT, extensions),
                date(scalar(SINCE, extensions)),
                spec.sha());
    }

    private static @Nullable String scalar(Pattern name, Map<String, Operation.Extension> extensions) {
        for (Map.Entry<String, Operation.Extension> extension : extensions.entrySet()) {
            LocatedNode value = extension.getValue().value().node();
            if (value.isScalar() && name.matcher(extension.getKey()).matches()) return value.text();
        }
        return null;
    }

    /** The start of the day in UTC; null for anything but a date. */
    private static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void extensions() {
        operation.extensions().forEach((name, extension) -> {
            Located value = extension.value();
            LocatedNode node = value.node();
            boolean inLine = node.isScalar()
                    || (node.style() == Style.FLOW
                            && node.span().startLine() == node.span().endLine());
            facts.accept(new ApiExtension(
                    key + "#" + name,
                    spec.owner(),
                    inLine ? value.file().place(node.span()) : value.provenance(),
                    spec.path(),
                    key,
                    name,
                    shape(node),
                    value.empty(),
                    node.isScalar() ? node.text() : null,
                    List.copyOf(value.entries().keySet()),
                    values(value),
                    extension.inherited()));
        });
    }

    private static List<String> values(Located map) {
        return map.entries().entrySet().stream()
                .filter(entry -> entry.getValue().node().isScalar()
                        && !entry.getValue().node().isNull())
                .map(entry -> entry.getKey() + "=" + entry.getValue().node().text())
                .toList();
    }

    private static ValueShape shape(LocatedNode node) {
        return switch (node.kind()) {
            case MAP -> ValueShape.MAP;
            case LIST -> ValueShape.LIST;
            case NULL -> ValueShape.NOTHING;
            case SCALAR ->
                switch (node.looks()) {
                    case INTEGER, DECIMAL -> ValueShape.NUMBER;
                    case BOOLEAN -> ValueShape.BOOLEAN;
                    default -> ValueShape.TEXT;
                };
        };
    }

    private void response(String status, Located written, PropertyFacts properties) {
        Located response = spec.follow(written);
        if (response == null) return;
        int before = examples.size();
        String pointer = "/responses/" + escaped(status);
        List<String> mediaTypes = content(response, "response", status, pointer, properties);
        boolean example = examples.subList(before, examples.size()).stream()
                .anyMatch(e -> e instanceof ApiExample found && !found.empty());
        facts.accept(new ApiResponse(
                key + "#" + status,
                spec.owner(),
                response.provenance(),
                spec.path(),
                key,
                status,
                response.text("description"),
                mediaTypes,
                example));
    }

    private List<String> content(
            Located body, String location, @Nullable String status, String pointer, PropertyFacts properties) {
        Located content = body.get("content");
        if (content == null) return List.of();
        Map<String, Located> mediaTypes = content.entries();
        this.body |= !mediaTypes.isEmpty();
        mediaTypes.forEach((mediaType, written) -> {
            String at = pointer + "/content/" + escaped(mediaType);
            examples(written, at, location, status, mediaType);
            Located schema = written.get("schema");
            if (schema == null) return;
            Located followed = spec.follow(schema);
            if (followed != null) examples(followed, at + "/schema", location, status, mediaType);
            properties.of(schema, location, status);
        });
        return List.copyOf(mediaTypes.keySet());
    }

    /** Media types name examples in a map, schemas in a list. */
    private void examples(Located holder, String pointer, String location, @Nullable String status, String mediaType) {
        Located single = holder.get("example");
        if (single != null) example(single, pointer + "/example", location, status, mediaType, single.empty());
        Located several = holder.get("examples");
        if (several == null) return;
        several.entries().forEach((name, written) -> {
            Located example = spec.follow(written);
            if (example == null) return;
            Located value = example.get("value");
            boolean empty = value == null ? example.text("externalValue") == null : value.empty();
            example(example, pointer + "/examples/" + escaped(name), location, status, mediaType, empty);
        });
        List<Located> items = several.items();
        for (int i = 0; i < items.size(); i++) {
            Located item = items.get(i);
            example(item, pointer + "/examples/" + i, location, status, mediaType, item.empty());
        }
    }

    private void example(
            Located at, String pointer, String location, @Nullable String status, String mediaType, boolean empty) {
        examples.add(new ApiExample(
                key + "#" + pointer,
                spec.owner(),
                at.provenance(),
                spec.path(),
                key,
                location,
                status,
                mediaType,
                empty));
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}

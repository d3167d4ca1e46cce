package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.TelemetryTool;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name that telemetry reports, and the variable that holds its address. Used by one thread. */
final class TelemetrySettings {
    /** Shown instead of an address that is written in the code. */
    static final String CONSTANT = "constant";

    private static final int MAX_DEPTH = 6;

    private final Program program;
    private final Resolver resolver;

    TelemetrySettings(Program program) {
        this.program = program;
        this.resolver = program.resolver();
    }

    /** The constant service name; null when there is none. {@code site} calls the function the start stands in. */
    @Nullable
    String serviceName(TelemetryStarts.Start start, @Nullable Located site) {
        Value.Struct options = start.options();
        if (options == null) {
            SyntaxNode first = Syntax.argument(start.call().node(), 0);
            boolean named = start.tool() == TelemetryTool.OPENTELEMETRY
                    && start.call().node().is(SyntaxKind.CALL_EXPRESSION);
            return first == null || !named ? null : text(start.call().at(first), site);
        }
        for (String key : List.of("serviceName", "service")) {
            Located name = options.get(key);
            if (name != null) return text(name, site);
        }
        Located resource = options.get("resource");
        Located name = resource == null ? null : named(resource);
        return name == null ? null : text(name, site);
    }

    private @Nullable Located named(Located resource) {
        Value value = resolver.value(resource);
        if (value instanceof Value.Struct struct) {
            Located name = struct.get("serviceName");
            return name != null ? name : struct.get("service.name");
        }
        Located made = value instanceof Value.CallResult result ? result.call() : resource;
        for (SyntaxNode pair : Syntax.below(made.node(), SyntaxKind.PAIR)) {
            SyntaxNode key = pair.child("key");
            SyntaxNode given = pair.child("value");
            if (key == null || given == null) continue;
            String text = key.is(SyntaxKind.COMPUTED_PROPERTY_NAME)
                    ? key.text().replaceAll("[\\[\\]\\s'\"]", "")
                    : Syntax.name(key);
            if (text.equals("service.name") || text.endsWith("SERVICE_NAME")) return made.at(given);
        }
        if (value instanceof Value.CallResult result) {
            SyntaxNode first = Syntax.argument(result.call().node(), 0);
            if (first != null && resolver.value(result.call().at(first)) instanceof Value.Struct struct)
                return struct.get("service.name");
        }
        return null;
    }

    private @Nullable String text(Located expression, @Nullable Located site) {
        Optional<String> text = resolver.text(expression);
        if (text.isPresent()) return text.get();
        if (!(resolver.value(expression) instanceof Value.Parameter parameter)) return null;
        if (site != null) {
            Located given = given(parameter, site);
            return given == null ? null : resolver.text(given).orElse(null);
        }
        Set<String> names = new HashSet<>();
        for (Located call : program.callSites(parameter.function())) {
            Located given = given(parameter, call);
            names.add(given == null ? "" : resolver.text(given).orElse(""));
        }
        String only = names.size() == 1 ? names.iterator().next() : "";
        return only.isEmpty() ? null : only;
    }

    /** What a call gives for a parameter, or for a member of it; null when that is not known. */
    private @Nullable Located given(Value.Parameter parameter, Located call) {
        SyntaxNode argument = Syntax.argument(call.node(), parameter.index());
        if (argument == null) return null;
        Located given = call.at(argument);
        String path = parameter.name();
        SyntaxNode function = parameter.function().node();
        boolean pattern = parameter.index() < Members.parameters(function).size()
                && Members.pattern(Members.parameters(function).get(parameter.index()))
                        .is(SyntaxKind.OBJECT_PATTERN);
        if (!pattern) {
            int dot = path.indexOf('.');
            if (dot < 0) return given;
            path = path.substring(dot + 1);
        }
        for (String part : path.split("\\.", -1)) {
            if (!(resolver.value(given) instanceof Value.Struct struct)) return null;
            Located next = struct.get(part);
            if (next == null) return null;
            given = next;
        }
        return given;
    }

    /** The name of what holds the address; null when there is no address. */
    @Nullable
    String dsn(TelemetryStarts.Start start, @Nullable Located site) {
        Value.Struct options = start.options();
        if (options != null) {
            Located value = options.get("dsn");
            if (value != null) return holder(value, site, 0);
        }
        for (SyntaxNode pair : Syntax.below(start.call().node(), SyntaxKind.PAIR)) {
            SyntaxNode key = pair.child("key");
            SyntaxNode value = pair.child("value");
            if (key == null || value == null || !Syntax.name(key).equals("url")) continue;
            SyntaxNode made = pair.ancestor(SyntaxKind.NEW_EXPRESSION);
            String name = made == null ? null : Syntax.dotted(Syntax.target(made));
            if (name != null && name.endsWith("Exporter"))
                return holder(start.call().at(value), site, 0);
        }
        return null;
    }

    private @Nullable String holder(Located expression, @Nullable Located site, int depth) {
        if (depth > MAX_DEPTH) return null;
        Value value = resolver.value(expression);
        if (value instanceof Value.Environment variable) return variable.name();
        if (value instanceof Value.Text text) return text.text().isEmpty() ? null : CONSTANT;
        if (value instanceof Value.Nothing) return null;
        if (value instanceof Value.Parameter parameter && site != null) {
            Located given = given(parameter, site);
            if (given != null) return holder(given, null, depth + 1);
        }
        SyntaxNode node = Syntax.bare(expression.node());
        if (node.is(SyntaxKind.BINARY_EXPRESSION)) {
            SyntaxNode left = node.child("left");
            return left == null ? null : holder(expression.at(left), site, depth + 1);
        }
        if (node.is(SyntaxKind.TERNARY_EXPRESSION)) {
            SyntaxNode consequence = node.child("consequence");
            return consequence == null ? null : holder(expression.at(consequence), site, depth + 1);
        }
        if (node.is(SyntaxKind.TEMPLATE_STRING)) {
            for (SyntaxNode hole : node.children()) {
                if (!hole.is(SyntaxKind.TEMPLATE_SUBSTITUTION)
                        || hole.children().isEmpty()) continue;
                return holder(expression.at(hole.children().get(0)), site, depth + 1);
            }
            return null;
        }
        if (node.is(SyntaxKind.CALL_EXPRESSION)) {
            String name = Syntax.literal(Syntax.argument(node, 0));
            if (name != null && name.matches("[A-Za-z][A-Za-z0-9_]*")) return name;
        }
        String dotted = Syntax.dotted(node);
        if (dotted == null) return Syntax.line(node.text()).length() > 60 ? "computed" : Syntax.line(node.text());
        // SST hands a secret over as Resource.SentryDsn.value.
        if (dotted.startsWith("Resource.") && dotted.endsWith(".value"))
            return dotted.substring("Resource.".length(), dotted.length() - ".value".length());
        String last = Syntax.last(dotted);
        return last.matches("[A-Z][A-Z0-9_]*") ? last : dotted;
    }
}

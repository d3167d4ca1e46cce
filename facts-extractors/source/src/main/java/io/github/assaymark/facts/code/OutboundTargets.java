package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.OutboundStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which calls leave the process for another system. Used by one thread. */
final class OutboundTargets {
    private static final Set<String> FETCH =
            Set.of("fetch", "globalThis.fetch", "window.fetch", "self.fetch", "global.fetch");
    private static final Set<String> FETCH_PACKAGES =
            Set.of("node-fetch", "cross-fetch", "isomorphic-fetch", "isomorphic-unfetch", "whatwg-fetch", "undici");
    private static final Set<String> HTTP_PACKAGES = Set.of(
            "axios",
            "got",
            "ky",
            "undici",
            "superagent",
            "needle",
            "request",
            "request-promise",
            "phin",
            "bent",
            "wretch",
            "ofetch",
            "http",
            "https",
            "node:http",
            "node:https",
            "@nestjs/axios",
            "urllib",
            "xior",
            "redaxios",
            "make-fetch-happen",
            "node-libcurl");
    private static final Set<String> HTTP_METHODS = Set.of(
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "head",
            "options",
            "request",
            "stream",
            "pipeline",
            "postForm",
            "putForm",
            "patchForm",
            "del");
    private static final Set<String> HTTP_MAKERS =
            Set.of("create", "extend", "defaults", "wretch", "Client", "Pool", "Agent");

    /**
     * A call to another system.
     *
     * @param client call that made the client; null when there is none
     */
    record Target(
            Located call,
            String name,
            OutboundStyle style,
            @Nullable String module,
            @Nullable Located client) {}

    private record Origin(
            String specifier, String member, @Nullable Located client) {}

    private final Resolver resolver;
    private final Map<Module, Imports> imports = new HashMap<>();

    OutboundTargets(Resolver resolver) {
        this.resolver = resolver;
    }

    /** What a call calls outside; null when it stays in the process, as far as is known. */
    @Nullable
    Target of(Located call) {
        SyntaxNode written = Syntax.target(call.node());
        if (written == null || !call.node().is(SyntaxKind.CALL_EXPRESSION)) return null;
        SyntaxNode target = Syntax.bare(written);
        SyntaxNode base = base(target);
        if (base == null) return null;
        String method = method(target);
        boolean bareCall = target.equals(base);
        if (fetch(call, target, base, method))
            return new Target(call, name(call, target), OutboundStyle.FETCH, fetchModule(call), null);
        if (base.is(SyntaxKind.CALL_EXPRESSION) && bareCall) return null;
        Origin origin = origin(call, base, target);
        return origin == null ? null : classify(call, target, method, bareCall, origin);
    }

    private @Nullable Target classify(Located call, SyntaxNode target, String method, boolean bareCall, Origin origin) {
        String from = origin.specifier();
        if (HTTP_PACKAGES.contains(from)) {
            boolean requests = bareCall
                    ? !HTTP_MAKERS.contains(method) && callable(from, origin)
                    : HTTP_METHODS.contains(method) && !target.text().contains("interceptors");
            return requests
                    ? new Target(call, name(call, target), OutboundStyle.HTTP_CLIENT, from, origin.client())
                    : null;
        }
        if (!Sdks.sdk(from) || Sdks.local(method)) return null;
        boolean constructed = origin.client() != null || origin.member().isEmpty();
        boolean calls;
        if (bareCall) calls = !constructed && Sdks.functions(from) && function(method);
        else if (constructed)
            calls = !from.startsWith("@aws-sdk/client-") || method.equals("send") || aggregated(origin);
        else calls = instance(from, target) || (whole(origin) && Sdks.functions(from) && function(method));
        return calls ? new Target(call, name(call, target), OutboundStyle.SDK, from, origin.client()) : null;
    }

    /** The classes of AWS without {@code Client} in their names have a method for each command. */
    private static boolean aggregated(Origin origin) {
        Located client = origin.client();
        String made = client == null ? null : Syntax.dotted(Syntax.target(client.node()));
        return made != null && !made.endsWith("Client");
    }

    private static boolean function(String name) {
        return Character.isLowerCase(name.charAt(0)) && !Sdks.makes(name);
    }

    /** Whether what is called on is the package itself, not something that it exports beside its functions. */
    private static boolean whole(Origin origin) {
        String first = Syntax.first(origin.member());
        return first.equals("*") || first.equals("default");
    }

    /** Whether a package exports a ready client instead of a class. */
    private static boolean instance(String from, SyntaxNode target) {
        if (!from.startsWith("@sendgrid/") && !from.equals("web-push")) return false;
        return target.is(SyntaxKind.MEMBER_EXPRESSION);
    }

    /** Whether what a package exports is itself a function that requests. */
    private static boolean callable(String from, Origin origin) {
        if (origin.client() != null) return !from.contains("http");
        String member = origin.member();
        return member.equals("default")
                || HTTP_METHODS.contains(Syntax.last(member))
                || member.equals("$fetch")
                || member.equals("ofetch")
                || member.equals(from);
    }

    private boolean fetch(Located call, SyntaxNode target, SyntaxNode base, String method) {
        String dotted = Syntax.dotted(target);
        if (dotted != null && FETCH.contains(dotted) && !shadowed(call.at(base))) return true;
        if (!target.is(SyntaxKind.IDENTIFIER)) {
            boolean own = base.is(SyntaxKind.THIS) && dotted != null && dotted.indexOf('.') == dotted.lastIndexOf('.');
            Located value = own ? Fields.value(call, method) : null;
            return value != null && fetches(value, 0);
        }
        return fetches(call.at(target), 0);
    }

    /** Whether a name that reads like a global is something of the module, or of a package that is no fetch. */
    private boolean shadowed(Located name) {
        Value value = resolver.value(name);
        return !(value instanceof Value.Global) && !fetchValue(value) && resolver.declaration(name) != null;
    }

    private boolean fetches(Located expression, int depth) {
        if (depth > 4) return false;
        SyntaxNode bare = Syntax.bare(expression.node());
        if (bare.is(SyntaxKind.BINARY_EXPRESSION)) {
            SyntaxNode right = bare.child("right");
            return right != null && fetches(expression.at(right), depth + 1);
        }
        Value value = resolver.value(expression.at(bare));
        if (fetchValue(value)) return true;
        if (value instanceof Value.CallResult result && result.callee().name().endsWith("fetch.bind")) return true;
        if (value instanceof Value.Open open && !open.expression().equals(expression)) {
            SyntaxNode at = Syntax.bare(open.expression().node());
            return at.is(SyntaxKind.BINARY_EXPRESSION) && fetches(open.expression(), depth + 1);
        }
        if (!(value instanceof Value.Parameter parameter)) return false;
        java.util.List<SyntaxNode> parameters =
                Members.parameters(parameter.function().node());
        if (parameter.index() >= parameters.size() || parameter.name().indexOf('.') >= 0) return false;
        SyntaxNode fallback = parameters.get(parameter.index()).child("value");
        return fallback != null && fetches(parameter.function().at(fallback), depth + 1);
    }

    private static boolean fetchValue(Value value) {
        if (value instanceof Value.Global global) return FETCH.contains(global.name());
        if (!(value instanceof Value.External external) || !FETCH_PACKAGES.contains(external.module())) return false;
        return external.name().equals("fetch")
                || (external.name().equals("default") && !external.module().equals("undici"))
                || external.name().equals("default.fetch");
    }

    private @Nullable String fetchModule(Located call) {
        return resolver.callee(call).module();
    }

    private String name(Located call, SyntaxNode target) {
        Callee callee = resolver.callee(call);
        if (!callee.name().isEmpty()) return callee.name();
        String dotted = Syntax.dotted(target);
        return dotted != null ? dotted : Syntax.line(target.text());
    }

    private static String method(SyntaxNode target) {
        SyntaxNode property = target.is(SyntaxKind.MEMBER_EXPRESSION) ? target.child("property") : null;
        return property != null ? property.text() : target.text();
    }

    /** What the chain of names hangs on: a name, {@code this}, or a call. */
    private static @Nullable SyntaxNode base(SyntaxNode target) {
        SyntaxNode node = target;
        while (node.is(SyntaxKind.MEMBER_EXPRESSION) || node.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) {
            SyntaxNode object = node.child("object");
            if (object == null) return null;
            node = Syntax.bare(object);
        }
        return node;
    }

    private Imports imports(Module module) {
        return imports.computeIfAbsent(module, Imports::new);
    }

    private @Nullable Origin origin(Located call, SyntaxNode base, SyntaxNode target) {
        if (base.is(SyntaxKind.THIS)) {
            String dotted = Syntax.dotted(target);
            if (dotted == null || dotted.indexOf('.') == dotted.lastIndexOf('.')) return null;
            String field = dotted.split("\\.", -1)[1];
            Located value = Fields.value(call, field);
            Origin made = value == null ? null : made(value);
            return made != null ? made : typed(call, Fields.type(call, field));
        }
        if (!base.is(SyntaxKind.IDENTIFIER) && !Syntax.call(base)) return null;
        return made(call.at(base));
    }

    private @Nullable Origin made(Located expression) {
        Value value = resolver.value(expression);
        String local = Syntax.dotted(expression.node());
        String specifier = local == null ? null : imports(expression.module()).of(Syntax.first(local));
        if (value instanceof Value.External external)
            return new Origin(specifier != null ? specifier : external.module(), external.name(), null);
        if (value instanceof Value.CallResult result) return made(result);
        if (value instanceof Value.Parameter parameter && parameter.name().indexOf('.') < 0) {
            java.util.List<SyntaxNode> parameters =
                    Members.parameters(parameter.function().node());
            if (parameter.index() >= parameters.size()) return null;
            SyntaxNode declared = parameters.get(parameter.index());
            return Members.pattern(declared).is(SyntaxKind.IDENTIFIER)
                    ? typed(parameter.function(), Members.type(declared))
                    : null;
        }
        // A package of the same repository.
        return specifier != null && Sdks.sdk(specifier)
                ? new Origin(specifier, local == null ? "" : local, null)
                : null;
    }

    private @Nullable Origin made(Value.CallResult result) {
        Located call = result.call();
        String written = Syntax.dotted(Syntax.target(call.node()));
        if (written == null) return null;
        String specifier = imports(call.module()).of(Syntax.first(written));
        if (specifier == null) specifier = result.callee().module();
        if (specifier == null) return derived(result, written);
        String name = result.callee().last();
        boolean makes = call.node().is(SyntaxKind.NEW_EXPRESSION)
                || HTTP_MAKERS.contains(name)
                || written.indexOf('.') < 0
                || name.matches("(create|make|get|build|init|connect|from|with).*");
        return makes ? new Origin(specifier, name, call) : null;
    }

    /** {@code api.extend({...})} of a client that was made before. */
    private @Nullable Origin derived(Value.CallResult result, String written) {
        int dot = written.lastIndexOf('.');
        if (dot < 0 || !HTTP_MAKERS.contains(written.substring(dot + 1))) return null;
        SyntaxNode target = Syntax.target(result.call().node());
        SyntaxNode object = target == null ? null : Syntax.bare(target).child("object");
        Origin origin = object == null ? null : made(result.call().at(object));
        return origin == null ? null : new Origin(origin.specifier(), origin.member(), result.call());
    }

    private @Nullable Origin typed(Located inside, @Nullable String type) {
        if (type == null) return null;
        String name = TypeText.name(type);
        String first = Syntax.first(name);
        if (first.startsWith("typeof ")) first = first.substring("typeof ".length());
        String specifier = imports(inside.module()).of(first);
        return specifier == null ? null : new Origin(specifier, "", null);
    }
}

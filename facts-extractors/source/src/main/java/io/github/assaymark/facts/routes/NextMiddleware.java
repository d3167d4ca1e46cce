package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code middleware.ts} of Next.js runs ahead of routes. */
final class NextMiddleware {
    private static final Pattern FILE = Pattern.compile("((?:.*?/)?)(?:src/)?(?:middleware|proxy)\\.[mc]?[jt]s");

    private static final Pattern ALL_BUT = Pattern.compile("/\\(\\(\\?!([^()]*)\\)\\.\\*\\)");

    private final FactSink sink;
    private final Resolver resolver;
    private final Middlewares middlewares;
    private final Replies replies;
    private final List<Gate> gates = new ArrayList<>();

    /** All that runs ahead of routes. */
    record Gates(List<Gate> gates) {}

    /**
     * One middleware file.
     *
     * @param directory that holds the application; empty, or with a slash at its end
     * @param matchers null when it runs for every path
     */
    record Gate(
            String directory,
            List<Middleware> middleware,
            Located at,
            @Nullable List<String> matchers) {}

    NextMiddleware(Program program, FactSink sink, Middlewares middlewares) {
        this.sink = sink;
        this.resolver = program.resolver();
        this.middlewares = middlewares;
        this.replies = new Replies(resolver);
        List<Module> files = program.modules().stream()
                .filter(module -> directory(module) != null)
                .toList();
        for (List<Gate> some : sink.gathered(files, this::read)) gates.addAll(some);
    }

    /** The directory that holds the application of a middleware file; null when it is none. */
    private static @Nullable String directory(Module module) {
        String name = module.path().substring(module.path().lastIndexOf('/') + 1);
        if (!name.startsWith("middleware.") && !name.startsWith("proxy.")) return null;
        Matcher matcher = FILE.matcher(module.path());
        return matcher.matches() ? outside(matcher.group(1)) : null;
    }

    /** What decides which guards routes meet. */
    Gates gates() {
        return new Gates(List.copyOf(gates));
    }

    /** The directory around {@code src/}. */
    static String outside(String directory) {
        return directory.replaceFirst("(^|/)src/$", "$1");
    }

    private List<Gate> read(Module module) {
        String directory = directory(module);
        Map<String, Located> exports = NextRoutes.exports(module);
        Located export = NextRoutes.only(exports, "default", "middleware", "proxy");
        if (export == null || directory == null) return List.of();
        List<Middleware> read = middlewares.read(List.of(export), Frame.of(module));
        Located function = Syntax.function(export);
        if (function == null && resolver.value(export) instanceof Value.Function named) function = named.function();
        if (function != null) {
            Middleware inline = middlewares.bodies().inline(function);
            if (inline.kind() != GuardKind.OTHER) read = List.of(inline);
            else if (refuses(function))
                sink.unresolved("middleware of routes", export, "what it asks for is not followed", RouteGuard.class);
        }
        Located config = exports.get("config");
        if (config == null) {
            return List.of(new Gate(directory, read, export, null));
        }
        Value.Struct struct = resolver.value(config) instanceof Value.Struct known ? known : null;
        Located matcherAt = struct == null ? null : struct.get("matcher");
        if (matcherAt != null) {
            return List.of(new Gate(directory, read, export, matchers(matcherAt)));
        }
        boolean everything = struct != null && struct.complete();
        if (!everything)
            sink.unresolved("matcher of a middleware", config, "it is no constant object", RouteGuard.class);
        return List.of(new Gate(directory, read, export, everything ? null : List.of()));
    }

    /** Whether a function holds an answer that is an error or sends elsewhere. */
    private boolean refuses(Located at) {
        if (replies.failing(at)) return true;
        if (at.node().is(SyntaxKind.CALL_EXPRESSION)
                && resolver.callee(at).last().equals("redirect")) return true;
        return at.node().children().stream().anyMatch(child -> refuses(at.at(child)));
    }

    private List<String> matchers(Located expression) {
        List<Located> each =
                resolver.value(expression) instanceof Value.Items items ? items.items() : List.of(expression);
        List<String> matchers = new ArrayList<>();
        for (Located one : each) {
            Optional<String> text = resolver.text(one);
            if (text.isEmpty() && resolver.value(one) instanceof Value.Struct struct) {
                Located source = struct.get("source");
                boolean plain = struct.entries().size() == 1;
                if (source != null && plain) text = resolver.text(source);
            }
            if (text.isPresent() && text.get().contains("(") && allBut(text.get(), "/") == null)
                sink.unresolved("matcher of a middleware", one, "its pattern is not followed", RouteGuard.class);
            if (text.isPresent()) matchers.add(text.get());
            else sink.unresolved("matcher of a middleware", one, "it is no constant text", RouteGuard.class);
        }
        return matchers;
    }

    /** What runs ahead of a path of the application in a directory. */
    List<Served.Met> guards(String root, String path) {
        List<Served.Met> met = new ArrayList<>();
        for (Gate gate : gates) {
            if (!outside(root).equals(gate.directory)) continue;
            for (Middleware one : gate.middleware) {
                Served.Met found = meet(gate, one, path);
                if (found != null) met.add(found);
            }
        }
        return met;
    }

    private static Served.@Nullable Met meet(Gate gate, Middleware middleware, String path) {
        List<String> matchers = gate.matchers;
        if (matchers == null) return Served.Met.of(middleware, GuardVia.USE, gate.at);
        boolean open = false;
        boolean near = false;
        for (String matcher : matchers) {
            Boolean all = allBut(matcher, path);
            if (Boolean.TRUE.equals(all)) return Served.Met.of(middleware, GuardVia.USE, gate.at);
            near |= Boolean.FALSE.equals(all);
            if (matcher.contains("(")) {
                open |= all == null;
                continue;
            }
            PathPattern pattern = new PathPattern(WebFramework.EXPRESS, matcher, false);
            PathPattern.Reach reach = pattern.reach(RoutePath.fromBraces(path));
            if (reach == PathPattern.Reach.ALL) return Served.Met.of(middleware, GuardVia.USE, gate.at);
            near |= reach == PathPattern.Reach.SOME || pattern.near(path);
        }
        if (open)
            return new Served.Met(
                    middleware, GuardVia.USE, gate.at, true, "whether its matcher covers `" + path + "` is not known");
        if (!near || middleware.kind() == GuardKind.OTHER) return null;
        return new Served.Met(middleware, GuardVia.USE, gate.at, false, "its matcher does not cover `" + path + "`");
    }

    /**
     * Whether a matcher of the form {@code /((?!api|static).*)}, which covers all but what begins with one of some
     * words, covers a path; null when it is of another form.
     */
    private static @Nullable Boolean allBut(String matcher, String path) {
        Matcher form = ALL_BUT.matcher(matcher);
        if (!form.matches()) return null;
        String rest = path.substring(1);
        boolean unknown = rest.startsWith("{");
        for (String one : form.group(1).split("\\|", -1)) {
            String literal = one.replace("\\.", ".").replaceFirst("^\\^?/?", "");
            boolean fixed = literal.endsWith("$");
            if (fixed) literal = literal.substring(0, literal.length() - 1);
            if (!literal.matches("[\\w./-]*")) unknown |= !one.contains("\\.") || rest.contains(".");
            else if (fixed ? rest.equals(literal) : rest.startsWith(literal)) return false;
        }
        return unknown ? null : Boolean.TRUE;
    }
}

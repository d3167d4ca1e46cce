package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Route handlers of Next.js: {@code route.ts} under {@code app}, and files under {@code pages/api}. */
final class NextRoutes {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final String EXTENSION = "\\.[mc]?[jt]sx?";
    private static final Pattern ROUTE_FILE = Pattern.compile("((?:.*?/)?(?:src/)?)app/((?:.*/)?)route" + EXTENSION);
    private static final Pattern PAGE_FILE = Pattern.compile("((?:.*?/)?(?:src/)?)pages/(api(?:/.*)?)" + EXTENSION);

    private static final Pattern OLD_EXPORTS = Pattern.compile("\\bexports\\s*(?:\\.\\s*[A-Z]+\\s*)?=(?!=)");

    private static final int MAX_EXPORTS = 5;

    private final Program program;
    private final FactSink sink;
    private final Resolver resolver;
    private final Handlers handlers;
    private final NextMiddleware gate;
    private final NextConfig config;

    NextRoutes(Program program, FactSink sink, Middlewares middlewares, Handlers handlers) {
        this.program = program;
        this.sink = sink;
        this.resolver = program.resolver();
        this.handlers = handlers;
        this.gate = new NextMiddleware(program, sink, middlewares);
        this.config = new NextConfig(program, sink);
    }

    /** What decides about a file besides itself. */
    private record Around(NextMiddleware.Gates gates, String base) {}

    List<Served> routes() {
        NextMiddleware.Gates gates = gate.gates();
        List<Module> files = new ArrayList<>();
        Map<Module, Object> around = new HashMap<>();
        for (Module module : program.modules()) {
            Matcher matcher = matcher(module.path());
            if (matcher == null) continue;
            files.add(module);
            around.put(module, new Around(gates, config.base(NextMiddleware.outside(matcher.group(1)))));
        }
        List<Served> served = new ArrayList<>();
        for (List<Served> some : sink.gathered(files, module -> around.getOrDefault(module, ""), this::served))
            served.addAll(some);
        return served;
    }

    /** What a path says of a file that answers requests; null when it is none. */
    private static @Nullable Matcher matcher(String path) {
        if (!path.contains("app/") && !path.contains("pages/api")) return null;
        Matcher route = ROUTE_FILE.matcher(path);
        if (path.contains("route.") && route.matches()) return route;
        Matcher page = PAGE_FILE.matcher(path);
        return path.contains("pages/api") && page.matches() ? page : null;
    }

    private List<Served> served(Module module) {
        List<Served> served = new ArrayList<>();
        Matcher matcher = matcher(module.path());
        if (matcher == null) return served;
        if (matcher.pattern() == PAGE_FILE) page(module, matcher.group(1), matcher.group(2), served);
        else for (String one : paths(matcher.group(2))) handlers(module, matcher.group(1), one, served);
        return List.copyOf(served);
    }

    /** The paths a directory stands for: two when its last part is optional, none when it is private. */
    private static List<String> paths(String directory) {
        StringBuilder path = new StringBuilder();
        List<String> paths = new ArrayList<>();
        for (String part : directory.split("/", -1)) {
            if (part.isEmpty() || part.startsWith("@") || part.matches("\\([^.)]*\\)")) continue;
            if (part.startsWith("_")) return List.of();
            if (part.matches("\\[\\[\\.\\.\\..+]]")) paths.add(path.isEmpty() ? "/" : path.toString());
            path.append('/').append(part.replaceAll("\\[+(?:\\.\\.\\.)?([^\\]]+)]+", "{$1}"));
        }
        paths.add(path.isEmpty() ? "/" : path.toString());
        return paths;
    }

    private void handlers(Module module, String root, String path, List<Served> served) {
        Map<String, Located> exports = all(module, 0);
        exports.forEach((method, export) -> {
            if (METHODS.contains(method)) add(method, export, root, path, served);
        });
        boolean other = exports.keySet().stream().noneMatch(METHODS::contains)
                && OLD_EXPORTS.matcher(module.tree().root().text()).find();
        if (other)
            sink.unresolved(
                    "handlers of a route",
                    module.at(module.tree().root()),
                    "they are exported through `exports`",
                    HonoDialect.ALL);
    }

    private void page(Module module, String root, String file, List<Served> served) {
        Map<String, Located> exports = all(module, 0);
        Located handler = exports.containsKey("default") ? exports.get("default") : assigned(module);
        if (handler == null) return;
        String directory = file.equals("api/index") ? "api" : file.replaceFirst("/index$", "");
        for (String path : paths(directory)) add("ALL", handler, root, path, served);
    }

    private void add(String method, Located export, String root, String path, List<Served> served) {
        if (resolver.value(export) instanceof Value.CallResult result
                && result.callee().module() != null
                && result.callee().module().startsWith("hono/")) return;
        Handler handler = handlers.read(export, Frame.of(export.module()));
        if (handler.name() == null) handler = new Handler(method, handler.function(), handler.wrappers());
        List<Served.Met> guards = new ArrayList<>(gate.guards(root, path));
        for (Middleware one : handler.wrappers()) guards.add(Served.Met.of(one, GuardVia.ARGUMENT, one.at()));
        String full = RoutePath.join(config.base(NextMiddleware.outside(root)), path);
        served.add(new Served(
                WebFramework.NEXTJS, method, full, path, handler, Description.NONE, guards, false, false, export));
    }

    /** {@code module.exports = handler}. */
    static @Nullable Located assigned(Module module) {
        for (SyntaxNode assignment : module.nodes(SyntaxKind.ASSIGNMENT_EXPRESSION)) {
            SyntaxNode left = assignment.child("left");
            SyntaxNode right = assignment.child("right");
            if (left != null && right != null && left.text().equals("module.exports")) return module.at(right);
        }
        return null;
    }

    /** The same with what it exports of other modules; what of that is not seen is told. */
    private Map<String, Located> all(Module module, int depth) {
        Map<String, Located> exports = exports(module);
        for (SyntaxNode statement : module.nodes(SyntaxKind.EXPORT_STATEMENT)) {
            SyntaxNode source = statement.child("source");
            if (source == null) continue;
            Module from = program.imported(module, Syntax.unquoted(source.text()));
            Map<String, Located> theirs = from == null || depth >= MAX_EXPORTS ? Map.of() : all(from, depth + 1);
            List<SyntaxNode> clauses = statement.children().stream()
                    .filter(child -> child.is(SyntaxKind.EXPORT_CLAUSE))
                    .toList();
            if (clauses.isEmpty() && statement.text().matches("(?s)export\\s*\\*\\s*from\\b.*")) {
                if (from == null || depth >= MAX_EXPORTS)
                    sink.unresolved(
                            "handlers of a route", module.at(statement), "the module is not seen", HonoDialect.ALL);
                theirs.forEach((name, export) -> {
                    if (!name.equals("default")) exports.putIfAbsent(name, export);
                });
            }
            for (SyntaxNode clause : clauses) taken(module, clause, theirs, exports);
        }
        return exports;
    }

    /** {@code export { GET } from "./handlers"}. */
    private void taken(Module module, SyntaxNode clause, Map<String, Located> theirs, Map<String, Located> exports) {
        for (SyntaxNode specifier : clause.children()) {
            SyntaxNode name = specifier.child("name");
            SyntaxNode alias = specifier.child("alias");
            if (name == null) continue;
            String exported = alias == null ? name.text() : alias.text();
            Located export = theirs.get(name.text());
            if (export != null) exports.put(exported, export);
            else if (METHODS.contains(exported) || exported.equals("default"))
                sink.unresolved("handler of a route", module.at(specifier), "the module is not seen", HonoDialect.ALL);
        }
    }

    /** What a module exports, by name; {@code default} among them. */
    static Map<String, Located> exports(Module module) {
        Map<String, Located> exports = new LinkedHashMap<>();
        for (SyntaxNode statement : module.nodes(SyntaxKind.EXPORT_STATEMENT)) {
            SyntaxNode value = statement.child("value");
            SyntaxNode declaration = statement.child("declaration");
            boolean standard = statement.child("default") != null;
            if (standard && value != null) exports.put("default", module.at(value));
            else if (standard && declaration != null) exports.put("default", module.at(declaration));
            else if (declaration != null) declared(module, declaration, exports);
            for (SyntaxNode clause : statement.children()) {
                if (clause.is(SyntaxKind.EXPORT_CLAUSE)) clause(module, clause, exports);
            }
        }
        return exports;
    }

    private static void declared(Module module, SyntaxNode declaration, Map<String, Located> exports) {
        SyntaxNode name = declaration.child("name");
        if (Syntax.isFunction(declaration) && name != null) exports.put(name.text(), module.at(declaration));
        for (SyntaxNode declarator : declaration.children()) {
            if (!declarator.is(SyntaxKind.VARIABLE_DECLARATOR)) continue;
            SyntaxNode own = declarator.child("name");
            SyntaxNode value = declarator.child("value");
            if (own == null || value == null) continue;
            if (own.is(SyntaxKind.IDENTIFIER)) exports.put(own.text(), module.at(value));
            else for (SyntaxNode part : own.children()) exports.put(local(part), module.at(value));
        }
    }

    private static String local(SyntaxNode part) {
        SyntaxNode value = part.child("value");
        return value == null ? part.text() : value.text();
    }

    private static void clause(Module module, SyntaxNode clause, Map<String, Located> exports) {
        for (SyntaxNode specifier : clause.children()) {
            SyntaxNode name = specifier.child("name");
            SyntaxNode alias = specifier.child("alias");
            if (name == null) continue;
            exports.put(alias == null ? name.text() : alias.text(), module.at(name));
        }
    }

    static @Nullable Located only(Map<String, Located> exports, String... names) {
        for (String name : names) if (exports.get(name) != null) return exports.get(name);
        return null;
    }
}

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

    private final Program program;
    private final FactSink sink;
    private final Resolver resolver;
    private final Handlers handlers;
    private final NextMiddleware gate;

    NextRoutes(Program program, FactSink sink, Middlewares middlewares, Handlers handlers) {
        this.program = program;
        this.sink = sink;
        this.resolver = program.resolver();
        this.handlers = handlers;
        this.gate = new NextMiddleware(program, sink, middlewares);
    }

    List<Served> routes() {
        List<Served> served = new ArrayList<>();
        sink.each(program.modules(), module -> {
            Matcher route = ROUTE_FILE.matcher(module.path());
            if (route.matches()) {
                for (String path : paths(route.group(2))) handlers(module, route.group(1), path, served);
                return;
            }
            Matcher page = PAGE_FILE.matcher(module.path());
            if (page.matches()) page(module, page.group(1), page.group(2), served);
        });
        return served;
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
        exports(module).forEach((method, export) -> {
            if (METHODS.contains(method)) add(method, export, root, path, served);
        });
    }

    private void page(Module module, String root, String file, List<Served> served) {
        Located handler = exports(module).get("default");
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
        served.add(new Served(
                WebFramework.NEXTJS, method, path, path, handler, Description.NONE, guards, false, false, export));
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

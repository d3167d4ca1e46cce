package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Knows the tables of Drizzle by the calls that make them. Used by one thread. */
final class DrizzleTables {
    private static final Set<String> MAKERS =
            Set.of("pgTable", "mysqlTable", "sqliteTable", "singlestoreTable", "gelTable");
    private static final Set<String> CREATORS =
            Set.of("pgTableCreator", "mysqlTableCreator", "sqliteTableCreator", "singlestoreTableCreator");
    private static final Set<String> SCHEMAS = Set.of("pgSchema", "mysqlSchema", "singlestoreSchema");
    private static final int MAX_DEPTH = 6;

    private static final Question<Located, Optional<DrizzleTable>> MADE =
            (program, call) -> Optional.ofNullable(new DrizzleTables(program).read(call));

    private static final Question<Module, Map<String, DrizzleTable>> IN = (program, module) -> {
        DrizzleTables tables = new DrizzleTables(program);
        Map<String, DrizzleTable> found = new TreeMap<>();
        for (Located call : module.all(SyntaxKind.CALL_EXPRESSION)) {
            DrizzleTable table = tables.makes(call) ? tables.made(call) : null;
            if (table != null && table.constant() != null) found.putIfAbsent(table.constant(), table);
        }
        return found;
    };

    private final Program program;
    private final Resolver resolver;

    DrizzleTables(Program program) {
        this.program = program;
        this.resolver = program.resolver();
    }

    /** The tables that a module makes, by their constants; the first one of a name. */
    static Map<String, DrizzleTable> in(Program program, Module module) {
        return program.answer(IN, module);
    }

    /** How a table is made: its parts, and the schema it is in. */
    private record Maker(@Nullable String schema, @Nullable Located naming) {}

    /** Whether a package is Drizzle. */
    static boolean drizzle(@Nullable String module) {
        return module != null && (module.equals("drizzle-orm") || module.startsWith("drizzle-orm/"));
    }

    /** Whether a call makes a table, known or not. */
    boolean makes(Located call) {
        return maker(call) != null;
    }

    private @Nullable Maker maker(Located call) {
        SyntaxNode function = call.node().child("function");
        SyntaxNode arguments = call.node().child("arguments");
        if (function == null || arguments == null || arguments.children().size() < 2) return null;
        boolean plain = function.is(SyntaxKind.IDENTIFIER);
        SyntaxNode property = function.child("property");
        if (!plain && (property == null || !(property.text().equals("table") || MAKERS.contains(property.text()))))
            return null;
        Callee callee = resolver.callee(call);
        if (drizzle(callee.module()) && MAKERS.contains(callee.last())) return new Maker(null, null);
        if (!(callee.root() instanceof Value.CallResult made)
                || !drizzle(made.callee().module())) return null;
        String kind = made.callee().last();
        List<Located> given = resolver.arguments(made.call()).items();
        if (given.isEmpty()) return null;
        if (CREATORS.contains(kind) && plain) return new Maker(null, given.get(0));
        if (!SCHEMAS.contains(kind) || plain) return null;
        return new Maker(resolver.text(given.get(0)).orElse("{}"), null);
    }

    /** The table an expression stands for; null when it is none, or one that is not known. */
    @Nullable
    DrizzleTable table(Located expression) {
        return table(expression, 0);
    }

    private @Nullable DrizzleTable table(Located expression, int depth) {
        if (!(resolver.value(expression) instanceof Value.CallResult made)) return null;
        boolean alias =
                made.callee().last().equals("alias") && drizzle(made.callee().module());
        List<Located> arguments = resolver.arguments(made.call()).items();
        if (alias && !arguments.isEmpty() && depth < MAX_DEPTH) return table(arguments.get(0), depth + 1);
        return made(made.call());
    }

    /** The table a call makes; null when it makes none, or one whose name is not constant. */
    @Nullable
    DrizzleTable made(Located call) {
        return program.answer(MADE, call).orElse(null);
    }

    private @Nullable DrizzleTable read(Located call) {
        Maker maker = maker(call);
        List<Located> arguments = resolver.arguments(call).items();
        if (maker == null || arguments.size() < 2) return null;
        String name = resolver.text(arguments.get(0)).orElse(null);
        if (name != null && maker.naming() != null) name = named(maker.naming(), name);
        if (name == null || "{}".equals(maker.schema())) return null;
        Value.Struct struct = struct(arguments.get(1));
        DrizzleColumns columns = new DrizzleColumns(program);
        Map<String, DrizzleTable.Column> read = new LinkedHashMap<>();
        if (struct != null)
            struct.entries().forEach((property, value) -> read.put(property, columns.column(property, value)));
        return new DrizzleTable(call, name, maker.schema(), constant(call), read, struct != null && struct.complete());
    }

    private Value.@Nullable Struct struct(Located columnsGiven) {
        Value value = resolver.value(columnsGiven);
        if (value instanceof Value.Function function) {
            Located returned = resolver.returned(function.function());
            value = returned == null ? value : resolver.value(returned);
        }
        return value instanceof Value.Struct struct ? struct : null;
    }

    /** The name that a function of the creator makes of one. */
    private @Nullable String named(Located naming, String name) {
        if (!(resolver.value(naming) instanceof Value.Function function)) return null;
        Located returned = resolver.returned(function.function());
        List<Located> parameters = resolver.parameters(function.function());
        if (returned == null || parameters.size() != 1) return null;
        SyntaxNode body = CallChain.unwrapped(returned).node();
        if (!body.is(SyntaxKind.TEMPLATE_STRING)) return null;
        String template = resolver.template(returned);
        long holes = body.children().stream()
                .filter(child -> child.is(SyntaxKind.TEMPLATE_SUBSTITUTION))
                .count();
        int hole = template.indexOf("{}");
        boolean one = hole >= 0 && template.indexOf("{}", hole + 1) < 0 && holes >= 1;
        if (!one) return null;
        String parameter = parameters.get(0).node().text().replaceAll("\\s*:.*", "");
        boolean own = body.children().stream()
                .anyMatch(child -> child.is(SyntaxKind.TEMPLATE_SUBSTITUTION)
                        && child.text().equals("${" + parameter + "}"));
        return own ? template.replace("{}", name) : null;
    }

    private static @Nullable String constant(Located call) {
        SyntaxNode declarator = call.node().ancestor(SyntaxKind.VARIABLE_DECLARATOR);
        SyntaxNode name = declarator == null ? null : declarator.child("name");
        return name == null || !name.is(SyntaxKind.IDENTIFIER) ? null : name.text();
    }
}

package io.github.assaymark.facts.options;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ConfigOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the data sources of TypeORM and the options that let it change a schema by itself: {@code synchronize},
 * {@code dropSchema} and {@code migrationsRun}. All three are false unless set (TypeORM manual, Data Source Options).
 */
public final class DataSourceOptionsExtractor extends SourceExtractor {
    private static final List<String> OPTIONS = List.of("synchronize", "dropSchema", "migrationsRun");
    private static final Set<String> PACKAGES = Set.of("typeorm", "@nestjs/typeorm");

    private static final Function<Module, List<Located>> IMPORTS = DataSourceOptionsExtractor::imports;

    /** Found through {@link java.util.ServiceLoader}. */
    public DataSourceOptionsExtractor() {
        super("data-source-options", 1, List.of(ConfigOption.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        int found = facts.alone(program.modules(), module -> {
            for (Located call : calls(module)) {
                Callee callee = program.resolver().callee(call);
                if (callee.module() == null || !PACKAGES.contains(callee.module())) continue;
                Located options = options(program.resolver(), call, callee);
                if (options == null) continue;
                emit(program.resolver(), facts, call, options);
            }
        });
        if (found > 0) return;
        for (Module module : program.modules()) {
            for (Located statement : module.once(IMPORTS))
                facts.gap(statement, "TypeORM is used here, but no data source was found", List.of(ConfigOption.class));
        }
    }

    /** The imports of TypeORM. */
    private static List<Located> imports(Module module) {
        return module.all(SyntaxKind.IMPORT_STATEMENT).stream()
                .filter(statement -> {
                    SyntaxNode source = statement.node().child("source");
                    return source != null && source.text().contains("@nestjs/typeorm");
                })
                .toList();
    }

    private static List<Located> calls(Module module) {
        List<Located> calls = new ArrayList<>(module.all(SyntaxKind.CALL_EXPRESSION));
        calls.addAll(module.all(SyntaxKind.NEW_EXPRESSION));
        return calls;
    }

    /** Where the options of a data source stand; null when the call makes none. */
    private static @Nullable Located options(Resolver resolver, Located call, Callee callee) {
        boolean made =
                call.node().is(SyntaxKind.NEW_EXPRESSION) && callee.last().equals("DataSource");
        boolean given = callee.last().equals("forRoot") || callee.last().equals("createConnection");
        boolean later = callee.last().equals("forRootAsync");
        if (!made && !given && !later) return null;
        List<Located> arguments = resolver.arguments(call).items();
        if (arguments.isEmpty()) return call;
        if (!later) return arguments.get(0);
        if (!(resolver.value(arguments.get(0)) instanceof Value.Struct async)) return arguments.get(0);
        Located factory = async.get("useFactory");
        if (factory != null && resolver.value(factory) instanceof Value.Function function)
            return orElse(resolver.returned(function.function()), factory);
        Located type = async.get("useClass");
        if (type != null && resolver.value(type) instanceof Value.Class declared)
            return orElse(created(resolver, declared.declaration()), type);
        return arguments.get(0);
    }

    private static Located orElse(@Nullable Located found, Located otherwise) {
        return found == null ? otherwise : found;
    }

    /** What {@code createTypeOrmOptions} of a class returns. */
    private static @Nullable Located created(Resolver resolver, Located type) {
        SyntaxNode body = type.node().child("body");
        if (body == null) return null;
        for (SyntaxNode member : body.children()) {
            SyntaxNode name = member.child("name");
            if (name != null && name.text().equals("createTypeOrmOptions")) return resolver.returned(type.at(member));
        }
        return null;
    }

    private static void emit(Resolver resolver, FactSink facts, Located call, Located options) {
        Value.Struct struct = resolver.value(options) instanceof Value.Struct known ? known : null;
        for (String name : OPTIONS) {
            Located written = struct == null ? null : struct.get(name);
            if (written != null) {
                option(resolver, facts, name, written, call);
            } else {
                boolean complete = struct != null && struct.complete();
                fact(facts, name, struct == null ? options : call, complete ? "false" : null, false, null, call);
            }
        }
    }

    private static void option(Resolver resolver, FactSink facts, String name, Located written, Located call) {
        Value value = resolver.value(written);
        if (value instanceof Value.Bool bool) {
            fact(facts, name, written, String.valueOf(bool.value()), true, null, call);
        } else if (value instanceof Value.Nothing) {
            fact(facts, name, written, "false", true, null, call);
        } else if (value instanceof Value.Text text) {
            // Every text but the empty one is true to JavaScript, "false" among them.
            fact(facts, name, written, String.valueOf(!text.text().isEmpty()), true, null, call);
        } else if (value instanceof Value.Number number) {
            fact(facts, name, written, String.valueOf(!number.raw().equals("0")), true, null, call);
        } else {
            String variable = value instanceof Value.Environment environment ? environment.name() : null;
            fact(facts, name, written, null, true, variable, call);
        }
    }

    private static void fact(
            FactSink facts,
            String name,
            Located place,
            @Nullable String value,
            boolean declared,
            @Nullable String environment,
            Located call) {
        String file = call.module().path();
        facts.fact(new ConfigOption(
                facts.key("typeorm " + file + " " + name),
                facts.owner(),
                facts.place(place),
                "typeorm",
                name,
                value,
                value != null,
                declared,
                environment,
                call.module().kind(),
                file));
    }
}

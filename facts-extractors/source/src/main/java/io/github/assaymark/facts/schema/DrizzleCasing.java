package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How Drizzle turns properties without a written name into columns: as its client, or else its tool, is told. */
final class DrizzleCasing {
    private static final String NONE = "";
    private static final String OPEN = "?";

    /** What the clients that a module makes are told. */
    private static final Question<Module, Set<String>> CLIENTS = (program, module) -> {
        Set<String> found = new TreeSet<>();
        clients(module, program.resolver(), found);
        return Set.copyOf(found);
    };

    private static final Question<String, String> CASING = (program, all) -> of(program);

    private final String casing;

    DrizzleCasing(Program program) {
        this.casing = program.answer(CASING, "");
    }

    private static String of(Program program) {
        Set<String> found = new TreeSet<>();
        for (Module module : program.modules()) found.addAll(program.answer(CLIENTS, module));
        boolean none = found.stream().allMatch(NONE::equals);
        if (none) {
            Set<String> tool = new TreeSet<>();
            for (String path : program.paths(FileKind.CONFIGURATION)) {
                Module module = Paths.name(path).startsWith("drizzle.config.") ? program.module(path) : null;
                if (module != null) tool(module, program.resolver(), tool);
            }
            found.addAll(tool);
            if (!tool.isEmpty()) found.remove(NONE);
        }
        return found.isEmpty()
                ? NONE
                : found.size() > 1 ? OPEN : found.iterator().next();
    }

    /** {@code drizzle(client, { casing: 'snake_case' })} and {@code drizzle({ client, casing })}. */
    private static void clients(Module module, Resolver resolver, Set<String> found) {
        for (Located call : module.all(SyntaxKind.CALL_EXPRESSION)) {
            Callee callee = resolver.callee(call);
            if (!callee.last().equals("drizzle") || !DrizzleTables.drizzle(callee.module())) continue;
            String said = NONE;
            for (Located argument : resolver.arguments(call).items()) {
                if (!(resolver.value(argument) instanceof Value.Struct options)) continue;
                Located written = options.get("casing");
                if (written != null) said = read(written, resolver);
            }
            found.add(said);
        }
    }

    private static void tool(Module module, Resolver resolver, Set<String> found) {
        for (Located pair : module.all(SyntaxKind.PAIR)) {
            Located key = pair.child("key");
            Located value = pair.child("value");
            if (key != null && value != null && key.node().text().equals("casing")) found.add(read(value, resolver));
        }
    }

    private static String read(Located written, Resolver resolver) {
        if (resolver.value(written) instanceof Value.Nothing) return NONE;
        String text = resolver.text(written).orElse("");
        return List.of("snake_case", "camelCase").contains(text) ? text : OPEN;
    }

    /** Name of the column of a property; null when it is not known how it is made. */
    @Nullable
    String column(String property) {
        if (casing.equals(OPEN)) return null;
        if (casing.equals(NONE)) return property;
        String words = property.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2");
        if (casing.equals("snake_case")) return words.toLowerCase(Locale.ROOT);
        StringBuilder camel = new StringBuilder();
        for (String word : words.split("_", -1)) {
            if (word.isEmpty()) continue;
            String lower = word.toLowerCase(Locale.ROOT);
            camel.append(camel.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return camel.toString();
    }
}

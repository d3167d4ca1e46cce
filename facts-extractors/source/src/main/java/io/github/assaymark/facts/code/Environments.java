package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells which expressions are the environment itself, under any of its names. Used by one thread. */
final class Environments {
    private static final Set<String> ROOTS = Set.of("process.env", "Bun.env", "import.meta.env");
    private static final Set<String> GLOBALS = Set.of("globalThis.", "global.", "window.");
    private static final Set<String> PROCESS = Set.of("process", "node:process", "bun", "std-env");
    private static final int MAX_DEPTH = 3;

    /** What calls of a module give Nest to validate the environment with. */
    private static final Function<Module, List<Located>> GIVEN = Environments::given;

    /** The functions that Nest calls with the environment. */
    private static final Question<String, Set<Located>> VALIDATORS = (program, all) -> {
        Set<Located> functions = new HashSet<>();
        for (Module module : program.modules()) {
            for (Located given : module.once(GIVEN)) {
                if (program.resolver().value(given) instanceof Value.Function function)
                    functions.add(function.function());
            }
        }
        return Set.copyOf(functions);
    };

    private final Program program;
    private final Resolver resolver;

    Environments(Program program) {
        this.program = program;
        this.resolver = program.resolver();
    }

    /** The name of the environment an expression is, for example {@code process.env}; null when it is none. */
    @Nullable
    String root(Located expression) {
        SyntaxNode bare = Syntax.bare(expression.node());
        String dotted = Syntax.dotted(bare);
        if (dotted == null) return null;
        for (String global : GLOBALS) if (dotted.startsWith(global)) dotted = dotted.substring(global.length());
        if (ROOTS.contains(dotted)) return dotted;
        if (!bare.is(SyntaxKind.IDENTIFIER) && !dotted.endsWith(".env")) return null;
        if (bare.is(SyntaxKind.IDENTIFIER)) return alias(expression.at(bare));
        Value value = resolver.value(expression.at(bare));
        return imported(value) ? "process.env" : null;
    }

    private @Nullable String alias(Located identifier) {
        if (imported(resolver.value(identifier))) return "process.env";
        Located declared = resolver.declaration(identifier);
        if (declared == null || !declared.node().is(SyntaxKind.VARIABLE_DECLARATOR)) return null;
        Located value = declared.child("value");
        SyntaxNode name = declared.node().child("name");
        if (value == null || name == null) return null;
        String dotted = Syntax.dotted(value.node());
        if (name.is(SyntaxKind.OBJECT_PATTERN))
            return "process".equals(dotted) && identifier.node().text().equals("env") ? "process.env" : null;
        return dotted != null && ROOTS.contains(dotted) ? dotted : null;
    }

    private static boolean imported(Value value) {
        return value instanceof Value.External external
                && PROCESS.contains(external.module())
                && Syntax.last(external.name()).equals("env");
    }

    /** Whether an expression holds the environment, also as a copy or through the parameters of functions. */
    boolean holds(Located expression) {
        return holds(expression, 0);
    }

    private boolean holds(Located expression, int depth) {
        if (depth > MAX_DEPTH) return false;
        SyntaxNode bare = Syntax.bare(expression.node());
        Located at = expression.at(bare);
        if (root(at) != null) return true;
        if (bare.is(SyntaxKind.OBJECT)) {
            for (SyntaxNode child : bare.children()) {
                if (!child.is(SyntaxKind.SPREAD_ELEMENT) || child.children().isEmpty()) continue;
                if (holds(expression.at(child.children().get(0)), depth + 1)) return true;
            }
            return false;
        }
        Value value = resolver.value(at);
        if (value instanceof Value.Global global) return ROOTS.contains(global.name());
        return value instanceof Value.Parameter parameter && passed(parameter, depth);
    }

    private boolean passed(Value.Parameter parameter, int depth) {
        if (parameter.name().indexOf('.') >= 0) return false;
        Located function = parameter.function();
        List<SyntaxNode> parameters = Members.parameters(function.node());
        if (parameter.index() < parameters.size()) {
            SyntaxNode fallback = parameters.get(parameter.index()).child("value");
            if (fallback != null && holds(function.at(fallback), depth + 1)) return true;
        }
        if (validates(function)) return true;
        for (Located call : program.callSites(function)) {
            SyntaxNode argument = Syntax.argument(call.node(), parameter.index());
            if (argument != null && holds(call.at(argument), depth + 1)) return true;
        }
        return false;
    }

    /** Whether Nest calls a function with the environment: {@code ConfigModule.forRoot({ validate })}. */
    private boolean validates(Located function) {
        String name = Enclosing.nameOf(function.node());
        if (name == null || !name.startsWith("validate")) return false;
        return program.answer(VALIDATORS, "").contains(function);
    }

    private static List<Located> given(Module module) {
        List<Located> given = new ArrayList<>();
        for (Located call : module.all(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode entry = validator(call.node());
            if (entry != null) given.add(call.at(entry));
        }
        return List.copyOf(given);
    }

    /** What {@code ConfigModule.forRoot} is given as {@code validate}; null for other calls. */
    static @Nullable SyntaxNode validator(SyntaxNode call) {
        String dotted = Syntax.dotted(Syntax.target(call));
        if (dotted == null || !dotted.startsWith("ConfigModule.forRoot")) return null;
        return Syntax.entry(Syntax.argument(call, 0), "validate");
    }
}

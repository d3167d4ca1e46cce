package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads columns of Drizzle: {@code text("a").notNull()}, also through functions and constants of the repository. */
final class DrizzleColumns {
    private static final Set<String> SERIAL = Set.of("serial", "bigserial", "smallserial");
    private static final Set<String> TYPES = Set.of("customType", "pgEnum", "mysqlEnum", "singlestoreEnum", "enum");
    private static final int MAX_DEPTH = 8;

    private final Resolver resolver;
    private final DrizzleCasing casing;

    DrizzleColumns(Program program) {
        this.resolver = program.resolver();
        this.casing = new DrizzleCasing(program);
    }

    /** A column; {@link DrizzleTable.Column#open} says so when it is not understood. */
    DrizzleTable.Column column(String property, Located value) {
        List<CallChain.Step> steps = new ArrayList<>();
        Located base = base(value, steps);
        if (base == null) return open(property, value, "it is made by something that is not in the repository");
        Callee callee = resolver.callee(base);
        List<Located> arguments = resolver.arguments(base).items();
        String name = casing.column(property);
        Located options = null;
        if (!arguments.isEmpty()) {
            Value first = resolver.value(arguments.get(0));
            if (first instanceof Value.Struct || first instanceof Value.Items) options = arguments.get(0);
            else {
                String text = resolver.text(arguments.get(0)).orElse(null);
                if (text == null) return open(property, value, "its name is no constant of the repository");
                name = text;
                options = arguments.size() > 1 ? arguments.get(1) : null;
            }
        }
        if (name == null) return open(property, value, "how names are made of properties is not known");
        String type = callee.last();
        boolean required = SERIAL.contains(type);
        boolean primary = false;
        boolean unique = false;
        String uniqueName = null;
        String byDefault = null;
        Located references = null;
        boolean array = false;
        for (CallChain.Step step : steps) {
            List<Located> given = resolver.arguments(step.call()).items();
            switch (step.name()) {
                case "notNull", "generatedAlwaysAsIdentity", "generatedByDefaultAsIdentity" -> required = true;
                case "primaryKey" -> primary = true;
                case "unique" -> {
                    unique = true;
                    uniqueName =
                            given.isEmpty() ? null : resolver.text(given.get(0)).orElse(null);
                }
                case "default" -> byDefault = given.isEmpty() ? null : resolver.shown(given.get(0));
                case "defaultNow" -> byDefault = "now()";
                case "defaultRandom" -> byDefault = "gen_random_uuid()";
                case "references" -> references = given.isEmpty() ? null : given.get(0);
                case "array" -> array = true;
                default -> {}
            }
        }
        String declared = type + (options == null ? "" : "(" + resolver.shown(options) + ")") + (array ? "[]" : "");
        return new DrizzleTable.Column(
                new TableFacts.Column(
                        name, property, declared, !(required || primary), byDefault, primary, unique || primary, null),
                value,
                references,
                unique,
                uniqueName,
                null);
    }

    private DrizzleTable.Column open(String property, Located value, String reason) {
        return new DrizzleTable.Column(
                new TableFacts.Column(property, property, "", true, null, false, false, null),
                value,
                null,
                false,
                null,
                reason);
    }

    /** The call that names the type, after all steps on it were collected; null when it is not known. */
    private @Nullable Located base(Located expression, List<CallChain.Step> steps) {
        Located at = expression;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            CallChain chain = CallChain.of(at);
            if (chain != null) {
                steps.addAll(0, chain.steps());
                at = chain.base();
                if (type(at)) return at;
            }
            if (!(resolver.value(at) instanceof Value.CallResult made)
                    || made.call().node().equals(at.node())) return null;
            at = made.call();
        }
        return null;
    }

    /** Whether a call makes a column: of Drizzle, of a type made with it, or of the parameter Drizzle gives. */
    private boolean type(Located call) {
        Callee callee = resolver.callee(call);
        if (DrizzleTables.drizzle(callee.module())) return true;
        if (callee.root() instanceof Value.CallResult made)
            return DrizzleTables.drizzle(made.callee().module())
                    && TYPES.contains(made.callee().last());
        if (!(callee.root() instanceof Value.Parameter parameter)) return false;
        SyntaxNode given = parameter.function().node().parent();
        SyntaxNode maker = given == null ? null : given.parent();
        return maker != null
                && maker.is(SyntaxKind.CALL_EXPRESSION)
                && callee.name().indexOf('.') > 0;
    }
}

package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Asks everything of every call; only for the tests that switch it on. */
public final class ProbeExtractor implements FactExtractor {
    static volatile boolean on;

    /** Whether what it says of a module is said again while nothing changes that it depends on. */
    static volatile boolean alone;

    private final SourceExtractor probe = new Probe();

    @Override
    public String id() {
        return "probe";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return on ? probe.factTypes() : Set.of();
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public String family() {
        return SourceExtractor.FAMILY;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        if (on) probe.extract(context, facts);
    }

    private static final class Probe extends SourceExtractor {
        Probe() {
            super("probe", 1, List.of(Probed.class));
        }

        @Override
        protected void extract(Program program, FactSink facts) {
            for (List<Module> modules : List.of(program.modules(), program.tests())) {
                if (alone) facts.alone(modules, module -> look(program, facts, module));
                else facts.each(modules, module -> look(program, facts, module));
            }
        }

        private static void look(Program program, FactSink facts, Module module) {
            Resolver resolver = program.resolver();
            for (String kind : List.of(SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION, SyntaxKind.DECORATOR)) {
                for (Located call : module.all(kind)) {
                    Callee callee = resolver.callee(call);
                    StringBuilder said = new StringBuilder(callee.name() + " of " + callee.module() + " at "
                            + callee.declaration() + ": " + brief(resolver.value(call)));
                    for (Located argument :
                            resolver.arguments(call).items().stream().limit(20).toList()) {
                        Value value = resolver.value(argument);
                        said.append(" | ").append(brief(value)).append(' ').append(resolver.shown(argument));
                        said.append(' ').append(resolver.template(argument));
                        said.append(' ').append(resolver.declaration(argument));
                        if (value instanceof Value.Open open)
                            facts.unresolved("argument", argument, open.reason(), Probed.class);
                    }
                    fact(facts, call, said.toString());
                }
            }
            for (Located function : module.all(SyntaxKind.FUNCTION_DECLARATION))
                fact(
                        facts,
                        function,
                        program.callSites(function).stream().limit(20).toList().toString());
            for (Located declarator : module.all(SyntaxKind.VARIABLE_DECLARATOR)) {
                SyntaxNode name = declarator.node().child("name");
                if (name != null) fact(facts, declarator, brief(resolver.value(declarator.at(name))));
            }
        }

        private static String brief(Value value) {
            Value shown = value;
            if (value instanceof Value.Items items && items.items().size() > 20)
                shown = new Value.Items(items.items().subList(0, 20), items.complete());
            if (value instanceof Value.Struct struct && struct.entries().size() > 20)
                return "Struct of " + struct.entries().size() + " " + struct.complete();
            String text = shown.toString();
            return text.length() > 2000 ? text.substring(0, 2000) : text;
        }

        private static void fact(FactSink facts, Located at, String said) {
            String text = said.length() > 5000 ? said.substring(0, 5000) : said;
            String key = facts.key(at.module().path() + "#" + at.node().kind());
            facts.fact(new Probed(key, facts.owner(), facts.place(at), text));
        }
    }
}

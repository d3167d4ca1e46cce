package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.LogStatement;
import java.util.List;

/**
 * Statements that write log records in TypeScript and JavaScript that ships. Safe for use by many threads.
 *
 * <p>What a statement logs is read from its arguments: keys of objects, names of values, holes of templates. A value
 * that goes through a function counts as wrapped by it, unless the function only changes its form
 * ({@code JSON.stringify}, {@code String}) or what it gave is taken apart again ({@code safeView(x).raw},
 * {@code ...safeView(x)}). A variable counts as wrapped when it holds what a function named like one that masks gave.
 */
public final class LogExtractor extends SourceExtractor {
    /** For {@link java.util.ServiceLoader}. */
    public LogExtractor() {
        super("source-logs", 1, List.of(LogStatement.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        facts.alone(program.modules(), module -> extract(module, program, facts));
    }

    private static void extract(Module module, Program program, FactSink facts) {
        Loggers loggers = new Loggers(module, program.resolver());
        for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
            Loggers.Log log = loggers.of(call);
            if (log == null) continue;
            LoggedValues logged = new LoggedValues(module, program.resolver());
            for (SyntaxNode argument : Syntax.arguments(call)) logged.add(argument);
            String label = Enclosing.label(call);
            facts.fact(new LogStatement(
                    facts.key(module.path() + "#" + label + ":" + log.logger()),
                    facts.owner(),
                    facts.place(module.at(call)),
                    log.logger(),
                    log.level(),
                    logged.fields(),
                    logged.wrappedFields(),
                    logged.wrappedBy(),
                    logged.whole(),
                    Enclosing.function(call),
                    module.kind(),
                    module.path()));
        }
    }
}

package io.github.assaymark.dsl.internal;

import java.util.List;

/** The outermost statements of a file. */
final class TopLevel {
    private final SourceText source;

    TopLevel(SourceText source) {
        this.source = source;
    }

    /** The statements, after every cap. */
    List<Syntax> statements() {
        source.breakItems(Recogniser.check(source, Caps.check(source)));
        return GroovyParser.parse(source);
    }

    /** The only statement, which must begin with that word. */
    Syntax.Call only(String word) {
        List<Syntax> statements = statements();
        if (statements.size() > 1)
            throw source.refuse(
                    statements.get(1).span(), "the file holds one `" + word + "(...) { ... }` and nothing else");
        Syntax statement = statements.get(0);
        if (statement instanceof Syntax.Call call && call.receiver() == null) {
            if (call.name().equals(word)) return call;
            throw source.refuse(call.nameSpan(), "the file must hold a `" + word + "`, not a `" + call.name() + "`");
        }
        throw source.refuse(statement.span(), "the file must hold a `" + word + "(...) { ... }`");
    }
}

package io.github.assaymark.facts.program;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what expressions stand for, through imports, constants and functions. Used by one thread. */
public interface Resolver {
    /**
     * The value of an expression; looks through parentheses, {@code await}, {@code as}, {@code satisfies}, {@code !}
     * and {@code Object.freeze}.
     */
    Value value(Located expression);

    /** The text of an expression that is constant; numbers and truth values are no texts, but may be parts of one. */
    Optional<String> text(Located expression);

    /** What to show of an expression: its text, or the source as written; at most 200 characters, never a secret. */
    String shown(Located expression);

    /** The text of an expression with {@code {}} for every part that is not constant. */
    String template(Located expression);

    /** What a call, {@code new} or decorator calls. */
    Callee callee(Located call);

    /** The arguments of a call, {@code new} or decorator, spread arrays expanded; empty when it has none. */
    Value.Items arguments(Located call);

    /**
     * What declares a name: the declarator, function, class, enum, parameter or catch clause, through imports. Null
     * when it is a global, lies outside of the repository, or is not known.
     */
    @Nullable
    Located declaration(Located name);

    /**
     * The one value a function returns: the body of an arrow function, or the value of its only return. Null when there
     * are several or none.
     */
    @Nullable
    Located returned(Located function);

    /** What a function takes, by place: the nodes of its parameters. */
    List<Located> parameters(Located function);
}

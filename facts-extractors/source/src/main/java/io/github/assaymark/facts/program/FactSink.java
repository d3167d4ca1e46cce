package io.github.assaymark.facts.program;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes the facts about one owner, and what stayed open. Used by one thread. */
public interface FactSink {
    /** The owner the facts belong to; empty for what belongs to no service. */
    String owner();

    /**
     * A fact.
     *
     * @throws IllegalArgumentException when the extractor does not promise facts of this type
     */
    void fact(Fact fact);

    /**
     * Something that was looked for but stays open: an {@code Unresolved} fact, and a gap in the coverage of the fact
     * types.
     *
     * @param lookedFor for example {@code path of a route}
     * @param reason in words
     * @param types that may lack a fact because of it; none for those that lack nothing
     */
    void unresolved(String lookedFor, Located expression, String reason, List<Class<? extends Fact>> types);

    /** The same for one fact type. */
    default void unresolved(String lookedFor, Located expression, String reason, Class<? extends Fact> type) {
        unresolved(lookedFor, expression, reason, List.of(type));
    }

    /** A gap in the coverage of fact types, without a fact. */
    void gap(Located place, String reason, List<Class<? extends Fact>> types);

    /**
     * Works on modules one by one: a module the work fails on is a gap in the coverage of all fact types. It may be
     * part of a work whose results are said again.
     */
    void each(List<Module> modules, Consumer<Module> work);

    /**
     * The same for work that only depends on the module it is given and on what it asks of the program meanwhile: it
     * keeps nothing from one module for the next. What it says of a module is said again, without it being asked, as
     * long as nothing has changed of this. Works do not nest.
     *
     * @return how many facts were said
     */
    default int alone(List<Module> modules, Consumer<Module> work) {
        return alone(modules, module -> "", work);
    }

    /**
     * The same for work that also depends on something else.
     *
     * @param given what that is for a module: immutable, and equal as long as it says the same
     */
    int alone(List<Module> modules, Function<Module, Object> given, Consumer<Module> work);

    /**
     * The same for work that gives something immutable for a module.
     *
     * @return what it gave, in order
     */
    default <T> List<T> gathered(List<Module> modules, Function<Module, T> work) {
        return gathered(modules, module -> "", work);
    }

    /**
     * The same for work that also depends on something else.
     *
     * @param given what that is for a module: immutable, and equal as long as it says the same
     */
    <T> List<T> gathered(List<Module> modules, Function<Module, Object> given, Function<Module, T> work);

    /** Where something stands. */
    Provenance.File place(Located located);

    /** {@code base} the first time, then {@code base#2}, {@code base#3} and so on. */
    String key(String base);

    /** The same, apart from the keys of others. */
    String key(String base, String among);
}

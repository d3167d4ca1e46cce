package io.github.assaymark.dsl;

import io.github.assaymark.dsl.internal.PackCompiler;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Pack;
import java.util.Map;

/**
 * Compiles checklist text against fact types of one's own choice, without any cache: for tests, linters and programs
 * that bring their own facts. Whoever only wants a shipped pack calls {@link Pack#load(String)}. Safe for use by many
 * threads.
 */
public final class ChecklistCompiler {
    private final PackCompiler compiler;

    private ChecklistCompiler(FactCatalogue catalogue) {
        this.compiler = new PackCompiler(catalogue);
    }

    /** A compiler that knows these fact types. */
    public static ChecklistCompiler with(FactCatalogue catalogue) {
        return new ChecklistCompiler(catalogue);
    }

    /** A compiler that knows the fact types of this library. */
    public static ChecklistCompiler standard() {
        return with(FactCatalogue.standard());
    }

    /**
     * The pack of these texts.
     *
     * @param texts by name: either {@code pack.groovy}, {@code <checklist>/checklist.groovy} and
     *     {@code <checklist>/<section>.groovy}, or one single text of any name that holds one checklist with its
     *     sections; besides, {@code checks/<name>.groovy}. Checks that are not among them are looked for on the class
     *     path
     * @throws io.github.assaymark.model.rule.PackException when the texts have errors: the first error of every item,
     *     in the order of their places
     */
    public Pack compile(Map<String, String> texts) {
        return compiler.compile(texts);
    }

    /**
     * The pack of a single text that holds one checklist with its sections.
     *
     * @param name how messages and places call the text
     * @throws io.github.assaymark.model.rule.PackException when the text has errors
     */
    public Pack compile(String name, String text) {
        return compile(Map.of(name, text));
    }
}

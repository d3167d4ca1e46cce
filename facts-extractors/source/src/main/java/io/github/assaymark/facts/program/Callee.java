package io.github.assaymark.facts.program;

import org.jspecify.annotations.Nullable;

/**
 * What a call, {@code new} or decorator calls.
 *
 * @param name dotted, as written but with aliases undone: {@code fetch}, {@code stripe.charges.create},
 *     {@code this.mailer.send}. A call within the chain shows as {@code ()}, as in {@code db.select().from}. Empty when
 *     it is no chain of names
 * @param module package as imported, or repository path, that declares what the first part of the name stands for; null
 *     for globals and what the calling module itself declares
 * @param root what the first part of the name stands for
 * @param declaration the function, method or class that is called, when it is in the repository and known for certain;
 *     null otherwise
 */
public record Callee(
        String name,
        @Nullable String module,
        Value root,
        @Nullable Located declaration) {

    /** The last part of the name. */
    public String last() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The first part of the name. */
    public String first() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether the chain of names holds no other call. */
    public boolean plain() {
        return !name.isEmpty() && name.indexOf('(') < 0;
    }
}

package io.github.assaymark.core.link;

import io.github.assaymark.model.Fact;
import org.jspecify.annotations.Nullable;

/** An expression made executable. Immutable and safe for use by many threads. */
@FunctionalInterface
public interface Fn {

    /**
     * The value; null when it is absent. Arguments the expression does not read may be null.
     *
     * @throws RuntimeException when the value cannot be computed: the item is then ERROR. Only expressions for which
     *     {@link Reads#canFail} holds do so
     */
    @Nullable
    Object get(@Nullable Fact own, @Nullable Fact outer, @Nullable Fact subject, Environment env);

    /** Whether the value is true; an absent one is not. */
    default boolean test(@Nullable Fact own, @Nullable Fact outer, @Nullable Fact subject, Environment env) {
        return Boolean.TRUE.equals(get(own, outer, subject, env));
    }
}

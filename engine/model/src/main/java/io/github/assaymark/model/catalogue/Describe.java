package io.github.assaymark.model.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a fact type or one of its properties means, in one sentence without a final period. Feeds the generated
 * reference and {@code assay facts}; a property without it stays out of the language.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Describe {
    /** The sentence. */
    String value();
}

package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through annotations that the repository puts together from others. */
final class MetaAnnotations {
    private static final int MAX_DEPTH = 4;

    private final JavaIndex index;

    MetaAnnotations(JavaIndex index) {
        this.index = index;
    }

    /**
     * An annotation, given directly or through one of the repository.
     *
     * @param used what is written at the type or method
     * @param unit where {@code annotation} is written
     */
    record Found(
            JavaAnnotation used,
            JavaAnnotation annotation,
            JavaUnit unit,
            @Nullable JavaType within) {
        /** The value of an attribute: the one written at the use goes first. */
        @Nullable
        JavaValue value(String... attributes) {
            JavaValue own = used.value(attributes);
            return own == null ? annotation.value(attributes) : own;
        }
    }

    /** All annotations of a list, nearest first. */
    List<Found> all(List<JavaAnnotation> annotations, JavaUnit unit, @Nullable JavaType within) {
        List<Found> found = new ArrayList<>();
        for (JavaAnnotation each : annotations) add(each, each, unit, within, found, 0);
        return found;
    }

    /** The first of these names. */
    @Nullable
    Found named(List<JavaAnnotation> annotations, JavaUnit unit, @Nullable JavaType within, String... names) {
        for (Found each : all(annotations, unit, within)) {
            for (String name : names) if (each.annotation().name().equals(name)) return each;
        }
        return null;
    }

    private void add(
            JavaAnnotation used,
            JavaAnnotation annotation,
            JavaUnit unit,
            @Nullable JavaType within,
            List<Found> found,
            int depth) {
        found.add(new Found(used, annotation, unit, within));
        if (depth >= MAX_DEPTH) return;
        JavaIndex.Declared declared = index.type(unit, within, annotation.name());
        if (declared == null || declared.type().sort() != JavaType.Sort.ANNOTATION) return;
        for (JavaAnnotation meta : declared.type().annotations())
            add(used, meta, declared.unit(), declared.type(), found, depth + 1);
    }
}

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
     * @param through the annotation of the repository that {@code annotation} stands at; null when it is given directly
     */
    record Found(
            JavaAnnotation used,
            JavaAnnotation annotation,
            JavaUnit unit,
            @Nullable JavaType within,
            @Nullable JavaType through) {

        /**
         * The value of an attribute: what an attribute of the annotation in use stands for goes before what its type
         * gives. A value without text when it is not known which of them counts.
         */
        @Nullable
        JavaValue value(String... attributes) {
            JavaType type = through;
            if (type == null) return annotation.value(attributes);
            JavaValue own = annotation.value(attributes);
            boolean near = type.simpleName().equals(used.name());
            for (JavaField attribute : type.fields()) {
                JavaAnnotation alias = JavaAnnotation.named(attribute.annotations(), "AliasFor");
                JavaValue given = used.values().get(attribute.name());
                if (alias == null) {
                    // frameworks differ on attributes that only share their names
                    boolean named = List.of(attributes).contains(attribute.name())
                            && !attribute.name().equals("value");
                    if (near && named && given != null) return open(given);
                    continue;
                }
                if (!stands(alias, attribute.name(), attributes)) continue;
                if (!near) return used.values().isEmpty() ? own : open(alias(used));
                JavaValue value = given == null ? attribute.constant() : given;
                if (value != null
                        && !value.source().equals("{}")
                        && !value.source().equals("\"\"")) return value;
            }
            if (!near && !used.values().isEmpty()) return open(alias(used));
            return own;
        }

        private boolean stands(JavaAnnotation alias, String name, String... attributes) {
            String of = alias.source("annotation");
            if (of == null || !of.replace(".class", "").endsWith(annotation.name())) return false;
            JavaValue to = alias.value("attribute", "value");
            String written = to instanceof JavaValue.Text text ? text.literal() : null;
            return List.of(attributes).contains(to == null ? name : String.valueOf(written));
        }

        private static JavaValue alias(JavaAnnotation used) {
            return used.values().values().iterator().next();
        }

        private static JavaValue open(JavaValue value) {
            return new JavaValue.Text(List.of(new JavaValue.Open()), value.source());
        }
    }

    /** All annotations of a list, nearest first. */
    List<Found> all(List<JavaAnnotation> annotations, JavaUnit unit, @Nullable JavaType within) {
        List<Found> found = new ArrayList<>();
        for (JavaAnnotation each : annotations) add(new Found(each, each, unit, within, null), found, 0);
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

    private void add(Found each, List<Found> found, int depth) {
        found.add(each);
        if (depth >= MAX_DEPTH) return;
        JavaIndex.Declared declared =
                index.type(each.unit(), each.within(), each.annotation().name());
        if (declared == null || declared.type().sort() != JavaType.Sort.ANNOTATION) return;
        for (JavaAnnotation meta : declared.type().annotations())
            add(new Found(each.used(), meta, declared.unit(), declared.type(), declared.type()), found, depth + 1);
    }
}

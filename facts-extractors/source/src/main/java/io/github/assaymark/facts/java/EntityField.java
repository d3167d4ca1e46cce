package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entity stores: a field, or the property of a getter. */
record EntityField(String name, String type, List<JavaAnnotation> annotations, JavaSpan span) {
    private static final Set<String> ON_GETTERS = Set.of("Id", "EmbeddedId");
    private static final Set<String> PRIMITIVES =
            Set.of("int", "long", "short", "byte", "char", "boolean", "double", "float");

    static List<EntityField> of(JavaType type) {
        boolean getters = type.methods().stream()
                .anyMatch(m -> m.annotations().stream().anyMatch(a -> ON_GETTERS.contains(a.name())));
        List<EntityField> fields = new ArrayList<>();
        if (getters) {
            for (JavaMethod method : type.methods()) {
                String property = LogReader.property(method.name());
                boolean getter = !property.equals(method.name())
                        && method.parameters().isEmpty()
                        && !method.isStatic()
                        && !method.constructor();
                if (getter && !method.type().equals("void"))
                    fields.add(new EntityField(property, method.type(), method.annotations(), method.span()));
            }
        } else {
            for (JavaField field : type.fields()) {
                if (!field.isStatic() && !field.isTransient())
                    fields.add(new EntityField(field.name(), field.type(), field.annotations(), field.span()));
            }
        }
        fields.removeIf(field -> field.has("Transient"));
        return fields;
    }

    boolean has(String... names) {
        return JavaAnnotation.has(annotations, names);
    }

    @Nullable
    JavaAnnotation annotation(String... names) {
        return JavaAnnotation.named(annotations, names);
    }

    /** Whether it may never be null. */
    boolean required() {
        if (PRIMITIVES.contains(type) || has("Id", "EmbeddedId", "NotNull", "NotBlank", "NotEmpty")) return true;
        JavaAnnotation relation = annotation("ManyToOne", "OneToOne");
        if (relation != null && relation.says("optional", false)) return true;
        JavaAnnotation column = annotation("Column", "JoinColumn");
        if (column == null) return false;
        String definition = column.source("columnDefinition");
        return column.says("nullable", false)
                || (definition != null && definition.toUpperCase(Locale.ROOT).contains("NOT NULL"));
    }

    /** Type of the elements of a collection, else the type itself. */
    String target() {
        int open = type.indexOf('<');
        if (open < 0) return type;
        String arguments = type.substring(open + 1, Math.max(open + 1, type.lastIndexOf('>')));
        return arguments.substring(arguments.lastIndexOf(',') + 1).strip();
    }
}

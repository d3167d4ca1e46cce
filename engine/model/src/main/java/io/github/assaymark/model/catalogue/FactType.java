package io.github.assaymark.model.catalogue;

import io.github.assaymark.model.Fact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known about one fact type. */
public final class FactType {
    private final Class<? extends Fact> javaType;
    private final String description;
    private final Map<String, Property> properties;
    private final List<Property> ordered;

    FactType(Class<? extends Fact> javaType, String description, Map<String, Property> properties) {
        this.javaType = javaType;
        this.description = description;
        this.properties = properties;
        this.ordered = List.copyOf(properties.values());
    }

    /** The record's simple name: how checklists name the type. */
    public String name() {
        return javaType.getSimpleName();
    }

    public Class<? extends Fact> javaType() {
        return javaType;
    }

    /** One sentence without a final period. */
    public String description() {
        return description;
    }

    /** In the order of the record's components. */
    public List<Property> properties() {
        return ordered;
    }

    /** The property of that name; null when there is none. */
    public @Nullable Property property(String name) {
        return properties.get(name);
    }

    @Override
    public String toString() {
        return name();
    }
}

package io.github.assaymark.facts.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type that a migration made.
 *
 * @param labels of an enum
 * @param base of a domain; null otherwise
 * @param checks of a domain: name and expression
 */
record UserType(
        int id,
        String schema,
        String name,
        Origin origin,
        Kind kind,
        List<String> labels,
        @Nullable String base,
        boolean notNull,
        List<Check> checks) {
    enum Kind {
        ENUM,
        DOMAIN,
        OTHER
    }

    record Check(String name, String expression, boolean validated) {}

    UserType {
        labels = List.copyOf(labels);
        checks = List.copyOf(checks);
    }

    String key() {
        return schema.equals(Relation.PUBLIC) ? name : schema + "." + name;
    }

    boolean constrained() {
        return notNull || !checks.isEmpty();
    }

    UserType named(String newSchema, String newName) {
        return new UserType(id, newSchema, newName, origin, kind, labels, base, notNull, checks);
    }

    UserType labelled(List<String> newLabels) {
        return new UserType(id, schema, name, origin, kind, newLabels, base, notNull, checks);
    }

    UserType constrained(boolean newNotNull, List<Check> newChecks) {
        return new UserType(id, schema, name, origin, kind, labels, base, newNotNull, newChecks);
    }
}

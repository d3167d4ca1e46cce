package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names that TypeORM gives to tables and columns without one. */
final class EntityNaming {
    private enum Strategy {
        USUAL,
        SNAKE,
        OWN
    }

    private final Strategy strategy;

    EntityNaming(Program program) {
        Strategy found = Strategy.USUAL;
        for (Module module : program.modules()) {
            for (SyntaxNode pair : module.nodes(SyntaxKind.PAIR)) {
                SyntaxNode key = pair.child("key");
                SyntaxNode value = pair.child("value");
                if (key == null || value == null || !key.text().equals("namingStrategy")) continue;
                found = value.text().contains("SnakeNamingStrategy") ? Strategy.SNAKE : Strategy.OWN;
            }
        }
        this.strategy = found;
    }

    /** Name of the table of a class; null when a strategy of the service makes it. */
    @Nullable
    String table(String className) {
        return strategy == Strategy.OWN ? null : snake(className);
    }

    /** Name of the column of a property; null when a strategy of the service makes it. */
    @Nullable
    String column(String property) {
        return switch (strategy) {
            case OWN -> null;
            case SNAKE -> snake(property);
            case USUAL -> property;
        };
    }

    /** Name of the column that refers to another; null when a strategy of the service makes it. */
    @Nullable
    String join(String property, String referenced) {
        return switch (strategy) {
            case OWN -> null;
            case SNAKE -> snake(property + "_" + referenced);
            case USUAL -> camel(property + "_" + referenced);
        };
    }

    static String snake(String name) {
        return name.replaceAll("([A-Z])([A-Z])([a-z])", "$1_$2$3")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean hump = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') hump = !camel.isEmpty();
            else {
                camel.append(hump ? Character.toUpperCase(c) : c);
                hump = false;
            }
        }
        return camel.toString();
    }
}

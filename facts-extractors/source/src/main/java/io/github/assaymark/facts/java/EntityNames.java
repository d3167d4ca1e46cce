package io.github.assaymark.facts.java;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of tables and columns as Hibernate makes them, with and without Spring Boot. */
final class EntityNames {
    private final boolean spring;
    private final boolean open;

    EntityNames(List<JavaUnit> units) {
        boolean boot = false;
        boolean own = false;
        for (JavaUnit unit : units) {
            boot |= unit.imports("org.springframework.boot") || unit.imports("org.springframework.data.jpa");
            for (JavaType type : unit.types()) {
                for (String parent : JavaIndex.parents(type)) own |= parent.contains("NamingStrategy");
            }
        }
        this.spring = boot;
        this.open = own;
    }

    /** The name in the database for a name in the code; null when a strategy of the service makes it. */
    @Nullable
    String of(String name) {
        return open ? null : written(name);
    }

    /** The name in the database for a name that is written out. */
    String written(String name) {
        String plain = name.replace("`", "").replace("\"", "");
        if (!spring || !plain.equals(name)) return plain;
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean hump = i > 0
                    && i < plain.length() - 1
                    && Character.isUpperCase(c)
                    && Character.isLowerCase(plain.charAt(i - 1))
                    && Character.isLowerCase(plain.charAt(i + 1));
            if (hump) snake.append('_');
            snake.append(c == '.' ? '_' : c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }
}

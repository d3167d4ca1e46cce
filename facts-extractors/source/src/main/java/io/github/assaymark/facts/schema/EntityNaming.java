package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names that TypeORM gives to tables and columns without one. */
final class EntityNaming {
    private enum Strategy {
        USUAL,
        SNAKE,
        OWN
    }

    /** Where a module speaks of names. */
    private static final Function<Module, List<SyntaxNode>> SPOKEN = EntityNaming::spoken;

    private static final Function<Module, Boolean> SHORT = EntityNaming::isShort;

    private static final Question<String, EntityNaming> NAMING = (program, all) -> read(program);

    private final Strategy strategy;
    private final @Nullable String prefix;

    private EntityNaming(Strategy strategy, @Nullable String prefix) {
        this.strategy = strategy;
        this.prefix = prefix;
    }

    /** How the owner of a program names. */
    static EntityNaming of(Program program) {
        return program.answer(NAMING, "");
    }

    private static EntityNaming read(Program program) {
        Strategy found = null;
        String before = "";
        for (Module module : program.modules()) {
            for (SyntaxNode pair : module.once(SPOKEN)) {
                SyntaxNode key = pair.child("key");
                SyntaxNode value = pair.child("value");
                if (key == null || value == null) continue;
                if (key.text().equals("namingStrategy")) {
                    Strategy one = strategy(program.resolver(), module.at(value));
                    found = found == null || found == one ? one : Strategy.OWN;
                } else if (key.text().equals("entityPrefix")) {
                    String text = program.resolver().text(module.at(value)).orElse(null);
                    before = before == null || (!before.isEmpty() && !before.equals(text)) ? null : text;
                }
            }
            if (module.once(SHORT)) found = Strategy.OWN;
        }
        return new EntityNaming(found == null ? Strategy.USUAL : found, before);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityNaming naming
                && strategy == naming.strategy
                && Objects.equals(prefix, naming.prefix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(strategy, prefix);
    }

    private static List<SyntaxNode> spoken(Module module) {
        List<SyntaxNode> spoken = new ArrayList<>();
        for (SyntaxNode pair : module.nodes(SyntaxKind.PAIR)) {
            SyntaxNode key = pair.child("key");
            if (key != null
                    && (key.text().equals("namingStrategy") || key.text().equals("entityPrefix"))) spoken.add(pair);
        }
        return List.copyOf(spoken);
    }

    private static Boolean isShort(Module module) {
        return module.nodes(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER).stream()
                .anyMatch(shorthand -> shorthand.text().equals("namingStrategy"));
    }

    /** A class of the repository may be called like that of a package, and name things differently. */
    private static Strategy strategy(Resolver resolver, Located value) {
        if (!(resolver.value(value) instanceof Value.CallResult made)) return Strategy.OWN;
        String module = made.callee().module();
        if ("typeorm-naming-strategies".equals(module) && made.callee().last().equals("SnakeNamingStrategy"))
            return Strategy.SNAKE;
        return "typeorm".equals(module) && made.callee().last().equals("DefaultNamingStrategy")
                ? Strategy.USUAL
                : Strategy.OWN;
    }

    /** Name of the table of a class; null when a strategy of the service makes it. */
    @Nullable
    String table(String className) {
        return strategy == Strategy.OWN ? null : prefixed(snake(className));
    }

    /** Name of a table that is written; null when it is not known what is put in front of it. */
    @Nullable
    String prefixed(String written) {
        return prefix == null ? null : prefix + written;
    }

    /** The name of a table as it is without what is put in front of all. */
    String bare(String table) {
        String before = Objects.requireNonNullElse(prefix, "");
        return table.startsWith(before) ? table.substring(before.length()) : table;
    }

    /**
     * Name of the column of a property; null when a strategy of the service makes it.
     *
     * @param embedded what stands for the properties it is embedded in, outermost first
     * @param written the name that is written; null for none
     */
    @Nullable
    String column(List<String> embedded, String property, @Nullable String written) {
        if (embedded.isEmpty() && written != null) return written;
        return switch (strategy) {
            case OWN -> null;
            case SNAKE ->
                (embedded.isEmpty() ? "" : snake(String.join("_", embedded) + "_"))
                        + (written == null ? snake(property) : written);
            case USUAL ->
                embedded.isEmpty()
                        ? property
                        : camel(String.join("_", embedded)) + title(written == null ? property : written);
        };
    }

    /** Name of the column that refers to another; null when a strategy of the service makes it. */
    @Nullable
    String join(String property, String referenced) {
        return own(property + "_" + referenced);
    }

    /** Name of the table between two others; null when a strategy of the service makes it. */
    @Nullable
    String between(String table, String property, String other) {
        return strategy == Strategy.OWN ? null : snake(table + "_" + property + "_" + other);
    }

    /** Name of a column of such a table; null when a strategy of the service makes it. */
    @Nullable
    String end(String table, String column) {
        return own(table + "_" + column);
    }

    private @Nullable String own(String joined) {
        return switch (strategy) {
            case OWN -> null;
            case SNAKE -> snake(joined);
            case USUAL -> camel(joined);
        };
    }

    static String snake(String name) {
        return name.replaceAll("([A-Z])([A-Z])([a-z])", "$1_$2$3")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** All but the first letter in lower case, as TypeORM does. */
    private static String title(String name) {
        return name.isEmpty()
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean hump = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i == 0 && c != '_') camel.append(Character.toLowerCase(c));
            else if (c == '_' || c == '-' || Character.isWhitespace(c)) hump = true;
            else {
                camel.append(hump ? Character.toUpperCase(c) : c);
                hump = false;
            }
        }
        return camel.toString();
    }
}

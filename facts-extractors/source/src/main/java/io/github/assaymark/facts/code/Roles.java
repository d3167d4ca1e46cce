package io.github.assaymark.facts.code;

import io.github.assaymark.model.fact.ClassRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the role of a class. The first that applies: what it extends ({@code …Error}, {@code …Exception}) or implements
 * ({@code CanActivate}); its decorator ({@code @Controller}, {@code @Entity}, {@code @Module}); the end of its name;
 * the last part of the file name before the extension ({@code order.service.ts}); the directory; {@code @Injectable}
 * alone makes a service.
 */
final class Roles {
    private record Suffix(String end, ClassRole role) {}

    private static final List<Suffix> SUFFIXES = List.of(
            new Suffix("Controller", ClassRole.CONTROLLER),
            new Suffix("Resolver", ClassRole.CONTROLLER),
            new Suffix("Repository", ClassRole.REPOSITORY),
            new Suffix("Repo", ClassRole.REPOSITORY),
            new Suffix("Dao", ClassRole.REPOSITORY),
            new Suffix("Service", ClassRole.SERVICE),
            new Suffix("UseCase", ClassRole.SERVICE),
            new Suffix("Client", ClassRole.CLIENT),
            new Suffix("Gateway", ClassRole.CLIENT),
            new Suffix("Entity", ClassRole.ENTITY),
            new Suffix("Module", ClassRole.MODULE),
            new Suffix("Guard", ClassRole.GUARD),
            new Suffix("Error", ClassRole.ERROR),
            new Suffix("Exception", ClassRole.ERROR));

    private static final Map<String, ClassRole> DECORATORS = Map.of(
            "Controller", ClassRole.CONTROLLER,
            "Resolver", ClassRole.CONTROLLER,
            "WebSocketGateway", ClassRole.CONTROLLER,
            "Entity", ClassRole.ENTITY,
            "ChildEntity", ClassRole.ENTITY,
            "ViewEntity", ClassRole.ENTITY,
            "Schema", ClassRole.ENTITY,
            "Module", ClassRole.MODULE,
            "EntityRepository", ClassRole.REPOSITORY);

    private static final Map<String, ClassRole> WORDS = Map.ofEntries(
            Map.entry("controller", ClassRole.CONTROLLER),
            Map.entry("controllers", ClassRole.CONTROLLER),
            Map.entry("repository", ClassRole.REPOSITORY),
            Map.entry("repositories", ClassRole.REPOSITORY),
            Map.entry("service", ClassRole.SERVICE),
            Map.entry("client", ClassRole.CLIENT),
            Map.entry("clients", ClassRole.CLIENT),
            Map.entry("entity", ClassRole.ENTITY),
            Map.entry("entities", ClassRole.ENTITY),
            Map.entry("module", ClassRole.MODULE),
            Map.entry("guard", ClassRole.GUARD),
            Map.entry("guards", ClassRole.GUARD),
            Map.entry("errors", ClassRole.ERROR),
            Map.entry("exceptions", ClassRole.ERROR));

    private Roles() {}

    static ClassRole of(
            String name, String path, @Nullable String superclass, List<String> interfaces, List<String> decorators) {
        if (superclass != null && (superclass.endsWith("Error") || superclass.endsWith("Exception")))
            return ClassRole.ERROR;
        if (interfaces.contains("CanActivate")) return ClassRole.GUARD;
        for (String decorator : decorators) {
            ClassRole role = DECORATORS.get(decorator);
            if (role != null) return role;
        }
        for (Suffix suffix : SUFFIXES) if (name.endsWith(suffix.end())) return suffix.role();
        ClassRole byFile = byFile(path);
        if (byFile != null) return byFile;
        return decorators.contains("Injectable") || decorators.contains("injectable")
                ? ClassRole.SERVICE
                : ClassRole.OTHER;
    }

    private static @Nullable ClassRole byFile(String path) {
        String[] parts = path.toLowerCase(Locale.ROOT).split("/", -1);
        String[] file = parts[parts.length - 1].split("\\.", -1);
        if (file.length > 2) {
            ClassRole role = WORDS.get(file[file.length - 2]);
            if (role != null) return role;
        }
        if (parts.length < 2) return null;
        String directory = parts[parts.length - 2];
        // Repositories keep their services in a directory of that name, too: only the one in the sources counts.
        if (directory.equals("services") && path.contains("/src/")) return ClassRole.SERVICE;
        return directory.endsWith("s") ? WORDS.get(directory) : null;
    }

    /** The name without the suffix of its role; null when it has none. */
    static @Nullable String aggregate(String name, ClassRole role) {
        for (Suffix suffix : SUFFIXES) {
            if (suffix.role() != role || !name.endsWith(suffix.end())) continue;
            String rest = name.substring(0, name.length() - suffix.end().length());
            return rest.isEmpty() ? null : rest;
        }
        return null;
    }
}

package io.github.assaymark.facts.java;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.ClassDecl;
import io.github.assaymark.model.fact.ClassRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands over the classes of one file. */
final class ClassFacts {
    private static final Map<String, ClassRole> ANNOTATIONS = Map.ofEntries(
            Map.entry("RestController", ClassRole.CONTROLLER),
            Map.entry("Controller", ClassRole.CONTROLLER),
            Map.entry("Path", ClassRole.CONTROLLER),
            Map.entry("Service", ClassRole.SERVICE),
            Map.entry("Repository", ClassRole.REPOSITORY),
            Map.entry("FeignClient", ClassRole.CLIENT),
            Map.entry("RegisterRestClient", ClassRole.CLIENT),
            Map.entry("Entity", ClassRole.ENTITY),
            Map.entry("MappedSuperclass", ClassRole.ENTITY),
            Map.entry("Document", ClassRole.ENTITY),
            Map.entry("Configuration", ClassRole.MODULE),
            Map.entry("SpringBootApplication", ClassRole.MODULE));

    private record Suffix(String end, ClassRole role) {}

    private static final List<Suffix> SUFFIXES = List.of(
            new Suffix("Controller", ClassRole.CONTROLLER),
            new Suffix("Resource", ClassRole.CONTROLLER),
            new Suffix("Repository", ClassRole.REPOSITORY),
            new Suffix("Dao", ClassRole.REPOSITORY),
            new Suffix("DAO", ClassRole.REPOSITORY),
            new Suffix("Service", ClassRole.SERVICE),
            new Suffix("UseCase", ClassRole.SERVICE),
            new Suffix("Client", ClassRole.CLIENT),
            new Suffix("Gateway", ClassRole.CLIENT),
            new Suffix("Entity", ClassRole.ENTITY),
            new Suffix("Module", ClassRole.MODULE),
            new Suffix("Exception", ClassRole.ERROR),
            new Suffix("Error", ClassRole.ERROR));

    private ClassFacts() {}

    static void emit(JavaFacts facts, JavaUnit unit) {
        for (JavaType type : unit.types()) {
            if (type.sort() != JavaType.Sort.ANNOTATION) facts.fact(fact(facts, unit, type));
        }
    }

    private static Fact fact(JavaFacts facts, JavaUnit unit, JavaType type) {
        ClassRole role = role(type);
        return new ClassDecl(
                facts.key(ClassDecl.class, unit.path() + "#" + type.name()),
                facts.owner(),
                facts.place(unit, type.span()),
                type.simpleName(),
                role,
                aggregate(type.simpleName(), role),
                type.superclass(),
                type.interfaces(),
                type.annotations().stream().map(JavaAnnotation::name).toList(),
                type.methods().stream()
                        .filter(m -> !m.constructor() && !m.name().isEmpty())
                        .map(JavaMethod::name)
                        .distinct()
                        .toList(),
                injected(type),
                type.isPublic(),
                unit.kind(),
                unit.path());
    }

    private static ClassRole role(JavaType type) {
        String parent = type.superclass();
        if (parent != null && (parent.endsWith("Exception") || parent.endsWith("Error") || parent.equals("Throwable")))
            return ClassRole.ERROR;
        if (type.interfaces().contains("AuthorizationManager")
                || type.interfaces().contains("PermissionEvaluator")) return ClassRole.GUARD;
        for (JavaAnnotation annotation : type.annotations()) {
            ClassRole role = ANNOTATIONS.get(annotation.name());
            if (role != null) return role;
        }
        for (String each : JavaIndex.parents(type)) if (each.endsWith("Repository")) return ClassRole.REPOSITORY;
        for (Suffix suffix : SUFFIXES) if (type.simpleName().endsWith(suffix.end())) return suffix.role();
        return ClassRole.OTHER;
    }

    private static @Nullable String aggregate(String name, ClassRole role) {
        for (Suffix suffix : SUFFIXES) {
            if (suffix.role() != role || !name.endsWith(suffix.end())) continue;
            String rest = name.substring(0, name.length() - suffix.end().length());
            return rest.isEmpty() ? null : rest;
        }
        return null;
    }

    private static List<String> injected(JavaType type) {
        List<JavaMethod> constructors =
                type.methods().stream().filter(JavaMethod::constructor).toList();
        JavaMethod chosen = constructors.stream()
                .filter(c -> JavaAnnotation.has(c.annotations(), "Autowired", "Inject"))
                .findFirst()
                .orElse(constructors.stream()
                        .max(Comparator.comparingInt(c -> c.parameters().size()))
                        .orElse(null));
        List<String> types = new ArrayList<>();
        if (chosen != null) chosen.parameters().forEach(p -> types.add(p.type()));
        else if (JavaAnnotation.has(type.annotations(), "RequiredArgsConstructor", "AllArgsConstructor"))
            type.fields().stream()
                    .filter(f -> !f.isStatic() && f.isFinal() && !f.initialised())
                    .forEach(f -> types.add(f.type()));
        return types;
    }
}

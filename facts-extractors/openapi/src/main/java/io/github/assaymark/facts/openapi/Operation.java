package io.github.assaymark.facts.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An operation where it is written.
 *
 * @param direct whether its path item is written in the description itself
 */
record Operation(String method, String path, Located at, Located pathItem, Located root, boolean direct) {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    String name() {
        return method + " " + path;
    }

    boolean mutation() {
        return !READING.contains(method);
    }

    /**
     * The operations of a description, in the order they are written.
     *
     * @param unfollowed told of path items whose reference cannot be followed
     */
    static List<Operation> of(Located root, References references, Consumer<Located> unfollowed) {
        List<Operation> operations = new ArrayList<>();
        Located paths = root.get("paths");
        if (paths == null) return operations;
        paths.entries().forEach((path, written) -> {
            if (!path.startsWith("/")) return;
            Located item = written;
            boolean direct = References.reference(written.node()) == null;
            if (!direct) {
                // what is written beside the reference counts as well
                add(operations, path, written, root, true);
                if (!(references.follow(written) instanceof References.Followed.To to)) {
                    unfollowed.accept(written);
                    return;
                }
                item = to.target();
            }
            add(operations, path, item, root, direct);
        });
        return operations;
    }

    private static void add(List<Operation> operations, String path, Located item, Located root, boolean direct) {
        item.entries().forEach((key, value) -> {
            if (METHODS.contains(key) && value.node().isMap()) {
                operations.add(new Operation(key.toUpperCase(Locale.ROOT), path, value, item, root, direct));
            }
        });
    }

    /** Its security requirements, or those of the description. */
    private @Nullable Located security() {
        Located own = at.get("security");
        return own == null ? root.get("security") : own;
    }

    /** Whether no request gets through without credentials. */
    boolean secured() {
        Located security = security();
        if (security == null || security.node().items().isEmpty()) return false;
        return security.node().items().stream()
                .allMatch(r -> r.isMap() && !r.entries().isEmpty());
    }

    List<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>();
        Located security = security();
        if (security == null) return List.of();
        for (Located requirement : security.items()) {
            for (Located scheme : requirement.entries().values()) {
                scheme.node().items().stream().filter(s -> s.isScalar()).forEach(s -> scopes.add(s.text()));
            }
        }
        return List.copyOf(scopes);
    }

    /** Its x- extensions, then those of the path item and the description that it does not have itself. */
    Map<String, Extension> extensions() {
        Map<String, Extension> extensions = new LinkedHashMap<>();
        extensions(at, false, extensions);
        extensions(pathItem, true, extensions);
        extensions(root, true, extensions);
        return extensions;
    }

    private static void extensions(Located level, boolean inherited, Map<String, Extension> extensions) {
        level.entries().forEach((key, value) -> {
            if (key.startsWith("x-")) extensions.putIfAbsent(key, new Extension(value, inherited));
        });
    }

    /** An extension; inherited when it stands on the path item or the description. */
    record Extension(Located value, boolean inherited) {}
}

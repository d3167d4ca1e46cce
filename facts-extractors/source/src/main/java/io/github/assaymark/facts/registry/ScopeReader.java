package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.ScopeDef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scopes that a package declares: objects, arrays and enums named {@code scopes}, in whatever way they are
 * written, and lists of those that give access to health data or need an agreement.
 */
final class ScopeReader {
    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:*/-]*");
    private static final Set<String> WORDS = Set.of("scope", "scopes");
    private static final Set<String> FILLING = Set.of(
            "scope",
            "scopes",
            "all",
            "platform",
            "registry",
            "registries",
            "definition",
            "definitions",
            "def",
            "defs",
            "catalog",
            "catalogue",
            "list",
            "name",
            "names",
            "map",
            "constants",
            "oauth",
            "api",
            "auth",
            "permission",
            "permissions",
            "known",
            "supported",
            "table",
            "by",
            "id",
            "ids",
            "index",
            "enum",
            "type",
            "types",
            "data");
    private static final Set<String> USES = Set.of(
            "required",
            "requires",
            "require",
            "route",
            "routes",
            "role",
            "roles",
            "grant",
            "granted",
            "grants",
            "client",
            "clients",
            "requested",
            "user",
            "users",
            "test",
            "mock",
            "default",
            "allowed",
            "public",
            "consent",
            "description",
            "descriptions",
            "text",
            "texts",
            "partner",
            "missing",
            "legacy",
            "removed");
    private static final Set<String> PROPERTIES = Set.of(
            "description",
            "phi",
            "baa",
            "title",
            "label",
            "scope",
            "id",
            "name",
            "value",
            "key",
            "sensitivity",
            "classification",
            "category",
            "group",
            "resource",
            "tags",
            "summary",
            "requiresbaa",
            "baarequired",
            "isphi",
            "since",
            "deprecated",
            "owner");

    private final Resolver resolver;
    private final @Nullable FactSink facts;
    private final List<Seen> seen = new ArrayList<>();
    private final Set<String> phi = new HashSet<>();
    private final Set<String> baa = new HashSet<>();
    private boolean phiListed;
    private boolean whole = true;

    /** A scope as one place speaks of it. */
    record Seen(
            String scope,
            Entry entry,
            @Nullable String constant,
            @Nullable String description) {}

    /**
     * What a module says of scopes.
     *
     * @param phi scopes listed as giving access to health data
     * @param baa scopes listed as needing an agreement
     * @param phiListed whether there is a list of those that give access to health data
     * @param whole whether there are no more
     */
    record Read(List<Seen> seen, Set<String> phi, Set<String> baa, boolean phiListed, boolean whole) {}

    /** Of one module; {@code facts} takes what stays open; null when nobody is told. */
    ScopeReader(Resolver resolver, @Nullable FactSink facts) {
        this.resolver = resolver;
        this.facts = facts;
    }

    Read read(Module module, List<Constant> constants) {
        boolean home = home(module.path());
        for (Constant constant : constants) {
            List<String> words = Words.of(constant.name());
            boolean named = words.stream().anyMatch(WORDS::contains);
            if (named && words.contains("phi")) phiListed |= listed(constant, phi);
            else if (named && words.contains("baa")) listed(constant, baa);
            else if (registry(words, named, home, constant.exported())) all(constant);
        }
        return new Read(List.copyOf(seen), Set.copyOf(phi), Set.copyOf(baa), phiListed, whole);
    }

    private static boolean home(String path) {
        if (Words.any(Words.stem(path), WORDS)) return true;
        List<String> directories = Words.directories(path);
        return directories.stream().limit(2).anyMatch(directory -> Words.any(directory, WORDS));
    }

    private static boolean registry(List<String> words, boolean named, boolean home, boolean exported) {
        if (!exported || words.stream().anyMatch(USES::contains)) return false;
        boolean plain = FILLING.containsAll(words);
        return named ? plain || home : home && plain;
    }

    private boolean listed(Constant constant, Set<String> scopes) {
        Value literal = Literal.of(resolver, constant.value());
        if (literal == null) return false;
        if (!Literal.complete(literal)) open(constant.value(), "not all entries are written down");
        for (Entry entry : Entry.of(resolver, literal)) {
            if (entry.text() != null) scopes.add(entry.text());
            else if (isScope(entry.key())) scopes.add(entry.key());
            else open(entry.located(), "it is not constant");
        }
        return true;
    }

    private void all(Constant constant) {
        Value literal = Literal.of(resolver, constant.value());
        if (literal == null) {
            Value value = resolver.value(constant.value());
            if (value instanceof Value.CallResult || value instanceof Value.Open || value instanceof Value.External)
                open(constant.value(), "it is not written down in the repository");
            return;
        }
        entries(literal, constant.value(), 0);
    }

    private void entries(Value literal, Located expression, int depth) {
        if (!Literal.complete(literal)) open(expression, "not all scopes are written down");
        for (Entry entry : Entry.of(resolver, literal)) {
            if (entry.struct() != null && entry.named() == null && depth < 4 && group(entry)) {
                entries(entry.struct(), entry.located(), depth + 1);
                continue;
            }
            scope(entry);
        }
    }

    /** Whether an entry holds scopes and is none itself. */
    private boolean group(Entry entry) {
        if (entry.key().isEmpty() || isScope(entry.key()) || entry.struct() == null) return false;
        Map<String, Located> members = entry.struct().entries();
        if (members.isEmpty()) return false;
        for (Map.Entry<String, Located> member : members.entrySet()) {
            if (PROPERTIES.contains(Words.squeezed(member.getKey()))) return false;
            Value value = resolver.value(member.getValue());
            boolean fits = value instanceof Value.Struct
                    || (value instanceof Value.Text text
                            && SCOPE.matcher(text.text()).matches());
            if (!fits) return false;
        }
        return true;
    }

    private void scope(Entry entry) {
        Attributes attributes = entry.attributes(resolver);
        String key = entry.key();
        String id = entry.named() != null ? entry.named() : attributes.text("scope", "id", "value", "key");
        if (id == null) {
            String name = attributes.text("name");
            if (name != null && (key.isEmpty() || isScope(name))) id = name;
        }
        String text = entry.text();
        if (id == null && text != null && (key.isEmpty() || !isScope(key)) && !text.contains(" ")) id = text;
        String scope = id != null ? id : key;
        if (scope.isEmpty() || (id == null && entry.open())) {
            open(entry.located(), "it is not constant");
            return;
        }
        if (!SCOPE.matcher(scope).matches() || scope.contains("://")) return;
        String description = attributes.text("description", "summary", "title", "label");
        if (description == null && id == null) description = text;
        String constant = id != null && !key.isEmpty() && !key.equals(id) ? key : null;
        seen.add(new Seen(scope, entry, constant, description));
    }

    private static boolean isScope(String key) {
        return (key.contains(".") || key.contains(":") || key.contains("/"))
                && SCOPE.matcher(key).matches();
    }

    private void open(Located expression, String reason) {
        whole = false;
        if (facts != null) facts.unresolved("scopes of a registry", expression, reason, ScopeDef.class);
    }
}

package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.DistinctKeys;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.ScopeDef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Set<String> phi = new HashSet<>();
    private final DistinctKeys keys = new DistinctKeys();
    private final Set<String> baa = new HashSet<>();
    private boolean phiListed;
    private boolean whole = true;

    /** Constants and descriptions of the same scope may stand apart. */
    private static final class Found {
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable String constant;
        private @Nullable String description;
    }

    /** {@code facts} takes what stays open; null when nobody is told. */
    ScopeReader(Resolver resolver, @Nullable FactSink facts) {
        this.resolver = resolver;
        this.facts = facts;
    }

    void read(Module module, List<Constant> constants) {
        boolean home = home(module.path());
        for (Constant constant : constants) {
            List<String> words = Words.of(constant.name());
            boolean named = words.stream().anyMatch(WORDS::contains);
            if (named && words.contains("phi")) phiListed |= listed(constant, phi);
            else if (named && words.contains("baa")) listed(constant, baa);
            else if (registry(words, named, home, constant.exported())) all(constant);
        }
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
        Found one = found.computeIfAbsent(scope, name -> new Found());
        // what says more about a scope is where a reader should look
        if (entry.struct() != null) one.entries.add(0, entry);
        else one.entries.add(entry);
        if (one.constant == null) one.constant = constant;
        if (one.description == null) one.description = description;
    }

    private static boolean isScope(String key) {
        return (key.contains(".") || key.contains(":") || key.contains("/"))
                && SCOPE.matcher(key).matches();
    }

    private void open(Located expression, String reason) {
        whole = false;
        if (facts != null) facts.unresolved("scopes of a registry", expression, reason, ScopeDef.class);
    }

    /** The scopes that were found; null when there may be more. */
    @Nullable
    Set<String> scopes() {
        return whole ? found.keySet() : null;
    }

    /**
     * Hands the scopes over.
     *
     * @param base the scopes of the base revision; null when they are not known
     */
    void close(FactSink sink, @Nullable Set<String> base) {
        found.forEach((scope, one) -> {
            Boolean health = null;
            Boolean agreement = null;
            for (Entry entry : one.entries) {
                Attributes attributes = entry.attributes(resolver);
                if (health == null) health = health(attributes, sink);
                if (agreement == null) agreement = agreement(attributes, sink);
            }
            Entry first = one.entries.get(0);
            sink.fact(new ScopeDef(
                    keys.key(scope),
                    sink.owner(),
                    sink.place(first.place()),
                    scope,
                    one.constant,
                    phi.contains(scope) || Boolean.TRUE.equals(health),
                    phiListed || health != null,
                    baa.contains(scope) || Boolean.TRUE.equals(agreement),
                    one.description,
                    base == null ? null : (Boolean) !base.contains(scope),
                    first.located().module().path()));
        });
    }

    private @Nullable Boolean agreement(Attributes attributes, FactSink sink) {
        String[] names = {"baa", "baarequired", "requiresbaa", "needsbaa"};
        Boolean marked = attributes.truth(names);
        Located open = marked == null ? attributes.open(names) : null;
        if (open != null) sink.unresolved("agreement a scope needs", open, "it is not constant", ScopeDef.class);
        return marked;
    }

    /** Whether a scope says that it gives access to health data; null when it says nothing. */
    private @Nullable Boolean health(Attributes attributes, FactSink sink) {
        Boolean marked = attributes.truth("phi", "isphi", "containsphi", "phiaccess", "hipaa", "health", "healthdata");
        if (marked != null) return marked;
        String level = attributes.text("classification", "sensitivity", "dataclass", "dataclassification", "category");
        if (level != null) return Words.of(level).contains("phi");
        for (String tag : attributes.texts("tags", "labels", "data"))
            if (tag.toLowerCase(Locale.ROOT).equals("phi")) return true;
        Located open = attributes.open("phi", "isphi", "containsphi", "classification", "sensitivity", "dataclass");
        if (open != null) sink.unresolved("health data a scope gives", open, "it is not constant", ScopeDef.class);
        return null;
    }
}

package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.ConsentText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads consent texts by scope and locale, in either order, and as lists. The text itself is no part of a fact. */
final class ConsentReader {
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    private static final Set<String> WORDS = Set.of("consent", "consents");
    private static final Set<String> TEXTS =
            Set.of("text", "texts", "copy", "messages", "wording", "by", "scope", "locale");

    private final Resolver resolver;
    private final FactSink facts;

    ConsentReader(Resolver resolver, FactSink facts) {
        this.resolver = resolver;
        this.facts = facts;
    }

    void read(Module module, List<Constant> constants) {
        List<String> directories = Words.directories(module.path());
        boolean home = Words.any(Words.stem(module.path()), WORDS)
                || (!directories.isEmpty() && Words.any(directories.get(0), WORDS));
        for (Constant constant : constants) {
            boolean named = Words.any(constant.name(), WORDS);
            boolean texts = Words.of(constant.name()).stream().allMatch(TEXTS::contains);
            boolean fallback = constant.name().equals("default");
            if (!constant.exported() || !(named || (home && (texts || fallback)))) continue;
            Value literal = Literal.of(resolver, constant.value());
            if (literal == null) {
                Value value = resolver.value(constant.value());
                if (value instanceof Value.CallResult || value instanceof Value.Open) open(constant.value());
                continue;
            }
            if (!Literal.complete(literal)) open(constant.value());
            List<Entry> entries = Entry.of(resolver, literal);
            String onlyLocale = locale(Words.stem(module.path()));
            boolean locales = !entries.isEmpty()
                    && entries.stream()
                            .allMatch(entry -> LOCALE.matcher(entry.key()).matches() && entry.struct() != null)
                    && entries.stream().allMatch(this::holdsScopes);
            for (Entry entry : entries) {
                if (locales && entry.struct() != null) {
                    if (!entry.struct().complete()) open(entry.located());
                    for (Entry text : Entry.of(resolver, entry.struct())) text(text.key(), entry.key(), text);
                } else {
                    scope(entry, onlyLocale);
                }
            }
        }
    }

    private static @Nullable String locale(String stem) {
        return stem.length() <= 5 && LOCALE.matcher(stem).matches() && !stem.equals("text") ? stem : null;
    }

    /** Scopes have a dot, a colon or a dash in them; parts of a text have not. */
    private boolean holdsScopes(Entry entry) {
        return entry.struct() != null
                && entry.struct().entries().keySet().stream()
                        .anyMatch(key -> key.contains(".") || key.contains(":") || key.contains("_"));
    }

    private void scope(Entry entry, @Nullable String locale) {
        Attributes attributes = entry.attributes(resolver);
        String named = attributes.text("scope", "id");
        String scope = entry.key().isEmpty() ? (named == null ? entry.named() : named) : entry.key();
        if (scope == null) {
            open(entry.located());
            return;
        }
        String given = attributes.text("locale", "lang", "language");
        Value.Struct struct = entry.struct();
        boolean byLocale = struct != null
                && !struct.entries().isEmpty()
                && struct.entries().keySet().stream()
                        .allMatch(key -> LOCALE.matcher(key).matches() && !TEXTS.contains(key) && key.length() != 4);
        if (struct != null && byLocale) {
            if (!struct.complete()) open(entry.located());
            for (Entry text : Entry.of(resolver, struct)) text(scope, text.key(), text);
        } else {
            text(scope, given == null ? locale : given, entry);
        }
    }

    private void text(String scope, @Nullable String locale, Entry entry) {
        String text = entry.text();
        if (text == null && entry.struct() != null) text = joined(entry.struct());
        if (text == null) {
            open(entry.located());
            return;
        }
        String trimmed = text.strip();
        facts.fact(new ConsentText(
                facts.key(locale == null ? scope : scope + "/" + locale, "ConsentText"),
                facts.owner(),
                facts.place(entry.place()),
                scope,
                locale,
                sha256(text),
                trimmed.isEmpty() ? 0 : trimmed.split("\\s+").length,
                entry.located().module().path()));
    }

    /** The parts of a text in their order; null when one of them is not constant. */
    private @Nullable String joined(Value.Struct struct) {
        if (!struct.complete()) return null;
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Located> part : struct.entries().entrySet()) {
            String name = Words.squeezed(part.getKey());
            if (name.equals("scope") || name.equals("id") || name.startsWith("lang") || name.equals("locale")) continue;
            Value value = resolver.value(part.getValue());
            if (value instanceof Value.Text text) parts.add(text.text());
            else if (value instanceof Value.Struct nested) {
                String inner = joined(nested);
                if (inner == null) return null;
                parts.add(inner);
            } else if (value instanceof Value.Items items) {
                for (Located item : items.items()) {
                    if (!(resolver.value(item) instanceof Value.Text text)) return null;
                    parts.add(text.text());
                }
            } else if (!(value instanceof Value.Bool) && !(value instanceof Value.Number)) return null;
        }
        return parts.isEmpty() ? null : String.join("\n", parts);
    }

    private void open(Located expression) {
        facts.unresolved("consent text", expression, "it is not constant", ConsentText.class);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Attributes;
import io.github.assaymark.facts.registry.Constant;
import io.github.assaymark.facts.registry.Entry;
import io.github.assaymark.facts.registry.Literal;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.model.fact.WebhookFilter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the literals that say which events partners may receive, and with which scope. */
final class WebhookFilterReader {
    private static final Set<String> WEBHOOK = Set.of("webhook", "webhooks");
    private static final Set<String> LISTS = Set.of(
            "filter", "filters", "events", "event", "topics", "catalog", "registry", "allowlist", "scopes", "types");
    private static final String[] SCOPES = {
        "requiredscope", "scope", "scopes", "requiredscopes", "requires", "permission", "requirescope"
    };

    private final Resolver resolver;
    private final FactSink facts;

    WebhookFilterReader(Resolver resolver, FactSink facts) {
        this.resolver = resolver;
        this.facts = facts;
    }

    void read(Module module, List<Constant> constants) {
        List<String> directories = Words.directories(module.path());
        boolean home = Words.any(Words.stem(module.path()), WEBHOOK)
                || directories.stream().limit(2).anyMatch(directory -> Words.any(directory, WEBHOOK));
        for (Constant constant : constants) {
            boolean own = Words.any(constant.name(), WEBHOOK) && Words.any(constant.name(), LISTS);
            boolean bare = home && Words.any(constant.name(), Set.of("filter", "filters", "events", "topics"));
            boolean only = home && constant.name().equals("default") && Words.any(Words.stem(module.path()), LISTS);
            if (!constant.exported() || !(own || bare || only)) continue;
            Value literal = Literal.of(resolver, constant.value());
            if (literal == null) {
                Value value = resolver.value(constant.value());
                if (value instanceof Value.Open || value instanceof Value.CallResult)
                    open(constant.value(), "it is computed when the code runs");
                continue;
            }
            if (!Literal.complete(literal)) open(constant.value(), "not all events are written down");
            for (Entry entry : Entry.of(resolver, literal)) entry(entry);
        }
    }

    private void entry(Entry entry) {
        Attributes attributes = entry.attributes(resolver);
        String event = event(entry, attributes);
        if (event == null) {
            open(entry.located(), "the name of the event is not constant");
            return;
        }
        if (Boolean.FALSE.equals(attributes.truth("enabled", "deliver")) || isFalse(entry.value())) return;
        Located open = attributes.open(SCOPES);
        if (open == null && !entry.key().isEmpty() && entry.open()) open = entry.located();
        if (open != null) {
            open(open, "the scope is not constant");
            return;
        }
        List<String> scopes = attributes.texts(SCOPES);
        String text = entry.text();
        if (scopes.isEmpty() && text != null && !entry.key().isEmpty()) scopes = List.of(text);
        if (scopes.isEmpty() && entry.value() instanceof Value.Items items) scopes = texts(items);
        if (scopes.isEmpty()) fact(entry, event, null);
        for (String scope : scopes) fact(entry, event, scope.isBlank() ? null : scope);
    }

    private static boolean isFalse(Value value) {
        return value instanceof Value.Bool bool && !bool.value();
    }

    private List<String> texts(Value.Items items) {
        return items.items().stream()
                .map(resolver::value)
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text())
                .toList();
    }

    private static @Nullable String event(Entry entry, Attributes attributes) {
        if (!entry.key().isEmpty()) {
            String given = attributes.text("event", "eventtype", "eventname");
            return given == null ? entry.key() : given;
        }
        if (entry.text() != null) return entry.text();
        if (entry.named() != null) return entry.named();
        return attributes.text("event", "eventtype", "eventname", "name", "type", "topic");
    }

    private void fact(Entry entry, String event, @Nullable String scope) {
        facts.fact(new WebhookFilter(
                facts.key(event, "WebhookFilter"),
                facts.owner(),
                facts.place(entry.place()),
                event,
                scope,
                entry.located().module().path()));
    }

    private void open(Located expression, String reason) {
        facts.unresolved("events partners may receive", expression, reason, WebhookFilter.class);
    }
}

package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code item('id') { ... }}. */
final class ItemReader {
    private static final Map<String, Severity> SEVERITIES =
            words(List.of("blocker", "major", "minor", "info"), Severity.values());
    static final Map<String, Phase> PHASES = words(
            List.of(
                    "preMerge",
                    "afterMerge",
                    "afterDevDeploy",
                    "afterStagingDeploy",
                    "prePromotion",
                    "promotion",
                    "afterPromotion",
                    "afterGa"),
            Phase.values());
    private static final Map<String, Item.Rollout> ROLLOUTS =
            words(List.of("draft", "warn", "block"), Item.Rollout.values());
    private static final Set<String> WORDS = Set.of(
            "title",
            "severity",
            "phase",
            "rollout",
            "judges",
            "source",
            "formerly",
            "effectiveFrom",
            "appliesIf",
            "fails",
            "fix");

    private final SourceText source;
    private final Arguments arguments;
    private final FactCatalogue catalogue;
    private final Map<String, Syntax.Call> settings = new LinkedHashMap<>();
    private final List<Syntax> conditions = new ArrayList<>();
    private final List<String> formerly = new ArrayList<>();

    ItemReader(SourceText source, FactCatalogue catalogue) {
        this.source = source;
        this.arguments = new Arguments(source);
        this.catalogue = catalogue;
    }

    private static <T> Map<String, T> words(List<String> names, T[] values) {
        Map<String, T> words = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) words.put(names.get(i), values[i]);
        return words;
    }

    Item read(String id, Syntax.Call call, Subject inherited, Params params, Checks checks) {
        arguments.shape(call, 2);
        Syntax.Block block = arguments.block(call, call.arguments().get(1));
        for (Syntax statement : block.statements()) sort(statement);
        String title = title(call);
        Subject subject = judges(inherited);
        ItemReading reading = new ItemReading(catalogue, subject, params, checks);
        Scope scope = Scope.of(reading, source);
        ConditionReader reader = new ConditionReader(scope);
        Condition appliesIf = appliesIf(reader);
        if (conditions.isEmpty())
            throw source.refuse(call.nameSpan(), "the item demands nothing", "`some Document where { ... }`");
        Condition condition = reader.all(null, conditions, call.span());
        return new Item(
                id,
                formerly,
                title,
                subject.type().name(),
                setting("severity", SEVERITIES, Severity.MAJOR),
                setting("phase", PHASES, Phase.PRE_MERGE),
                setting("rollout", ROLLOUTS, Item.Rollout.BLOCK),
                text("source"),
                effectiveFrom(),
                List.copyOf(reading.paramsRead()),
                appliesIf,
                condition,
                fails(scope, condition),
                fix(reading),
                source.place(call.span()));
    }

    private void sort(Syntax statement) {
        Links links = Links.of(statement, source);
        Syntax.Call head = links.head();
        String word = head.name();
        if (ConditionReader.WORDS.contains(word)) {
            conditions.add(statement);
            return;
        }
        if (!WORDS.contains(word)) {
            TreeSet<String> legal = new TreeSet<>(WORDS);
            legal.addAll(ConditionReader.WORDS);
            throw source.refuse(head.nameSpan(), "`" + word + "` is no part of an item", Links.advice(word, legal));
        }
        links.next();
        links.end(Set.of());
        if (word.equals("formerly")) formerly(head);
        else if (settings.put(word, head) != null)
            throw source.refuse(head.nameSpan(), "`" + word + "` stands here twice");
    }

    private void formerly(Syntax.Call call) {
        if (call.arguments().isEmpty() || !call.named().isEmpty())
            throw source.refuse(call.nameSpan(), "`formerly` needs ids", "`formerly 'loop.full.docs.readme'`");
        for (Syntax argument : call.arguments()) {
            List<Syntax> ids = argument instanceof Syntax.Sequence list ? list.elements() : List.of(argument);
            for (Syntax id : ids) {
                String former = arguments.text(id, "formerly");
                String[] parts = former.split("\\.", -1);
                boolean fine = parts.length >= 2;
                for (String part : parts) fine &= Characters.kebab(part);
                if (!fine)
                    throw source.refuse(
                            id.span(),
                            "`" + former + "` is no item id",
                            "`loop.full.docs.readme`: parts in small letters");
                formerly.add(former);
            }
        }
    }

    private String title(Syntax.Call item) {
        Syntax.Call call = settings.get("title");
        if (call == null)
            throw source.refuse(item.nameSpan(), "the item has no title", "`title 'What holds when it passes'`");
        return Titles.read(call, arguments, source);
    }

    private Subject judges(Subject inherited) {
        Syntax.Call call = settings.get("judges");
        return call == null ? inherited : Subject.of(Judges.read(call, catalogue, source));
    }

    private @Nullable Condition appliesIf(ConditionReader reader) {
        Syntax.Call call = settings.get("appliesIf");
        if (call == null) return null;
        Syntax.Block block = arguments.block(call);
        return reader.all(null, block.statements(), block.span());
    }

    private <T> T setting(String word, Map<String, T> words, T standard) {
        Syntax.Call call = settings.get(word);
        return call == null ? standard : arguments.word(call, words);
    }

    private @Nullable String text(String word) {
        Syntax.Call call = settings.get(word);
        return call == null ? null : arguments.text(call);
    }

    private @Nullable Instant effectiveFrom() {
        Syntax.Call call = settings.get("effectiveFrom");
        if (call == null) return null;
        String text = arguments.text(call);
        return Literals.instant(text, call.arguments().get(0).span(), source);
    }

    private @Nullable Template fails(Scope scope, Condition condition) {
        Syntax.Call call = settings.get("fails");
        if (call != null) return TemplateReader.read(call, scope, condition);
        List<Template> fromChecks = scope.item().checkFails();
        return fromChecks.size() == 1 ? fromChecks.get(0) : null;
    }

    private @Nullable String fix(ItemReading reading) {
        String own = text("fix");
        if (own != null) return own;
        List<String> fromChecks = reading.checkFixes().stream().distinct().toList();
        return fromChecks.isEmpty() ? null : String.join(" ", fromChecks);
    }
}

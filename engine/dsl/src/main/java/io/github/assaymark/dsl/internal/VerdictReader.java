package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code verdictOf 'pack/list', except: 'pack/list#section', upTo: prePromotion, some: [FAIL, UNKNOWN]}. */
final class VerdictReader {
    private static final Map<String, Outcome.Kind> OUTCOMES = outcomes();

    private final SourceText source;
    private final Arguments arguments;

    VerdictReader(SourceText source, Arguments arguments) {
        this.source = source;
        this.arguments = arguments;
    }

    private static Map<String, Outcome.Kind> outcomes() {
        Map<String, Outcome.Kind> outcomes = new TreeMap<>();
        for (Outcome.Kind kind : Outcome.Kind.values()) outcomes.put(kind.name(), kind);
        return outcomes;
    }

    /** What is asked; which items that is, nobody knows before the whole pack is read. */
    Condition.VerdictOf read(Syntax.Call head, @Nullable String label, SourcePlace place) {
        arguments.shape(head, 1, "waived", "except", "upTo", "some", "no");
        String target = arguments.text(head.arguments().get(0), "verdictOf");
        boolean waived = arguments.bool(head, "waived");
        Condition.Having having = having(head);
        if (having != null && waived)
            throw source.refuse(
                    head.nameSpan(),
                    "`waived:` says which failures are green, and `" + (having.none() ? "no" : "some")
                            + ":` does not ask for green ones",
                    "leave one of them out");
        return new Condition.VerdictOf(label, target, except(head), upTo(head), List.of(), waived, having, place);
    }

    private List<String> except(Syntax.Call head) {
        Syntax.Named named = arguments.named(head, "except");
        if (named == null) return List.of();
        List<String> texts = Literals.texts(named.value());
        if (texts != null && !texts.isEmpty()) return texts;
        return List.of(arguments.text(named.value(), "except"));
    }

    private @Nullable Phase upTo(Syntax.Call head) {
        Syntax.Named named = arguments.named(head, "upTo");
        return named == null ? null : word(named.value(), "phase", ItemReader.PHASES);
    }

    private Condition.@Nullable Having having(Syntax.Call head) {
        Syntax.Named some = arguments.named(head, "some");
        Syntax.Named no = arguments.named(head, "no");
        if (some != null && no != null)
            throw source.refuse(no.nameSpan(), "`some:` and `no:` ask for the opposite", "write two conditions");
        Syntax.Named asked = some == null ? no : some;
        if (asked == null) return null;
        if (!(asked.value() instanceof Syntax.Sequence list) || list.elements().isEmpty())
            throw source.refuse(
                    asked.value().span(),
                    "`" + asked.name() + ":` needs a list of outcomes",
                    "`" + asked.name() + ": [FAIL, UNKNOWN]`");
        Set<Outcome.Kind> kinds = EnumSet.noneOf(Outcome.Kind.class);
        for (Syntax element : list.elements()) kinds.add(word(element, "outcome", OUTCOMES));
        return new Condition.Having(some == null, List.copyOf(kinds));
    }

    private <T> T word(Syntax s, String what, Map<String, T> words) {
        T value = s instanceof Syntax.Name name ? words.get(name.text()) : null;
        if (value != null) return value;
        throw source.refuse(
                s.span(),
                "this is no " + what,
                s instanceof Syntax.Name name
                        ? Suggestion.nearOrAll(name.text(), words.keySet())
                        : "one of " + String.join(", ", words.keySet()) + ", without quotes");
    }
}

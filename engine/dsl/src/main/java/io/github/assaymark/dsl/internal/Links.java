package io.github.assaymark.dsl.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words of a statement with their arguments, first to last: {@code every(A) where({}) must({})}. */
final class Links {
    private final SourceText source;
    private final Span span;
    private final List<Syntax.Call> calls;
    private int at;

    private Links(SourceText source, Span span, List<Syntax.Call> calls) {
        this.source = source;
        this.span = span;
        this.calls = calls;
    }

    /** Refuses what does not begin with a word. */
    static Links of(Syntax statement, SourceText source) {
        List<Syntax.Call> calls = new ArrayList<>();
        Syntax s = statement;
        while (s instanceof Syntax.Call call && call.receiver() != null) {
            calls.add(call);
            s = call.receiver();
        }
        if (s instanceof Syntax.Call head) calls.add(head);
        else if (s instanceof Syntax.Name name)
            calls.add(new Syntax.Call(null, name.text(), name.span(), List.of(), List.of(), name.span()));
        else throw source.refuse(statement.span(), "a statement must begin with a word of the checklist language");
        Collections.reverse(calls);
        return new Links(source, statement.span(), calls);
    }

    Syntax.Call head() {
        return calls.get(0);
    }

    Span span() {
        return span;
    }

    /** The word that comes next; null at the end. */
    @Nullable
    String peek() {
        return at < calls.size() ? calls.get(at).name() : null;
    }

    Syntax.Call next() {
        return calls.get(at++);
    }

    /** The next word, which must be {@code word}. */
    Syntax.Call expect(String word, Collection<String> legal) {
        if (word.equals(peek())) return next();
        throw missing(List.of(word), legal);
    }

    Refusal missing(Collection<String> wanted, Collection<String> legal) {
        if (at >= calls.size())
            return source.refuse(
                    calls.get(at - 1).span(),
                    "after this " + ticked(wanted) + " is missing",
                    "it stands on the next line: put it behind the closing brace");
        return stray(legal);
    }

    /** Refuses words that are left over. */
    void end(Collection<String> legal) {
        if (at < calls.size()) throw stray(legal);
    }

    /** Words that continue a statement, and stand wrong at the beginning of one. */
    static final Set<String> CONTINUING = Set.of(
            "where",
            "must",
            "has",
            "hasNo",
            "of",
            "distinct",
            "labelled",
            "at",
            "unresolved",
            "awaiting",
            "fresh",
            "settled",
            "by");

    /** What to say of a word that begins no statement. */
    static @Nullable String advice(String word, Collection<String> legal) {
        return CONTINUING.contains(word)
                ? "it belongs to the statement above: put it behind the brace there"
                : Suggestion.nearOrAll(word, legal);
    }

    private Refusal stray(Collection<String> legal) {
        Syntax.Call stray = calls.get(at);
        return source.refuse(
                stray.nameSpan(),
                "`" + stray.name() + "` cannot stand here",
                Suggestion.nearOrAll(stray.name(), legal));
    }

    private static String ticked(Collection<String> words) {
        return "`" + String.join("` or `", new TreeSet<>(words)) + "`";
    }
}

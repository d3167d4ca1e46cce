package io.github.assaymark.facts.declared;

import io.github.assaymark.facts.alerting.AlertingFile;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Fact;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Files of one kind, told by what they hold and never by their name.
 *
 * @param word stands in every such file; most others are left after a look for it
 * @param marks all of them are found in the text of such a file, even when it is no longer well-formed
 * @param reads whether a document is of this kind
 * @param reader hands its facts over
 * @param types of the facts it gives
 */
record DeclaredKind(
        String name,
        String word,
        List<Pattern> marks,
        Predicate<LocatedNode> reads,
        BiConsumer<LocatedNode, AlertingFile> reader,
        List<Class<? extends Fact>> types) {
    DeclaredKind {
        marks = List.copyOf(marks);
        types = List.copyOf(types);
    }

    boolean marked(String text) {
        return text.contains(word)
                && marks.stream().allMatch(mark -> mark.matcher(text).find());
    }
}

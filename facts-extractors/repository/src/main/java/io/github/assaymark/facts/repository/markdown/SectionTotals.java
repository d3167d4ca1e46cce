package io.github.assaymark.facts.repository.markdown;

import java.util.LinkedHashSet;
import java.util.Set;

/** What stands below one heading. Used by one thread. */
final class SectionTotals {
    int words;
    int codeBlocks;
    int commands;
    int listItems;
    int links;
    int placeholders;
    final Set<String> languages = new LinkedHashSet<>();
    final Set<String> terms = new LinkedHashSet<>();

    void add(SectionTotals below) {
        words += below.words;
        codeBlocks += below.codeBlocks;
        commands += below.commands;
        listItems += below.listItems;
        links += below.links;
        placeholders += below.placeholders;
        languages.addAll(below.languages);
        for (String term : below.terms) {
            if (terms.size() >= Terms.MAX) return;
            terms.add(term);
        }
    }
}

package io.github.assaymark.facts.repository.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the identifiers and code spans of a text in the order of their first use. */
final class Terms {
    static final int MAX = 500;
    private static final int MAX_LENGTH = 200;

    /** With an underscore, a capital inside, a slash, or dots between parts; a file name too. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$@.][A-Za-z0-9_$@./:-]*[A-Za-z0-9_/]");

    private static final Pattern TECHNICAL = Pattern.compile(".*_.*|.*[a-z0-9][A-Z].*|.*[A-Za-z0-9]/[A-Za-z0-9].*"
            + "|[\\w-]{2,}(\\.[\\w-]{2,})+|[A-Z][A-Z0-9]{2,}|@[\\w/-]+");

    private final Set<String> terms = new LinkedHashSet<>();

    void codeSpan(String literal) {
        String span = literal.strip();
        add(span);
        if (span.indexOf(' ') < 0) return;
        for (String part : span.split("\\s+", -1)) add(part);
    }

    void prose(String text) {
        Matcher words = IDENTIFIER.matcher(text);
        while (terms.size() < MAX && words.find()) {
            String word = words.group();
            if (word.length() <= MAX_LENGTH && TECHNICAL.matcher(word).matches()) add(word);
        }
    }

    private void add(String term) {
        if (!term.isEmpty() && term.length() <= MAX_LENGTH && terms.size() < MAX) terms.add(term);
    }

    List<String> list() {
        return List.copyOf(terms);
    }
}

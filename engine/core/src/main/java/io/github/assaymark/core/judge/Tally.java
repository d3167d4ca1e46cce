package io.github.assaymark.core.judge;

import io.github.assaymark.model.verdict.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Good facts, counted, and why the others are questionable. */
final class Tally {
    private int good;
    private final List<Truth> questionable = new ArrayList<>();

    void add(Truth quality) {
        if (quality instanceof Truth.True) good++;
        else questionable.add(quality);
    }

    void addGood(int number) {
        good += number;
    }

    int good() {
        return good;
    }

    int all() {
        return good + questionable.size();
    }

    boolean hasQuestionable() {
        return !questionable.isEmpty();
    }

    /** Open until one of the questionable ones is settled. */
    Truth openUntilOne() {
        return Truth.any(questionable);
    }

    /** Open until all of them are. */
    Truth openUntilAll() {
        return Truth.all(questionable);
    }

    /** Open until so many of them are: an unknown first, else the moment at which enough can be. */
    Truth openUntil(long number) {
        Truth first = openUntilOne();
        if (!(first instanceof Truth.Pending)) return first;
        List<Truth.Pending> pending = questionable.stream()
                .map(Truth.Pending.class::cast)
                .filter(p -> p.earliest() != null)
                .sorted(Comparator.comparing(Truth.Pending::earliest))
                .toList();
        return number >= 1 && number <= pending.size() ? pending.get((int) number - 1) : first;
    }
}

package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.testkit.ItemCase;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No item is shipped without cases of every outcome it can have. */
final class CaseCoverageTest {
    @Test
    void every_item_has_a_passing_a_failing_and_an_unknown_case_and_one_of_not_applying_where_it_can() {
        Map<String, Set<Outcome.Kind>> seen = new TreeMap<>();
        try (Cases cases = Cases.read()) {
            for (ItemCase c : cases.all().toList())
                seen.computeIfAbsent(c.item(), id -> EnumSet.noneOf(Outcome.Kind.class))
                        .add(c.expected().outcome());
        }
        List<String> missing = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (String pack : ShippedPacksTest.PACKS)
            for (Item item : Pack.load(pack).items().toList()) {
                if (!Files.isDirectory(Cases.DIRECTORY.resolve(pack))) continue;
                ids.add(item.id());
                Set<Outcome.Kind> wanted = EnumSet.of(Outcome.Kind.PASS, Outcome.Kind.FAIL, Outcome.Kind.UNKNOWN);
                if (item.appliesIf() != null || canBeVacuous(item.condition())) wanted.add(Outcome.Kind.NOT_APPLICABLE);
                wanted.removeAll(seen.getOrDefault(item.id(), Set.of()));
                if (!wanted.isEmpty()) missing.add(item.id() + " has no case of " + wanted);
            }
        assertThat(missing).isEmpty();
        assertThat(ids).containsAll(seen.keySet());
    }

    /** Whether the condition can speak of nothing at all. */
    private static boolean canBeVacuous(Condition condition) {
        if (condition instanceof Condition.AllOf all)
            return all.parts().stream().allMatch(CaseCoverageTest::canBeVacuous);
        if (condition instanceof Condition.AnyOf any)
            return any.parts().stream().anyMatch(CaseCoverageTest::canBeVacuous);
        return condition instanceof Condition.EveryMust
                || condition instanceof Condition.EveryHas
                || condition instanceof Condition.EveryHasNo;
    }
}

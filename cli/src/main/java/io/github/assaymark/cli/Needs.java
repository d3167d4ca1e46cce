package io.github.assaymark.cli;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fact types items look at. */
final class Needs {
    private Needs() {}

    /** How many items look at each type. */
    static Map<String, Integer> of(List<Pack> packs) {
        Map<String, Integer> items = new TreeMap<>();
        for (Pack pack : packs)
            for (Item item : pack.items().toList()) for (String type : of(item)) items.merge(type, 1, Integer::sum);
        return items;
    }

    private static Set<String> of(Item item) {
        Set<String> types = new TreeSet<>();
        types.add(item.judges());
        if (item.appliesIf() != null) condition(item.appliesIf(), types);
        condition(item.condition(), types);
        return types;
    }

    private static void condition(Condition condition, Set<String> types) {
        if (condition instanceof Condition.AllOf all) for (Condition part : all.parts()) condition(part, types);
        else if (condition instanceof Condition.AnyOf any) for (Condition part : any.parts()) condition(part, types);
        else if (condition instanceof Condition.Some some) pattern(some.pattern(), types);
        else if (condition instanceof Condition.No no) pattern(no.pattern(), types);
        else if (condition instanceof Condition.EveryMust every) pattern(every.pattern(), types);
        else if (condition instanceof Condition.EveryHas every) {
            pattern(every.pattern(), types);
            pattern(every.partner(), types);
        } else if (condition instanceof Condition.EveryHasNo every) {
            pattern(every.pattern(), types);
            pattern(every.partner(), types);
        } else if (condition instanceof Condition.Count count) pattern(count.pattern(), types);
        else if (condition instanceof Condition.Attested attested) {
            types.add("Attestation");
            pattern(attested.bound(), types);
        }
    }

    private static void pattern(@Nullable Pattern pattern, Set<String> types) {
        if (pattern != null) types.add(pattern.factType());
    }
}

package io.github.assaymark.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import java.util.List;
import org.junit.jupiter.api.Test;

class HardItemsTest {
    private final Pack pack = ChecklistCompiler.with(HardFacts.catalogue())
            .compile("hard-items.groovy", Resources.text("hard-items.groovy"));

    @Test
    void every_hard_demand_can_be_said() {
        Golden.check("hard-items.expected", IrText.of(pack));
    }

    @Test
    void params_are_noted_by_name_and_through_policy_values() {
        assertThat(item("gate.convention-checks").params()).containsExactly("leastChecks", "namedChecks");
        assertThat(item("gate.council").params()).containsExactly("councilRoles");
    }

    @Test
    void verdicts_are_resolved_without_the_item_itself() {
        Condition.AllOf all = (Condition.AllOf) item("gate.all-green").condition();
        List<List<String>> items = all.parts().stream()
                .map(part -> ((Condition.VerdictOf) part).items())
                .toList();
        assertThat(items)
                .containsExactly(
                        List.of(
                                "trial.hard-items.auth.guard-before-route",
                                "trial.hard-items.auth.guard-not-late",
                                "trial.hard-items.auth.consent"),
                        List.of("trial.hard-items.data.publish-in-transaction", "trial.hard-items.data.tenant-column"),
                        List.of("trial.hard-items.gate.rollback"));
    }

    private Item item(String id) {
        return pack.items()
                .filter(item -> item.id().equals("trial.hard-items." + id))
                .findFirst()
                .orElseThrow();
    }
}

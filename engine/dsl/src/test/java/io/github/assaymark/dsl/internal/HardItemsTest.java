package io.github.assaymark.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Outcome;
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

    @Test
    void verdicts_may_be_asked_up_to_a_phase_without_some_and_for_outcomes() {
        Pack small = ChecklistCompiler.with(HardFacts.catalogue()).compile("small.groovy", """
                checklist('a/b') { title 'T'; judges Service
                    section('first', 'F') {
                        item('badge') { title 'I'
                            verdictOf 'a/b', except: 'a/b#first', upTo: prePromotion, some: [FAIL, UNKNOWN]
                            verdictOf 'a/b', except: ['a/b#first', 'a.b.second.early'], upTo: promotion, no: [FAIL] }
                        item('before') { title 'I'; verdictOf 'a/b', except: 'a/b#first', waived: true }
                    }
                    section('second', 'S') {
                        item('early') { title 'I'; some Document }
                        item('late') { title 'I'; phase promotion; some Document }
                        item('after') { title 'I'; phase afterPromotion; some Document }
                    } }
                """);
        List<Item> items = small.items().toList();
        Condition.AllOf badge = (Condition.AllOf) items.get(0).condition();
        Condition.VerdictOf some = (Condition.VerdictOf) badge.parts().get(0);
        Condition.VerdictOf no = (Condition.VerdictOf) badge.parts().get(1);
        assertThat(some.items()).containsExactly("a.b.second.early");
        assertThat(some.having())
                .isEqualTo(new Condition.Having(false, List.of(Outcome.Kind.UNKNOWN, Outcome.Kind.FAIL)));
        assertThat(some.upTo()).isEqualTo(Phase.PRE_PROMOTION);
        assertThat(no.items()).containsExactly("a.b.second.late");
        assertThat(no.having()).isEqualTo(new Condition.Having(true, List.of(Outcome.Kind.FAIL)));
        assertThat(((Condition.VerdictOf) items.get(1).condition()).items())
                .containsExactly("a.b.second.early", "a.b.second.late", "a.b.second.after");
    }

    private Item item(String id) {
        return pack.items()
                .filter(item -> item.id().equals("trial.hard-items." + id))
                .findFirst()
                .orElseThrow();
    }
}

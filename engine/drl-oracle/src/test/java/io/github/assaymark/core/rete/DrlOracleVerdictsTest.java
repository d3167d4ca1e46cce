package io.github.assaymark.core.rete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.drl.DrlPrinter;
import io.github.assaymark.core.facts.ContentDigest;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.SignatureStatus;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/** Attestations and verdicts about verdicts as DRL: what its rules match makes the verdict the engine gives. */
class DrlOracleVerdictsTest {
    private static final SourcePlace PLACE = new SourcePlace("drl.groovy", 1, 1, "");
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final int ROUNDS = 120;

    private static final Item PERSONS = item(
            "persons",
            "Service",
            new Condition.Attested(
                    null,
                    new Expr.Const(List.of("privacy", "legal"), ValueType.TEXT_LIST, PLACE),
                    Duration.ofDays(30),
                    true,
                    null,
                    new Expr.Const(2L, ValueType.INTEGER, PLACE),
                    PLACE));
    private static final Item CONTENT = item(
            "content",
            "Service",
            new Condition.Attested(
                    null,
                    null,
                    null,
                    false,
                    new Pattern("s", "Service", Pattern.Side.HEAD, false, List.of(), Qualifiers.NONE, PLACE),
                    new Expr.Const(1L, ValueType.INTEGER, PLACE),
                    PLACE));
    private static final List<String> BOTH = List.of(PERSONS.id(), CONTENT.id());
    private static final Item ALL =
            item("all", "Service", new Condition.VerdictOf(null, "drl/items", BOTH, false, PLACE));
    private static final Item EXCUSED =
            item("excused", "Service", new Condition.VerdictOf(null, "drl/items", BOTH, true, PLACE));
    private static final Item WHOLE =
            item("whole", "Repository", new Condition.VerdictOf(null, "drl/items", BOTH, true, PLACE));

    private static final Item FAILING = item("failing", "Service", having(false, Outcome.Kind.FAIL));
    private static final Item NONE_FAILS = item("none-fails", "Service", having(true, Outcome.Kind.FAIL));
    private static final Item NOT_GREEN =
            item("not-green", "Repository", having(false, Outcome.Kind.FAIL, Outcome.Kind.UNKNOWN));
    private static final Item KNOWN_GREEN =
            item("known-green", "Service", having(true, Outcome.Kind.UNKNOWN, Outcome.Kind.FAIL));

    private static final List<Item> ITEMS =
            List.of(PERSONS, CONTENT, ALL, EXCUSED, WHOLE, FAILING, NONE_FAILS, NOT_GREEN, KNOWN_GREEN);

    private static Condition having(boolean none, Outcome.Kind... outcomes) {
        return new Condition.VerdictOf(
                null, "drl/items", List.of(), null, BOTH, false, new Condition.Having(none, List.of(outcomes)), PLACE);
    }

    @Test
    void what_the_rules_match_makes_the_verdict() {
        long seed = Long.getLong("assay.seed", 20_261_122L);
        System.out.println("DrlOracleVerdictsTest: -Dassay.seed=" + seed);
        Random random = new Random(seed);
        KieBase rules = DrlOracleTest.compile(ITEMS, FactCatalogue.standard());
        Assay assay = Assay.with(pack());
        Set<Outcome.Kind> seen = EnumSet.noneOf(Outcome.Kind.class);
        Set<String> reasons = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Snapshot snapshot = snapshot(random);
            Assessment assessment = assay.assess(snapshot);
            List<Object> known = new ArrayList<>(snapshot.facts());
            known.addAll(assessment.verdicts());
            DrlOracleFirings fired = DrlOracleFirings.of(
                    rules, FactCatalogue.standard(), known, List.of(), Environment.of(NOW, Map.of()));
            for (Item item : ITEMS)
                for (Fact subject : snapshot.facts()) {
                    if (!subject.getClass().getSimpleName().equals(item.judges())) continue;
                    Verdict verdict =
                            assessment.verdict(item.id(), subject.key()).orElseThrow();
                    seen.add(verdict.outcome().kind());
                    if (verdict.outcome() instanceof Outcome.Unknown unknown)
                        reasons.add(unknown.reason().name());
                    assertThat(read(item, subject, fired))
                            .as("%s with %s", verdict, snapshot)
                            .isEqualTo(said(verdict));
                }
        }
        assertThat(seen).contains(Outcome.Kind.PASS, Outcome.Kind.FAIL, Outcome.Kind.UNKNOWN);
        assertThat(reasons).contains("STALE", "WRONG_REVISION", "AWAITING_ATTESTATION");
    }

    private static String said(Verdict verdict) {
        boolean attested = verdict.item().condition() instanceof Condition.Attested;
        return verdict.outcome() instanceof Outcome.Unknown unknown && attested
                ? unknown.reason().name()
                : verdict.outcome().kind().name();
    }

    /** A verdict by the comments the DRL prints above its rules. */
    private static String read(Item item, Fact subject, DrlOracleFirings fired) {
        String rule = DrlPrinter.candidateRule(item, 1);
        if (item.condition() instanceof Condition.Attested) {
            if (fired.matched(rule + " rejected", subject)) return "FAIL";
            if (fired.enough(rule, subject)) return "PASS";
            if (fired.matched(rule + " expired", subject)) return "STALE";
            return fired.matched(rule + " other content", subject) ? "WRONG_REVISION" : "AWAITING_ATTESTATION";
        }
        if (item.condition() instanceof Condition.VerdictOf of && of.having() != null) {
            boolean none = of.having().none();
            if (fired.matched(rule + " such", subject)) return none ? "FAIL" : "PASS";
            if (fired.matched(rule + " error", subject)) return "ERROR";
            if (fired.matched(rule + " open", subject)) return "UNKNOWN";
            return none ? "PASS" : "FAIL";
        }
        if (fired.matched(rule + " failing", subject)) return "FAIL";
        if (fired.matched(rule + " error", subject)) return "ERROR";
        if (fired.matched(rule + " open", subject)) return "UNKNOWN";
        return fired.matched(rule + " green", subject) ? "PASS" : "NOT_APPLICABLE";
    }

    private static Snapshot snapshot(Random random) {
        List<Fact> facts = new ArrayList<>(List.of(
                Now.at(NOW),
                new Repository("", "", Provenance.File.whole("."), "demo", "c0ffee", null),
                Coverage.of("test", "Service", "", 2, 0, "*", List.of()),
                Coverage.of("test", "Attestation", "", 1, 0, "*", List.of()),
                Coverage.of("test", "Repository", "", 1, 0, "*", List.of())));
        if (random.nextBoolean()) {
            facts.add(person(0, List.of("privacy", "legal", "sales"), true));
            facts.add(person(1, List.of("privacy", "sales"), true));
            facts.add(person(2, List.of("privacy", "legal"), random.nextBoolean()));
        }
        for (String directory : List.of("a", "b")) {
            Service service = new Service(
                    directory, directory, Provenance.File.whole(directory), directory, directory, "x", "c0ffee");
            facts.add(service);
            facts.add(Coverage.of("test", "Service", directory, 1, 0, "*", List.of()));
            for (Item item : List.of(PERSONS, CONTENT)) {
                for (int i = random.nextInt(5); i > 0; i--) facts.add(attestation(random, item, service, i));
                if (random.nextInt(4) == 0)
                    facts.add(new Waiver(
                            item.id() + directory,
                            "",
                            Provenance.File.line("waivers.yaml", 5),
                            item.id(),
                            directory,
                            "being moved",
                            "@person" + random.nextInt(3),
                            "OPS-7",
                            NOW.plus(Duration.ofDays(random.nextInt(3))),
                            List.of(),
                            null));
            }
        }
        return Snapshot.of(facts);
    }

    private static TeamMember person(int number, List<String> roles, boolean active) {
        String handle = "@person" + number;
        return new TeamMember(
                handle,
                "",
                Provenance.File.line("people.yaml", number),
                handle,
                null,
                null,
                roles,
                active,
                number % 2 == 0 ? List.of() : List.of("kim@loop.example"));
    }

    private static Attestation attestation(Random random, Item item, Service service, int number) {
        String by = "@person" + random.nextInt(3);
        Instant at = NOW.minus(Duration.ofDays(random.nextInt(8) == 0 ? 40 : random.nextInt(20)));
        if (random.nextInt(12) == 0) at = NOW.plusSeconds(1);
        @Nullable Instant expires = random.nextInt(4) == 0 ? at.plus(Duration.ofDays(random.nextInt(30))) : null;
        String digest = ContentDigest.of(List.of(service), FactCatalogue.standard());
        return new Attestation(
                item.id() + service.key() + number,
                "",
                new Provenance.Human(by, at, Provenance.File.line("attestations.yaml", number)),
                random.nextInt(6) == 0 ? item.formerly().get(0) : item.id(),
                random.nextInt(5) == 0 ? "*" : service.key(),
                by,
                List.of("privacy", "legal", "sales").get(random.nextInt(3)),
                random.nextInt(8) == 0 ? Decision.REJECTED : Decision.CONFIRMED,
                at,
                expires,
                random.nextInt(4) == 0 ? "deadbeef" : "c0ffee",
                random.nextInt(4) == 0 ? "sha256:00" : digest,
                null,
                List.of(List.<String>of(), List.of("kim@loop.example"), List.of("kim@loop.example", "ci@loop.example"))
                        .get(random.nextInt(3)),
                random.nextInt(5) == 0 ? SignatureStatus.INVALID : random.nextBoolean() ? SignatureStatus.VALID : null);
    }

    private static Pack pack() {
        return new Pack(
                "drl",
                "0",
                List.of(new Checklist(
                        "drl/items",
                        "Items",
                        "Service",
                        Checklist.WaiverPolicy.ALLOWED,
                        List.of(),
                        List.of(new Section("all", "All", ITEMS)),
                        PLACE)));
    }

    private static Item item(String name, String judges, Condition condition) {
        return new Item(
                "drl.items.all." + name,
                List.of("drl.items.once." + name),
                "Item " + name,
                judges,
                Severity.BLOCKER,
                Phase.PRE_MERGE,
                Item.Rollout.BLOCK,
                null,
                null,
                List.of(),
                null,
                condition,
                null,
                null,
                PLACE);
    }
}

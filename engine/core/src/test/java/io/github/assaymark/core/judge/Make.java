package io.github.assaymark.core.judge;

import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rules and facts for tests. */
final class Make {
    static final SourcePlace PLACE = new SourcePlace("test.groovy", 1, 1, "test");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final FactCatalogue CATALOGUE = catalogue();

    private Make() {}

    private static FactCatalogue catalogue() {
        List<Class<? extends Fact>> types = new ArrayList<>(List.of(Probe.class, Partner.class));
        for (FactType type : FactCatalogue.standard().types()) types.add(type.javaType());
        return FactCatalogue.of(types);
    }

    static Expr own(String type, String property) {
        return prop(Expr.Role.OWN, type, property);
    }

    static Expr outer(String type, String property) {
        return prop(Expr.Role.OUTER, type, property);
    }

    static Expr subject(String type, String property) {
        return prop(Expr.Role.SUBJECT, type, property);
    }

    private static Expr prop(Expr.Role role, String type, String property) {
        FactType of = Objects.requireNonNull(CATALOGUE.type(type));
        ValueType valueType = Objects.requireNonNull(of.property(property)).type();
        return new Expr.Prop(role, type.toLowerCase(Locale.ROOT), type, property, valueType, PLACE);
    }

    static Expr text(@Nullable String value) {
        return new Expr.Const(value, ValueType.TEXT, PLACE);
    }

    static Expr number(long value) {
        return new Expr.Const(value, ValueType.INTEGER, PLACE);
    }

    static Expr list(String... values) {
        return new Expr.Const(List.of(values), ValueType.TEXT_LIST, PLACE);
    }

    static Expr param(String name, ValueType type) {
        return new Expr.ParamRef(name, type, PLACE);
    }

    static Expr equal(Expr left, Expr right) {
        return new Expr.Compare(Expr.Comparison.EQUAL, left, right, PLACE);
    }

    static Expr compare(Expr.Comparison comparison, Expr left, Expr right) {
        return new Expr.Compare(comparison, left, right, PLACE);
    }

    static Pattern pattern(String type, Expr... where) {
        return new Pattern(
                type.toLowerCase(Locale.ROOT), type, Pattern.Side.HEAD, false, List.of(where), Qualifiers.NONE, PLACE);
    }

    static Pattern qualified(Pattern p, Qualifiers qualifiers) {
        return new Pattern(p.variable(), p.factType(), p.side(), p.anywhere(), p.where(), qualifiers, p.place());
    }

    static Pattern anywhere(Pattern p) {
        return new Pattern(p.variable(), p.factType(), p.side(), true, p.where(), p.qualifiers(), p.place());
    }

    static Pattern base(Pattern p) {
        return new Pattern(
                p.variable(), p.factType(), Pattern.Side.BASE, p.anywhere(), p.where(), p.qualifiers(), p.place());
    }

    static Pattern unsure(Pattern p) {
        return qualified(p, new Qualifiers(own(p.factType(), "unsure"), false, null, null, null, null));
    }

    /** Probes of kind {@code a}. */
    static Pattern probes() {
        return pattern("Probe", equal(own("Probe", "kind"), text("a")));
    }

    static Pattern partners() {
        return pattern("Partner", equal(own("Partner", "of"), outer("Probe", "key")));
    }

    static Condition some(Pattern pattern) {
        return new Condition.Some(null, pattern, PLACE);
    }

    static Condition no(Pattern pattern) {
        return new Condition.No(null, pattern, PLACE);
    }

    static Condition count(Condition.Quantity quantity, long number, Pattern pattern) {
        return new Condition.Count(null, quantity, number(number), pattern, null, PLACE);
    }

    static Condition everyMust(Pattern pattern, Expr... must) {
        return new Condition.EveryMust(null, pattern, List.of(must), PLACE);
    }

    static Condition everyHas(Pattern pattern, Pattern partner) {
        return new Condition.EveryHas(null, pattern, partner, PLACE);
    }

    static Condition everyHasNo(Pattern pattern, Pattern partner) {
        return new Condition.EveryHasNo(null, pattern, partner, PLACE);
    }

    static Condition all(Condition... parts) {
        return new Condition.AllOf(null, List.of(parts), PLACE);
    }

    static Condition any(Condition... parts) {
        return new Condition.AnyOf(null, List.of(parts), PLACE);
    }

    static Condition verdictOf(boolean waived, String... items) {
        return new Condition.VerdictOf(null, "target", List.of(items), waived, PLACE);
    }

    static Condition having(boolean none, Set<Outcome.Kind> outcomes, String... items) {
        return new Condition.VerdictOf(
                null,
                "target",
                List.of(),
                null,
                List.of(items),
                false,
                new Condition.Having(none, List.copyOf(outcomes)),
                PLACE);
    }

    static ItemMaker item(String id, Condition condition) {
        return new ItemMaker(id, condition);
    }

    static Pack pack(ItemMaker... items) {
        return pack(Checklist.WaiverPolicy.ALLOWED, List.of(), items);
    }

    static Pack pack(Checklist.WaiverPolicy waivers, List<ParamDecl> params, ItemMaker... items) {
        List<Item> made = Arrays.stream(items).map(ItemMaker::make).toList();
        Section section = new Section("s", "Section", made);
        return new Pack(
                "test",
                "0",
                List.of(new Checklist("test/list", "List", "Service", waivers, params, List.of(section), PLACE)));
    }

    static Session open(Pack pack, Snapshot snapshot) {
        return open(pack, snapshot, Phase.AFTER_GA);
    }

    static Session open(Pack pack, Snapshot snapshot, Phase upTo) {
        return new Session(
                Ruleset.of(List.of(pack), CATALOGUE),
                snapshot,
                upTo,
                (plans, store, env) -> new PlainMatcher(plans, store, env, CATALOGUE),
                new BriefExplainer());
    }

    /** The outcome of the only item on the only subject, with its reason. */
    static String outcome(Condition condition, Fact... facts) {
        return outcome(pack(item("test.list.s.only", condition)), facts);
    }

    static String outcome(Pack pack, Fact... facts) {
        List<Fact> all = new ArrayList<>(List.of(facts));
        if (all.stream().noneMatch(Now.class::isInstance)) all.add(Now.at(NOW));
        if (all.stream().noneMatch(Service.class::isInstance)) all.add(service("svc"));
        Session session = open(pack, Snapshot.of(all));
        return word(session.assessment().verdicts().get(0).outcome());
    }

    static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Unknown unknown) return unknown.reason().name();
        return outcome.kind().name();
    }

    static Service service(String directory) {
        return new Service(
                directory, directory, Provenance.File.whole(directory), directory, directory, "test", "c0ffee");
    }

    static Coverage coverage(String type, String owner, Coverage.Status status) {
        return status == Coverage.Status.COMPLETE
                ? Coverage.of("test", type, owner, 1, 0, "everything", List.of())
                : Coverage.missing("test", type, owner, status, null);
    }

    static Waiver waiver(String item, String subject, Instant until) {
        Provenance place = Provenance.File.whole("waivers.yaml");
        return new Waiver(
                item + "/" + subject + "/" + until,
                "",
                place,
                item,
                subject,
                "reason",
                "@kim",
                "T-1",
                until,
                List.of(),
                null);
    }

    static Attestation attestation(String item, String by, Decision decision, Instant at) {
        Provenance place = Provenance.File.whole("attestations.yaml");
        return new Attestation(
                item + "/" + by,
                "",
                place,
                item,
                "svc",
                by,
                "privacy",
                decision,
                at,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** An item being made. */
    static final class ItemMaker {
        private final String id;
        private final Condition condition;
        private String judges = "Service";
        private Severity severity = Severity.BLOCKER;
        private Phase phase = Phase.PRE_MERGE;
        private Item.Rollout rollout = Item.Rollout.BLOCK;
        private List<String> formerly = List.of();
        private @Nullable Instant effectiveFrom;
        private @Nullable Condition appliesIf;

        ItemMaker(String id, Condition condition) {
            this.id = id;
            this.condition = condition;
        }

        ItemMaker judges(String type) {
            judges = type;
            return this;
        }

        ItemMaker severity(Severity next) {
            severity = next;
            return this;
        }

        ItemMaker phase(Phase next) {
            phase = next;
            return this;
        }

        ItemMaker rollout(Item.Rollout next) {
            rollout = next;
            return this;
        }

        ItemMaker formerly(String... ids) {
            formerly = List.of(ids);
            return this;
        }

        ItemMaker effectiveFrom(Instant from) {
            effectiveFrom = from;
            return this;
        }

        ItemMaker appliesIf(Condition next) {
            appliesIf = next;
            return this;
        }

        Item make() {
            return new Item(
                    id,
                    formerly,
                    "Title of " + id,
                    judges,
                    severity,
                    phase,
                    rollout,
                    null,
                    effectiveFrom,
                    List.of(),
                    appliesIf,
                    condition,
                    null,
                    null,
                    PLACE);
        }
    }
}

package io.github.assaymark.core.explain;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Remedy;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Truth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps that nobody can try in advance: to collect, to ask a person, to set a parameter. */
final class Advice {
    private final Scene scene;

    Advice(Scene scene) {
        this.scene = scene;
    }

    /** What would settle an open or rejected leaf. */
    List<Step.Plan> plans(LeafRecord record) {
        String unset = scene.unsetParameter(record.leaf());
        if (unset != null) return one(parameter(unset));
        if (record.leaf() instanceof Condition.Attested attested) return attest(record, attested);
        if (record.leaf() instanceof Condition.VerdictOf verdicts)
            return one(collect("Verdict", "settle the items of " + verdicts.target() + " first", null));
        if (!record.open().isEmpty()) return open(record);
        List<Step> steps = new ArrayList<>();
        for (SearchScope scope : record.scopes())
            if (!scope.complete() && !Scene.ENGINE_TYPES.contains(scope.factType()))
                steps.add(new Step.Told(collect(scope)));
        return steps.isEmpty()
                ? List.of()
                : List.of(new Step.Plan(steps.stream().distinct().toList()));
    }

    private static List<Step.Plan> one(Remedy.Edit edit) {
        return List.of(new Step.Plan(List.of(new Step.Told(edit))));
    }

    private static Remedy.Edit parameter(String name) {
        return new Remedy.Edit(
                Remedy.Action.ADD,
                "Param",
                "param:" + name,
                "values",
                null,
                null,
                null,
                "set parameter `" + name + "` in assay.yaml: `params: {" + name + ": ...}`");
    }

    static Remedy.Edit collect(SearchScope scope) {
        if (scope.lacksBase())
            return collect(
                    scope.factType(), "give the revision to compare with, for example `assay check --base main`", null);
        String gaps = Scopes.gaps(scope);
        String text = scope.coverage().isEmpty()
                ? "collect " + scope.factType() + " facts: nobody looked for them"
                : "collect " + scope.factType() + " facts again once everything can be read"
                        + (gaps.isEmpty() ? "" : ": " + gaps);
        return collect(scope.factType(), text, null);
    }

    private static Remedy.Edit collect(String type, String text, @Nullable Fact fact) {
        return new Remedy.Edit(
                Remedy.Action.COLLECT,
                type,
                fact == null ? null : fact.key(),
                null,
                null,
                null,
                fact == null ? null : fact.provenance(),
                text);
    }

    /** One step for all facts that are open for the same reason. */
    private List<Step.Plan> open(LeafRecord record) {
        Map<Outcome.Reason, List<LeafRecord.Open>> byReason = new EnumMap<>(Outcome.Reason.class);
        for (LeafRecord.Open open : record.open())
            if (open.why() instanceof Truth.Unknown unknown)
                byReason.computeIfAbsent(unknown.reason(), reason -> new ArrayList<>())
                        .add(open);
        List<Step> steps = new ArrayList<>();
        byReason.forEach((reason, open) -> steps.add(new Step.Told(settle(open, reason))));
        return steps.isEmpty() ? List.of() : List.of(new Step.Plan(steps));
    }

    private Remedy.Edit settle(List<LeafRecord.Open> all, Outcome.Reason reason) {
        LeafRecord.Open open = all.get(0);
        Fact fact = open.fact();
        String type = FactStore.type(fact);
        String more = all.size() == 1 ? "" : " and " + (all.size() - 1) + " more";
        String name = LeafRecorder.name(fact) + at(fact) + more;
        return switch (reason) {
            case UNRESOLVED ->
                collect(type, "settle what could not be determined" + scene.undetermined(open) + " in " + name, fact);
            case WRONG_REVISION ->
                collect(type, "collect again for revision " + Values.plain(scene.sha()) + ": " + name, fact);
            case STALE -> collect(type, "collect again what " + scene.why(open) + ": " + name, fact);
            case AWAITING_ATTESTATION ->
                new Remedy.Edit(
                        Remedy.Action.ATTEST,
                        type,
                        fact.key(),
                        null,
                        null,
                        null,
                        fact.provenance(),
                        "have the person answer who is waited for in " + name);
            case NOT_OBSERVED, PARTIAL, DENIED, PARAMETER_UNSET -> collect(type, "collect again: " + name, fact);
        };
    }

    /** The place of a fact as part of a sentence. */
    static String at(Fact fact) {
        Provenance.File place = fact.provenance().place();
        if (place == null) return "";
        return " (" + place.path() + (place.startLine() > 0 ? ":" + place.startLine() : "") + ")";
    }

    private List<Step.Plan> attest(LeafRecord record, Condition.Attested leaf) {
        AttestationRecord attestations = new AttestationRecord(scene, leaf);
        if (record.value() instanceof Truth.False) {
            List<Step> steps = new ArrayList<>();
            for (LeafRecord.Offence rejection : record.offences()) {
                Fact fact = rejection.fact();
                if (fact == null) continue;
                steps.add(new Step.Told(new Remedy.Edit(
                        Remedy.Action.ATTEST,
                        "Attestation",
                        fact.key(),
                        "decision",
                        "REJECTED",
                        "CONFIRMED",
                        fact.provenance(),
                        "mend what was rejected, then have it confirmed anew" + at(fact))));
            }
            return List.of(new Step.Plan(steps));
        }
        if (leaf.bound() != null && attestations.digest() == null) {
            SearchScope scope = scene.scope(leaf.bound());
            return scope.complete() ? add(leaf.bound(), null) : one(collect(scope));
        }
        if (!scene.attestations().complete() && attestations.confirmations().isEmpty())
            return one(collect(scene.attestations()));
        return one(new Remedy.Edit(
                Remedy.Action.ATTEST,
                "Attestation",
                null,
                null,
                null,
                "CONFIRMED",
                null,
                attestText(leaf, attestations)));
    }

    private String attestText(Condition.Attested leaf, AttestationRecord attestations) {
        Object quorum = scene.bindings().value(leaf.quorum(), null, null);
        long missing = quorum instanceof Long number
                ? number
                        - attestations.confirmations().stream()
                                .map(a -> a.by())
                                .distinct()
                                .count()
                : 1;
        List<String> roles = attestations.roles();
        StringBuilder text = new StringBuilder("have ");
        text.append(missing == 1 ? "a person" : missing + " persons");
        if (roles != null) text.append(" of role ").append(String.join(" or ", roles));
        text.append(" look and write: {item: ").append(scene.item().id());
        text.append(", subject: '").append(scene.subject().key()).append('\'');
        text.append(", by: '@handle'");
        if (roles != null) text.append(", role: ").append(roles.isEmpty() ? "..." : roles.get(0));
        text.append(", decision: CONFIRMED, at: ")
                .append(scene.bindings().env().now().atOffset(ZoneOffset.UTC).toLocalDate());
        String sha = attestations.sha();
        if (leaf.revision()) text.append(", sha: ").append(sha == null ? "..." : sha);
        String digest = attestations.digest();
        if (digest != null) text.append(", digest: '").append(digest).append('\'');
        return text.append('}').toString();
    }

    /** To add a fact, in words only. */
    List<Step.Plan> add(Pattern pattern, @Nullable Fact outer) {
        if (pattern.side() == Pattern.Side.BASE || Scene.ENGINE_TYPES.contains(pattern.factType())) return List.of();
        return one(new Remedy.Edit(
                Remedy.Action.ADD, pattern.factType(), null, null, null, null, null, addText(pattern, outer)));
    }

    String addText(Pattern pattern, @Nullable Fact outer) {
        return "add " + LeafRecorder.article(scene.bindings().wording(outer).pattern(pattern));
    }
}

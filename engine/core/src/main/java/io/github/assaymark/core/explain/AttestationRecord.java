package io.github.assaymark.core.explain;

import io.github.assaymark.core.link.Match;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What persons said of an item, and whether it counts. */
final class AttestationRecord {
    private static final Set<String> CITED =
            Set.of("by", "role", "decision", "at", "expires", "sha", "digest", "item", "subject");

    private final Scene scene;
    private final Condition.Attested leaf;
    private final List<Statement> statements = new ArrayList<>();

    private record Statement(
            Attestation attestation, @Nullable String flaw) {}

    AttestationRecord(Scene scene, Condition.Attested leaf) {
        this.scene = scene;
        this.leaf = leaf;
        for (Attestation attestation :
                scene.world().attestations().of(scene.item(), scene.subject().key()))
            statements.add(new Statement(attestation, flaw(attestation)));
    }

    private @Nullable String flaw(Attestation attestation) {
        Instant now = scene.bindings().env().now();
        List<String> roles = roles();
        if (roles != null && !roles.contains(String.valueOf(attestation.role())))
            return "does not count: the role is " + (attestation.role() == null ? "not said" : attestation.role())
                    + ", required " + Values.plain(roles);
        String doubt = scene.world().directory().doubt(attestation);
        if (doubt != null) return "does not count: " + doubt;
        if (attestation.at().isAfter(now)) return "does not count yet: it is dated in the future";
        if (attestation.expires() != null && !attestation.expires().isAfter(now))
            return "expired at " + attestation.expires();
        if (leaf.within() != null && attestation.at().plus(leaf.within()).isBefore(now))
            return "is older than " + Values.plain(leaf.within());
        String sha = sha();
        if (leaf.revision() && (sha == null || !sha.equals(attestation.sha())))
            return "speaks of commit " + Values.plain(attestation.sha()) + ", judged is " + Values.plain(sha);
        String digest = leaf.bound() == null ? null : digest();
        if (leaf.bound() != null && (digest == null || !digest.equals(attestation.digest())))
            return "speaks of other content: digest " + Values.plain(attestation.digest()) + ", now "
                    + Values.plain(digest);
        return null;
    }

    /** The roles that count; null for any. */
    @Nullable
    List<String> roles() {
        if (leaf.roles() == null) return null;
        Object value = scene.bindings().value(leaf.roles(), null, null);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : value == null ? null : List.of(value.toString());
    }

    /** The commit an attestation must speak of; null when it is not known. */
    @Nullable
    String sha() {
        Fact subject = scene.subjectFact();
        if (subject == null) return null;
        FactType type = scene.bindings().catalogue().typeOf(subject);
        Property sha = type.property("sha");
        return sha != null && sha.of(subject) instanceof String text ? text : null;
    }

    /** The digest an attestation must speak of; null when there is no such content. */
    @Nullable
    String digest() {
        List<Fact> bound = bound();
        return bound.isEmpty() ? null : scene.digest(bound);
    }

    /** The facts an attestation must speak of. */
    List<Fact> bound() {
        if (leaf.bound() == null) return List.of();
        List<Fact> facts = new ArrayList<>();
        try {
            for (Match match : scene.matches(scene.plan(leaf)).candidateTuples()) facts.add(match.own());
        } catch (RuntimeException e) {
            return List.of(); // the judge had a reason to say UNKNOWN before it looked
        }
        return facts;
    }

    String observed(Truth value) {
        if (value instanceof Truth.True) return said(Decision.CONFIRMED, "confirmed");
        if (value instanceof Truth.False) return said(Decision.REJECTED, "rejected");
        if (leaf.bound() != null && bound().isEmpty())
            return "there is no " + scene.bindings().wording(null).pattern(leaf.bound()) + " to attest";
        if (statements.isEmpty()) {
            boolean unseen = value instanceof Truth.Unknown u && u.reason() != Outcome.Reason.AWAITING_ATTESTATION;
            return unseen ? Scopes.text(scene.attestations(), "") : "nobody has answered";
        }
        return statements.stream()
                .map(statement ->
                        text(statement.attestation()) + (statement.flaw() == null ? "" : " " + statement.flaw()))
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    private String said(Decision decision, String word) {
        return statements.stream()
                .filter(statement ->
                        statement.flaw() == null && statement.attestation().decision() == decision)
                .limit(3)
                .map(statement -> person(statement.attestation()) + " on "
                        + statement.attestation().at())
                .collect(Collectors.joining(", ", word + " by ", ""));
    }

    private static String person(Attestation attestation) {
        return attestation.by() + (attestation.role() == null ? "" : " (" + attestation.role() + ")");
    }

    private static String text(Attestation attestation) {
        String word = attestation.decision() == Decision.CONFIRMED ? "the confirmation" : "the rejection";
        return word + " by " + person(attestation) + " of " + attestation.at();
    }

    List<Evidence> evidence(Truth value) {
        List<Evidence> evidence = new ArrayList<>();
        for (Statement statement : statements) {
            Attestation attestation = statement.attestation();
            boolean confirmed = attestation.decision() == Decision.CONFIRMED;
            Evidence.Role role = statement.flaw() != null
                    ? Evidence.Role.OPEN
                    : confirmed ? Evidence.Role.SUPPORTS : Evidence.Role.CONTRADICTS;
            if (statement.flaw() != null && !(value instanceof Truth.Unknown)) continue;
            if (value instanceof Truth.False && confirmed) continue;
            String message = text(attestation) + (statement.flaw() == null ? "" : " " + statement.flaw());
            evidence.add(new Evidence(role, scene.bindings().cite(attestation, CITED), null, message));
        }
        if (value instanceof Truth.Unknown && evidence.isEmpty())
            evidence.add(new Evidence(
                    Evidence.Role.ABSENT,
                    null,
                    scene.attestations(),
                    Scopes.text(scene.attestations(), "nobody has answered")));
        return evidence;
    }

    List<LeafRecord.Offence> rejections() {
        List<LeafRecord.Offence> offences = new ArrayList<>();
        for (Statement statement : statements) {
            Attestation attestation = statement.attestation();
            if (statement.flaw() != null || attestation.decision() != Decision.REJECTED) continue;
            FactRef ref = scene.bindings().cite(attestation, CITED);
            offences.add(new LeafRecord.Offence(
                    attestation,
                    null,
                    ref,
                    Fingerprints.entity(attestation),
                    person(attestation) + " rejected it on " + attestation.at(),
                    "REJECTED",
                    "CONFIRMED"));
        }
        return offences;
    }

    /** Confirmations that count. */
    List<Attestation> confirmations() {
        return statements.stream()
                .filter(statement -> statement.flaw() == null)
                .map(Statement::attestation)
                .filter(attestation -> attestation.decision() == Decision.CONFIRMED)
                .toList();
    }
}

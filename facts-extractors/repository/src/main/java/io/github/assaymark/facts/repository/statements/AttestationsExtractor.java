package io.github.assaymark.facts.repository.statements;

import io.github.assaymark.facts.repository.source.FileHistory;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads attestations: from the files the configuration names under {@code attestations}, otherwise from
 * {@code attestations/*.yaml}. A file holds one entry, a list, or a list below {@code attestations}:
 *
 * <pre>{@code
 * attestations:
 *   - item: loop.full.new-endpoint.consent-text     # id of the item
 *     subject: services/billing                     # key of the subject, '*' for every subject
 *     by: '@ada'                                    # handle; the @ may be left out
 *     role: privacy                                 # optional
 *     decision: confirmed                           # confirmed or rejected
 *     at: 2026-03-01T09:30:00Z                      # or a day, which is its start in UTC
 *     expires: 2027-03-01                           # optional, first moment it no longer holds
 *     sha: 0123456789abcdef0123456789abcdef01234567 # optional, full id of the commit it speaks of
 *     digest: sha256 in hexadecimal                 # optional, of the content it speaks of
 *     evidence: https://example.org/report          # optional
 *     note: free text                               # optional, not read
 * }</pre>
 */
public final class AttestationsExtractor implements FactExtractor {
    private static final Set<String> KEYS =
            Set.of("item", "subject", "by", "role", "decision", "at", "expires", "sha", "digest", "evidence", "note");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern DECISION = Pattern.compile("confirmed|rejected");

    @Override
    public String id() {
        return "attestations";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(Attestation.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        List<String> usual = List.of("attestations/*.yaml", "attestations/*.yml", "attestations/*.json");
        StatementFiles files = new StatementFiles(context, id(), usual, KEYS);
        files.read(facts, Attestation.class, entry -> attestation(entry, files));
    }

    private static @Nullable Fact attestation(StatementEntry entry, StatementFiles files) {
        String item = entry.required("item");
        String subject = entry.required("subject");
        String by = entry.handle("by");
        String role = entry.optional("role");
        String unused = entry.required("decision");
        String decision = entry.matching("decision", DECISION, "`confirmed` or `rejected`");
        Instant at = entry.instant("at");
        Instant expires = entry.optionalInstant("expires");
        String sha = entry.matching("sha", COMMIT, "full id of a commit");
        String digest = entry.optional("digest");
        String evidence = entry.optional("evidence");
        if (entry.problem() != null || decision == null) return null;
        FileHistory.Origin origin = files.origin(entry);
        return new Attestation(
                files.distinct(item + "/" + subject + "/" + by),
                files.owner(subject),
                new Provenance.Human(by, at, entry.place()),
                item,
                subject,
                by,
                role,
                decision.equals("confirmed") ? Decision.CONFIRMED : Decision.REJECTED,
                at,
                expires,
                sha,
                digest == null ? null : digest.toLowerCase(Locale.ROOT),
                evidence,
                origin.authors(),
                origin.signature());
    }
}

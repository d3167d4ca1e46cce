package io.github.assaymark.core.explain;

import io.github.assaymark.core.judge.Bench;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.AttestationRequest;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the items of an assessment ask persons. */
public final class AttestationRequests {
    private AttestationRequests() {}

    /** In the order of the verdicts; those of subjects that are there. */
    public static List<AttestationRequest> of(Bench bench, Assessment assessment) {
        List<AttestationRequest> requests = new ArrayList<>();
        for (Verdict verdict : assessment.verdicts()) {
            Fact subject = bench.subject(verdict.subject());
            if (subject == null) continue;
            Scene scene = new Scene(bench, verdict.item(), verdict.subject(), subject);
            for (Condition.Leaf leaf : LeafPlans.leaves(verdict.item()).toList())
                if (leaf instanceof Condition.Attested attested) requests.add(request(scene, attested));
        }
        return requests;
    }

    private static AttestationRequest request(Scene scene, Condition.Attested leaf) {
        AttestationRecord record = new AttestationRecord(scene, leaf);
        Object quorum = scene.bindings().value(leaf.quorum(), null, null);
        return new AttestationRequest(
                scene.item().id(),
                scene.subject(),
                scene.item().title(),
                record.roles(),
                quorum instanceof Long number ? (int) Math.min(number, Integer.MAX_VALUE) : 1,
                leaf.within(),
                leaf.revision(),
                leaf.revision() ? record.sha() : null,
                leaf.bound() != null,
                record.digest(),
                LeafRecorder.record(scene, leaf, "1").value());
    }
}

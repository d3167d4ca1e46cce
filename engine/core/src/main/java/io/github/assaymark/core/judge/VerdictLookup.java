package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.World;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verdicts given so far, and which of them a {@code verdictOf} looks at. */
final class VerdictLookup {
    private final Subjects subjects;
    private final World world;
    private final List<Map<SubjectRef, Verdict>> verdicts;

    VerdictLookup(Subjects subjects, World world, List<Map<SubjectRef, Verdict>> verdicts) {
        this.subjects = subjects;
        this.world = world;
        this.verdicts = verdicts;
    }

    /** Whether an item looks at another's verdicts on every subject: one of the two speaks of the whole repository. */
    static boolean seesAll(RuledItem asking, RuledItem asked) {
        return asking.item().judges().equals("Repository")
                || asked.item().judges().equals("Repository");
    }

    /** The verdicts of {@code asked}; one that stands for none when the owner has no subject of its kind. */
    List<Verdict> of(RuledItem asking, RuledItem asked, Fact subject) {
        String kind = asked.item().judges();
        Map<SubjectRef, Verdict> known = verdicts.get(asked.ordinal());
        if (kind.equals(asking.item().judges())) return present(known, List.of(Subjects.ref(subject)));
        if (subjects.hasNone(kind) || seesAll(asking, asked)) return present(known, subjects.refs(kind));
        Collection<SubjectRef> owned = subjects.ownedBy(kind, subject.owner());
        return owned.isEmpty() ? List.of(without(asked, subject.owner())) : present(known, owned);
    }

    private Verdict without(RuledItem asked, String owner) {
        String kind = asked.item().judges();
        Outcome.Reason reason = world.coverage().reason(Pattern.Side.HEAD, kind, owner);
        Outcome outcome = reason == null ? new Outcome.NotApplicable() : new Outcome.Unknown(reason);
        SubjectRef ref = new SubjectRef(kind, SubjectRef.NONE_FOUND, owner);
        return new Verdict(asked.item(), ref, outcome, new Disposition.None(), () -> {
            throw new IllegalStateException("`" + asked.id() + "` was not judged: `" + owner + "` has no " + kind);
        });
    }

    private static List<Verdict> present(Map<SubjectRef, Verdict> known, Collection<SubjectRef> refs) {
        List<Verdict> found = new ArrayList<>(refs.size());
        for (SubjectRef ref : refs) {
            @Nullable Verdict verdict = known.get(ref);
            if (verdict != null) found.add(verdict);
        }
        return found;
    }
}

package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.World;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a reader must know about waivers, attestations and parameters. */
final class Notices {
    private static final Comparator<Notice> ORDER = Comparator.comparing(Notice::kind)
            .thenComparing(Notice::message)
            .thenComparing(notice -> notice.place().toString());

    private final Ruleset rules;
    private final World world;
    private final Function<RuledItem, Collection<Verdict>> verdicts;
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, OfOtherPack> ofOtherPacks = new TreeMap<>();

    Notices(Ruleset rules, World world, Function<RuledItem, Collection<Verdict>> verdicts) {
        this.rules = rules;
        this.world = world;
        this.verdicts = verdicts;
    }

    List<Notice> all() {
        notices.addAll(world.reading().notices());
        world.waivers().all().forEach(this::waiver);
        world.attestations().all().forEach(this::attestation);
        ofOtherPacks.forEach((pack, first) -> add(
                first.kind,
                first.count == 1
                        ? first.name + " is for the pack `" + pack + "`, which is not judged here"
                        : first.count + " waivers and attestations are for the pack `" + pack
                                + "`, which is not judged here",
                first.fact));
        notices.sort(ORDER);
        return notices;
    }

    private void waiver(Waiver waiver) {
        String name = "waiver of `" + waiver.item() + "` for " + subject(waiver.subject());
        List<RuledItem> items = rules.named(waiver.item());
        String doubt = world.directory().doubt(waiver);
        if (items.isEmpty()) {
            unknownItem(Notice.Kind.WAIVER_UNUSED, name, waiver.item(), waiver);
        } else if (!isKnownSubject(items, waiver.subject())) {
            add(Notice.Kind.WAIVER_UNUSED, name + " names an unknown subject", waiver);
        } else if (!Dispositions.isValid(waiver, world.now())) {
            add(Notice.Kind.WAIVER_EXPIRED, name + " ended at " + waiver.until(), waiver);
        } else if (doubt != null) {
            add(Notice.Kind.WAIVER_DOUBTED, name + " by " + waiver.approvedBy() + " has no effect: " + doubt, waiver);
        } else if (items.stream().anyMatch(i -> i.checklist().waivers() == Checklist.WaiverPolicy.FORBIDDEN)) {
            add(Notice.Kind.WAIVER_FORBIDDEN, name + " has no effect: its checklist forbids waivers", waiver);
        } else if (verdictsOf(items, waiver.subject()).noneMatch(v -> Dispositions.isWaivable(v.outcome()))) {
            add(Notice.Kind.WAIVER_UNUSED, name + " excuses nothing: the item does not fail", waiver);
        }
    }

    private void attestation(Attestation attestation) {
        String name = "attestation of `" + attestation.item() + "` for " + subject(attestation.subject()) + " by "
                + attestation.by();
        List<RuledItem> items = rules.named(attestation.item());
        List<Condition.Attested> leaves = items.stream()
                .flatMap(item -> LeafPlans.leaves(item.item()))
                .filter(Condition.Attested.class::isInstance)
                .map(Condition.Attested.class::cast)
                .toList();
        if (items.isEmpty()) {
            unknownItem(Notice.Kind.ATTESTATION_UNUSED, name, attestation.item(), attestation);
        } else if (leaves.isEmpty() && items.stream().noneMatch(Notices::readsAttestations)) {
            add(Notice.Kind.ATTESTATION_UNUSED, name + " has no effect: the item asks for none", attestation);
        } else if (!isKnownSubject(items, attestation.subject())) {
            add(Notice.Kind.ATTESTATION_UNUSED, name + " names an unknown subject", attestation);
        } else if (!leaves.isEmpty()
                && leaves.stream().allMatch(l -> AttestedJudge.isExpired(attestation, l.within(), world.now()))) {
            add(Notice.Kind.ATTESTATION_EXPIRED, name + " of " + attestation.at() + " has expired", attestation);
        }
    }

    /** Whether a condition asks for attestations as it does for other facts. */
    private static boolean readsAttestations(RuledItem item) {
        String type = Attestation.class.getSimpleName();
        return LeafPlans.leaves(item.item()).anyMatch(leaf -> {
            Pattern first = LeafPlans.pattern(leaf);
            Pattern partner = LeafPlans.partner(leaf);
            return (first != null && first.factType().equals(type))
                    || (partner != null && partner.factType().equals(type));
        });
    }

    /** One notice for all that speak of a pack that is not judged: a run with fewer packs is no mistake of theirs. */
    private void unknownItem(Notice.Kind kind, String name, String item, Fact fact) {
        String pack = item.substring(0, Math.max(0, item.indexOf('.')));
        if (pack.isEmpty() || rules.judgesPack(pack)) add(kind, name + " names an unknown item", fact);
        else ofOtherPacks.merge(pack, new OfOtherPack(kind, name, fact, 1), OfOtherPack::and);
    }

    private record OfOtherPack(Notice.Kind kind, String name, Fact fact, int count) {
        OfOtherPack and(OfOtherPack other) {
            return new OfOtherPack(kind, name, fact, count + other.count);
        }
    }

    private void add(Notice.Kind kind, String message, Fact fact) {
        notices.add(new Notice(kind, message, fact.provenance()));
    }

    private static String subject(String key) {
        return key.equals(SubjectRef.NONE_FOUND) ? "every subject" : "`" + key + "`";
    }

    private boolean isKnownSubject(List<RuledItem> items, String key) {
        return key.equals("*") || verdictsOf(items, key).findAny().isPresent();
    }

    private Stream<Verdict> verdictsOf(List<RuledItem> items, String key) {
        return items.stream()
                .flatMap(item -> verdicts.apply(item).stream())
                .filter(verdict -> key.equals("*") || verdict.subject().key().equals(key));
    }
}

package io.github.assaymark.core.rete;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.rete.DrlOracleTest.Found;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.EntryPoint;

/** What the rules of printed DRL matched, by what their names end in. */
final class DrlOracleFirings {
    /** In the order in which the first decides, with what it makes of a fact. */
    private static final List<Map.Entry<String, String>> DOUBTS = List.of(
            Map.entry(" unresolved", "UNRESOLVED"),
            Map.entry(" wrong revision", "WRONG_REVISION"),
            Map.entry(" awaiting", "AWAITING_ATTESTATION"),
            Map.entry(" stale", "STALE"),
            Map.entry(" undated", "UNRESOLVED"),
            Map.entry(" pending", "PENDING"));

    private final Set<Found> matches = new HashSet<>();
    private final Map<Found, Integer> doubts = new HashMap<>();
    private final Set<List<Object>> counts = new HashSet<>();
    private final Map<String, Set<Object>> others = new HashMap<>();

    private DrlOracleFirings() {}

    static DrlOracleFirings of(
            KieBase rules,
            FactCatalogue catalogue,
            Collection<?> facts,
            Collection<? extends Fact> base,
            Environment env) {
        DrlOracleFirings firings = new DrlOracleFirings();
        KieSession session = rules.newKieSession();
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                firings.add(
                        event.getMatch().getRule().getName(), event.getMatch().getObjects());
            }
        });
        session.insert(env);
        session.insert(catalogue);
        facts.forEach(session::insert);
        EntryPoint entry = session.getEntryPoint("base");
        if (entry != null) base.forEach(entry::insert);
        session.fireAllRules();
        session.dispose();
        return firings;
    }

    private void add(String rule, List<Object> bound) {
        List<Fact> facts = new ArrayList<>();
        for (Object object : bound) if (object instanceof Fact fact) facts.add(fact);
        Fact subject = facts.get(0);
        for (int i = 0; i < DOUBTS.size(); i++) {
            String end = DOUBTS.get(i).getKey();
            if (!rule.endsWith(end)) continue;
            Found found = new Found(rule.substring(0, rule.length() - end.length()), subject, match(facts));
            doubts.merge(found, i, Math::min);
            return;
        }
        if (rule.endsWith(" candidate") || rule.endsWith(" hit")) matches.add(new Found(rule, subject, match(facts)));
        else if (rule.endsWith(" enough"))
            counts.add(List.of(rule.substring(0, rule.length() - " enough".length()), subject));
        else others.computeIfAbsent(rule, name -> new HashSet<>()).add(subject);
    }

    private static Match match(List<Fact> facts) {
        return facts.size() == 2 ? new Match(facts.get(1), null) : new Match(facts.get(2), facts.get(1));
    }

    /** Matches of the rules for candidates and hits. */
    Set<Found> matches() {
        return matches;
    }

    /** Why matched facts are questionable, for those that are. */
    Map<Found, String> doubts() {
        Map<Found, String> first = new HashMap<>();
        doubts.forEach((found, i) -> first.put(found, DOUBTS.get(i).getValue()));
        return first;
    }

    /** Rules for enough of something, without that ending, and the subjects they hold for. */
    Set<List<Object>> counts() {
        return counts;
    }

    /** Whether any other rule matched for a subject. */
    boolean matched(String rule, Fact subject) {
        return others.getOrDefault(rule, Set.of()).contains(subject);
    }

    /** Whether there was enough of something for a subject. */
    boolean enough(String rule, Fact subject) {
        return counts.contains(List.of(rule, subject));
    }
}

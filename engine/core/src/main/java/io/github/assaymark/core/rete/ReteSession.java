package io.github.assaymark.core.rete;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Pattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.EntryPoint;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.event.rule.RuleEventManager;

/**
 * A network filled with facts. Changes are deletes and inserts, never updates.
 *
 * <p>Leaves whose matching may throw are left to the plain matcher; so is everything once the network itself threw,
 * which the planning of leaves excludes: matches that are late are no evidence.
 */
final class ReteSession implements MatchEngine {
    private final ReteBase base;
    private final LeafPlans plans;
    private final FactStore store;
    private final Supplier<MatchEngine> plainMatcher;
    private final KieSession network;
    private final MatchTap tap;
    private final Map<Fact, FactHandle> handles = new HashMap<>();
    private final Map<Surroundings, FactHandle> surroundings = new LinkedHashMap<>();
    private Environment env;
    private @Nullable MatchEngine plain;
    private boolean broken;
    private @Nullable String trouble;

    ReteSession(ReteBase base, LeafPlans plans, FactStore store, Environment env, MatchEngine.Factory plain) {
        this.base = base;
        this.plans = plans;
        this.store = store;
        this.env = env;
        this.plainMatcher = () -> plain.open(plans, store, this.env);
        this.network = base.newSession();
        this.tap = new MatchTap(base.queries());
        ((RuleEventManager) network).addEventListener(tap);
        guarded("when it was filled", () -> fill(env));
    }

    private void fill(Environment env) {
        for (Surroundings fact : Surroundings.of(env)) surroundings.put(fact, network.insert(fact));
        for (String type : base.headTypes())
            for (Fact fact : store.facts(Pattern.Side.HEAD, type)) handles.put(fact, network.insert(fact));
        for (String type : base.baseTypes()) {
            EntryPoint entry = network.getEntryPoint(RuleCompiler.BASE);
            for (Fact fact : store.facts(Pattern.Side.BASE, type)) entry.insert(fact);
        }
        network.fireAllRules();
        tap.drain((query, scope) -> {});
    }

    @Override
    public Matches of(LeafPlan leaf, @Nullable Fact subject) {
        ReteBase.Use use = broken ? null : base.use(leaf);
        if (use == null) return plain().of(leaf, subject);
        return new ReteMatches(this, leaf, subject, bucket(use.candidates(), subject), bucket(use.hits(), subject));
    }

    private @Nullable Bucket bucket(ReteBase.@Nullable Compiled query, @Nullable Fact subject) {
        if (query == null) return null;
        return tap.bucket(query, query.query().judges() == null ? subject : inserted(subject));
    }

    /** The object in the network that equals a subject. */
    private Fact inserted(@Nullable Fact subject) {
        FactHandle handle = handles.get(subject);
        if (handle == null)
            throw new IllegalArgumentException(
                    "no such subject in this session: " + subject + "\n  Maybe it was taken from another snapshot");
        return (Fact) Objects.requireNonNull(network.getObject(handle));
    }

    /** Whether the network threw and everything is left to the plain matcher. */
    boolean isBroken() {
        return broken;
    }

    FactStore store() {
        return store;
    }

    /** Opened when first asked for. */
    MatchEngine plain() {
        MatchEngine open = plain == null ? plainMatcher.get() : plain;
        plain = open;
        return open;
    }

    @Override
    public void apply(List<Fact> removed, List<Fact> added, Environment next, Touched touched) {
        followPlain(removed, added, next);
        boolean moved = surroundings.keySet().stream().anyMatch(fact -> !fact.holdsIn(next));
        guarded(during(removed, added), () -> change(removed, added, next));
        if (broken) {
            plans.matched().forEach(plan -> touched.touched(plan, null));
            return;
        }
        Reports reports = new Reports(base, store, touched);
        removed.forEach(reports::fact);
        added.forEach(reports::fact);
        if (moved) reports.environment(plans.matched());
        tap.drain(reports::matches);
    }

    /** The plain matcher follows where leaves are left to it; else it is opened anew when asked for again. */
    private void followPlain(List<Fact> removed, List<Fact> added, Environment next) {
        env = next;
        if (plain == null) return;
        if (broken || base.leavesSome()) {
            plain.apply(removed, added, next, (leaf, scope) -> {});
        } else {
            plain.close();
            plain = null;
        }
    }

    private void change(List<Fact> removed, List<Fact> added, Environment next) {
        for (Fact fact : removed)
            if (base.headTypes().contains(FactStore.type(fact)))
                network.delete(Objects.requireNonNull(handles.remove(fact), "a removed fact that was never there"));
        for (Fact fact : added)
            if (base.headTypes().contains(FactStore.type(fact))) handles.put(fact, network.insert(fact));
        List<Surroundings> stale = surroundings.keySet().stream()
                .filter(fact -> !fact.holdsIn(next))
                .toList();
        for (Surroundings fact : stale) {
            network.delete(surroundings.remove(fact));
            Surroundings moved = fact.in(next);
            surroundings.put(moved, network.insert(moved));
        }
        network.fireAllRules();
    }

    private static String during(List<Fact> removed, List<Fact> added) {
        List<Fact> changed = added.isEmpty() ? removed : added;
        if (changed.isEmpty()) return "when the moment or parameters changed";
        Fact first = changed.get(0);
        int others = removed.size() + added.size() - 1;
        return "when it followed a change of " + FactStore.type(first) + " `" + first.key() + "`"
                + (others == 0 ? "" : " and " + others + " more facts");
    }

    private void guarded(String when, Runnable work) {
        if (broken) return;
        try {
            work.run();
        } catch (RuntimeException e) {
            broken = true;
            trouble = "goes on without the rule network, which failed " + when + ": " + said(e);
            network.dispose();
        }
    }

    /** The innermost cause: outer ones print generated names. */
    private static String said(Throwable of) {
        Throwable cause = of;
        for (int depth = 0; cause.getCause() != null && depth < 20; depth++) cause = cause.getCause();
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ", " + message.lines().findFirst().orElse("").strip();
    }

    @Override
    public @Nullable String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        if (!broken) network.dispose();
        if (plain != null) plain.close();
    }
}

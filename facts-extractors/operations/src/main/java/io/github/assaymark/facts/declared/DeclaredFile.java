package io.github.assaymark.facts.declared;

import io.github.assaymark.facts.alerting.AlertingFile;
import io.github.assaymark.facts.exports.ServiceNames;
import io.github.assaymark.facts.exports.Stages;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.StateSource;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of the repository while it is read. What names no service belongs to the one whose directory the file lies in.
 */
final class DeclaredFile implements AlertingFile {
    private final String path;
    private final @Nullable String commit;
    private final ServiceNames services;
    private final CoverageAccount account;
    private final Map<String, Integer> keys;
    private final Consumer<Fact> facts;

    DeclaredFile(
            String path,
            @Nullable String commit,
            ServiceNames services,
            CoverageAccount account,
            Map<String, Integer> keys,
            Consumer<Fact> facts) {
        this.path = path;
        this.commit = commit;
        this.services = services;
        this.account = account;
        this.keys = keys;
        this.facts = facts;
    }

    @Override
    public StateSource source() {
        return StateSource.DECLARED;
    }

    @Override
    public @Nullable Instant at() {
        return null;
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public Provenance place(LocatedNode value) {
        return value.span().in(commit, path, null);
    }

    @Override
    public String owner(@Nullable String service) {
        String owner = services.owner(service);
        return owner.isEmpty() ? services.ownerOf(path) : owner;
    }

    @Override
    public @Nullable String service(@Nullable String named) {
        if (named != null) return named;
        String owner = services.ownerOf(path);
        return owner.isEmpty() ? null : Paths.name(owner);
    }

    @Override
    public @Nullable String stage(@Nullable String named) {
        return Stages.normal(named);
    }

    @Override
    public String key(String base) {
        int times = keys.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + "#" + times;
    }

    @Override
    public void gap(LocatedNode value, String reason) {
        account.gap(path, value.span().startLine(), reason);
    }

    @Override
    public void fact(Fact fact) {
        facts.accept(fact);
    }
}

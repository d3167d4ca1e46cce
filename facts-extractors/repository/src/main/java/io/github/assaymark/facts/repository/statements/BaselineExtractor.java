package io.github.assaymark.facts.repository.statements;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.BaselineEntry;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads old findings that are accepted as debt: from the files the configuration names under {@code baseline},
 * otherwise from {@code assay-baseline.yaml}. A file holds one entry, a list, or a list below {@code baseline}:
 *
 * <pre>{@code
 * baseline:
 *   - item: loop.full.new-service-docs.readme       # id of the item
 *     subject: services/billing                     # key of the subject
 *     fingerprint: 3f2a9c                           # of the finding, as reports print it
 *     note: free text                               # optional, not read
 * }</pre>
 */
public final class BaselineExtractor implements FactExtractor {
    private static final Set<String> KEYS = Set.of("item", "subject", "fingerprint", "note");

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(BaselineEntry.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        StatementFiles files = new StatementFiles(context, id(), List.of("assay-baseline.yaml"), KEYS);
        files.read(facts, BaselineEntry.class, entry -> baseline(entry, files));
    }

    private static @Nullable Fact baseline(StatementEntry entry, StatementFiles files) {
        String item = entry.required("item");
        String subject = entry.required("subject");
        String fingerprint = entry.required("fingerprint");
        if (entry.problem() != null) return null;
        return new BaselineEntry(
                files.distinct(item + "/" + subject + "/" + fingerprint),
                files.owner(subject),
                entry.place(),
                item,
                subject,
                fingerprint);
    }
}

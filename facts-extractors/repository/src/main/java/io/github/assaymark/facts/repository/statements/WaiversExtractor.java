package io.github.assaymark.facts.repository.statements;

import io.github.assaymark.facts.repository.source.FileHistory;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads waivers: from the files the configuration names under {@code waivers}, otherwise from {@code waivers/*.yaml}. A
 * file holds one entry, a list, or a list below {@code waivers}:
 *
 * <pre>{@code
 * waivers:
 *   - item: loop.production-readiness.code.no-todo  # id of the item
 *     subject: services/orders                      # key of the subject, '*' for every subject
 *     reason: The change lands with the next event  # why
 *     approvedBy: '@ada'                            # handle; the @ may be left out
 *     until: 2026-06-30                             # first moment it no longer holds; a day is its start in UTC
 *     ticket: COM-311                               # optional
 *     note: free text                               # optional, not read
 * }</pre>
 */
public final class WaiversExtractor implements FactExtractor {
    private static final Set<String> KEYS =
            Set.of("item", "subject", "reason", "approvedBy", "ticket", "until", "note");

    @Override
    public String id() {
        return "waivers";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(Waiver.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        List<String> usual = List.of("waivers/*.yaml", "waivers/*.yml", "waivers/*.json");
        StatementFiles files = new StatementFiles(context, id(), usual, KEYS);
        files.read(facts, Waiver.class, entry -> waiver(entry, files));
    }

    private static @Nullable Fact waiver(StatementEntry entry, StatementFiles files) {
        String item = entry.required("item");
        String subject = entry.required("subject");
        String reason = entry.required("reason");
        String approvedBy = entry.handle("approvedBy");
        String ticket = entry.optional("ticket");
        Instant until = entry.instant("until");
        if (entry.problem() != null) return null;
        FileHistory.Origin origin = files.origin(entry);
        return new Waiver(
                files.distinct(item + "/" + subject),
                files.owner(subject),
                entry.place(),
                item,
                subject,
                reason,
                approvedBy,
                ticket,
                until,
                origin.authors(),
                origin.signature());
    }
}

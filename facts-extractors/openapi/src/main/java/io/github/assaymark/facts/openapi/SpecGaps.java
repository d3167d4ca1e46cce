package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.ApiExample;
import io.github.assaymark.model.fact.ApiExtension;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.ApiProperty;
import io.github.assaymark.model.fact.ApiResponse;
import io.github.assaymark.model.fact.ApiSpec;
import io.github.assaymark.model.fact.CostBudget;
import io.github.assaymark.model.fact.DanglingReference;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.RemoteReference;
import io.github.assaymark.model.fact.SloDef;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import java.util.function.Consumer;

/** What was not understood, by the fact types it matters to. All of it is charged to the description. */
final class SpecGaps {
    private final CoverageAccount operations;
    private final CoverageAccount properties;
    private final CoverageAccount references;
    private final CoverageAccount promises;

    SpecGaps(ScanContext context, String extractor) {
        operations = new CoverageAccount(context, extractor, SpecDiscovery.LOOKED);
        properties = new CoverageAccount(context, extractor, SpecDiscovery.LOOKED);
        references = new CoverageAccount(context, extractor, SpecDiscovery.LOOKED);
        promises = new CoverageAccount(context, extractor, SpecDiscovery.LOOKED);
    }

    void matched(String spec) {
        operations.matched(spec);
        properties.matched(spec);
        references.matched(spec);
        promises.matched(spec);
    }

    /** Matters to everything. */
    void all(String spec, int line, String reason) {
        facts(spec, line, reason);
        references.gap(spec, line, reason);
    }

    /** Matters to all facts but those about references and repeated keys. */
    void facts(String spec, int line, String reason) {
        operations.gap(spec, line, reason);
        properties.gap(spec, line, reason);
        promises.gap(spec, line, reason);
    }

    /** Matters to what operations promise. */
    void promises(String spec, int line, String reason) {
        promises.gap(spec, line, reason);
    }

    /** Matters to properties. */
    void properties(String spec, int line, String reason) {
        properties.gap(spec, line, reason);
    }

    /** Matters to references and repeated keys. */
    void references(String spec, int line, String reason) {
        references.gap(spec, line, reason);
    }

    /** A place in another file is named in the reason: the gap is one of the description. */
    static String reason(String spec, StructuredFile file, int line, String reason) {
        return file.path().equals(spec) ? reason : file.path() + ":" + line + ": " + reason;
    }

    void close(Consumer<Fact> facts) {
        operations.close(
                facts,
                List.of(ApiSpec.class, ApiOperation.class, ApiExtension.class, ApiResponse.class, ApiExample.class));
        properties.close(facts, List.of(ApiProperty.class));
        promises.close(
                coverage -> facts.accept(
                        coverage instanceof Coverage of
                                ? of.limitedTo(List.of("source=" + StateSource.DECLARED))
                                : coverage),
                List.of(SloDef.class, CostBudget.class));
        references.close(facts, List.of(DanglingReference.class, RemoteReference.class, DuplicateKey.class));
    }
}

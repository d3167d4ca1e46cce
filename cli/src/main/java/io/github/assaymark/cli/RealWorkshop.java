package io.github.assaymark.cli;

import io.github.assaymark.collect.CollectRun;
import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.Surroundings;
import io.github.assaymark.core.Assay;
import io.github.assaymark.core.DrlText;
import io.github.assaymark.facts.catalog.CatalogCollector;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.AttestationRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is on the class path. */
final class RealWorkshop implements Workshop {
    @Override
    public ScanResult scan(ScanRequest request) {
        return Extractors.standard().scan(request);
    }

    @Override
    public FactExtractor shadow(Map<String, String> settings, ScanRequest.Progress progress) {
        return OptIn.find("shadow").with(settings, progress);
    }

    @Override
    public Pack pack(String name) {
        return Pack.load(name);
    }

    @Override
    public Pack pack(Path place) {
        return Pack.load(place);
    }

    @Override
    public Assessment assess(List<Pack> packs, Snapshot snapshot, Phase upTo) {
        return Assay.with(packs.toArray(Pack[]::new)).upTo(upTo).assess(snapshot);
    }

    @Override
    public List<AttestationRequest> attestationRequests(List<Pack> packs, Snapshot snapshot) {
        return Assay.with(packs.toArray(Pack[]::new)).attestationRequests(snapshot);
    }

    @Override
    public List<Collector> collectors() {
        return OptIn.collectors();
    }

    @Override
    public CollectSummary collect(
            Collector collector,
            Map<String, List<String>> options,
            Path folder,
            Duration maxAge,
            UnaryOperator<@Nullable String> environment,
            ScanRequest.Progress progress)
            throws InterruptedException {
        return new CollectRun(Surroundings.real(environment, progress)).run(collector, options, folder, maxAge);
    }

    @Override
    public String postgresCatalog(String url, Properties connection) throws SQLException {
        try (Connection opened = DriverManager.getConnection(url, connection)) {
            return CatalogCollector.collect(opened);
        }
    }

    @Override
    public String drl(Pack pack, Item item) {
        return DrlText.of(item);
    }
}

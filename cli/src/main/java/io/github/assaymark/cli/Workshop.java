package io.github.assaymark.cli;

import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.AttestationRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parts of Assaymark the command puts together. */
interface Workshop {
    /** The facts of a repository. */
    ScanResult scan(ScanRequest request);

    /**
     * The extractor that applies migrations to a database of its own.
     *
     * @throws ScanException when a setting is wrong or there is no such database on this machine
     */
    FactExtractor shadow(Map<String, String> settings, ScanRequest.Progress progress);

    /** The pack of that name on the class path. */
    Pack pack(String name);

    /** The pack in a directory or file. */
    Pack pack(Path place);

    /** The verdicts of packs on facts, with a gate up to a phase. */
    Assessment assess(List<Pack> packs, Snapshot snapshot, Phase upTo);

    /** What the items of packs ask persons to attest. */
    List<AttestationRequest> attestationRequests(List<Pack> packs, Snapshot snapshot);

    /** The collectors of this command, sorted by name. */
    List<Collector> collectors();

    /**
     * Collects the state of a system into a folder.
     *
     * @throws io.github.assaymark.collect.CollectException when it is not possible as it was asked for
     */
    CollectSummary collect(
            Collector collector,
            Map<String, List<String>> options,
            Path folder,
            Duration maxAge,
            UnaryOperator<@Nullable String> environment,
            ScanRequest.Progress progress)
            throws InterruptedException;

    /** The exported system catalogue of a PostgreSQL database. */
    String postgresCatalog(String url, Properties connection) throws SQLException;

    /** The Drools rules an item of a pack becomes, as text. */
    String drl(Pack pack, Item item);
}

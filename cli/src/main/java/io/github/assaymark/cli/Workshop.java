package io.github.assaymark.cli;

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
import java.util.List;
import java.util.Map;
import java.util.Properties;

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

    /** The exported system catalogue of a PostgreSQL database. */
    String postgresCatalog(String url, Properties connection) throws SQLException;

    /** The Drools rules an item of a pack becomes, as text. */
    String drl(Pack pack, Item item);
}

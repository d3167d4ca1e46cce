package io.github.assaymark.cli;

import io.github.assaymark.model.Phase;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to judge, and with what. */
final class JudgeOptions {
    @Option(
            names = "--pack",
            paramLabel = "NAME|PATH",
            description = "Judge with this pack instead of those in assay.yaml (repeatable)")
    List<String> packs = new ArrayList<>();

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Set a checklist parameter; elements of a list are separated by commas (repeatable)")
    Map<String, String> params = new LinkedHashMap<>();

    @Option(names = "--config", paramLabel = "FILE", description = "Read this file instead of assay.yaml")
    @Nullable
    Path config;

    @Option(names = "--revision", paramLabel = "REV", description = "Judge this git revision, without a checkout")
    @Nullable
    String revision;

    @Option(
            names = "--base",
            paramLabel = "REV",
            description = "Compare with this git revision, for items about a change")
    @Nullable
    String base;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "Judge as of this moment, 2026-03-01 or 2026-03-01T12:00:00Z")
    @Nullable
    String now;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description = "Judge items up to this phase; later ones are PENDING (default: afterGa, all)")
    @Nullable
    String phase;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "Judge the facts in this file, as written by --snapshot-out, instead of a repository")
    @Nullable
    Path snapshot;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Read exported state of systems in this directory, beside those in assay.yaml (repeatable)")
    List<Path> state = new ArrayList<>();

    @Option(
            names = "--shadow",
            description = "Apply the migrations to a PostgreSQL made for this, and judge what it shows too")
    boolean shadow;

    @Option(
            names = "--shadow-postgres",
            paramLabel = "VERSION|DIR",
            description = "Its major version, 14 to 18, or the bin directory of an installed one (default: 18)")
    @Nullable
    String shadowPostgres;

    @Option(
            names = "--shadow-rows",
            paramLabel = "N",
            description = "Made-up rows in each of its tables, 0 for none (default: 50)")
    @Nullable
    String shadowRows;

    /** Settings of the shadow database; null when it is not asked for. */
    @Nullable
    Map<String, String> shadowSettings() {
        if (!shadow) {
            if (shadowPostgres == null && shadowRows == null) return null;
            throw new UsageException((shadowPostgres == null ? "--shadow-rows" : "--shadow-postgres")
                    + ": there is no shadow database\n  Maybe add --shadow, which makes one");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        if (shadowPostgres != null) settings.put("postgres", shadowPostgres);
        if (shadowRows != null) settings.put("rows", shadowRows);
        return settings;
    }

    /** The moment that was asked for; null for the system clock. */
    @Nullable
    Instant moment() {
        if (now == null) return null;
        try {
            return now.indexOf('T') < 0
                    ? LocalDate.parse(now).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(now);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--now: no UTC instant: " + now + "\n  Maybe write 2026-03-01 or 2026-03-01T12:00:00Z");
        }
    }

    /** The last phase the gate counts. */
    Phase upTo() {
        if (phase == null) return Phase.AFTER_GA;
        String wanted = plain(phase);
        for (Phase known : Phase.values()) if (plain(known.name()).equals(wanted)) return known;
        throw new UsageException("--phase: no phase: " + phase
                + "\n  Maybe one of preMerge, afterMerge, afterDevDeploy, afterStagingDeploy, prePromotion, promotion,"
                + " afterPromotion, afterGa");
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** These options as words for another command, each after a space. */
    String asArguments() {
        StringBuilder text = new StringBuilder();
        for (String pack : packs) add(text, "--pack", pack);
        params.forEach((name, value) -> add(text, "--param", name + "=" + value));
        add(text, "--config", config);
        add(text, "--revision", revision);
        add(text, "--base", base);
        add(text, "--now", now);
        add(text, "--phase", phase);
        add(text, "--snapshot", snapshot);
        for (Path folder : state) add(text, "--state", folder);
        if (shadow) text.append(" --shadow");
        add(text, "--shadow-postgres", shadowPostgres);
        add(text, "--shadow-rows", shadowRows);
        return text.toString();
    }

    private static void add(StringBuilder text, String option, @Nullable Object value) {
        if (value != null) text.append(' ').append(option).append(' ').append(Shell.quoted(value.toString()));
    }
}

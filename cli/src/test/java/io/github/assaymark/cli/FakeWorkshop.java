package io.github.assaymark.cli;

import io.github.assaymark.collect.CollectRun;
import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.Http;
import io.github.assaymark.collect.Surroundings;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.Unreadable;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.AttestationRequest;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One service, three items, and whatever a test wants to go wrong. */
final class FakeWorkshop implements Workshop {
    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    static final SourcePlace PLACE = new SourcePlace("demo/docs/docs.groovy", 2, 5, "some RepoFile");

    static final FactExtractor SHADOW = new FactExtractor() {
        @Override
        public String id() {
            return "replay";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends Fact>> factTypes() {
            return Set.of();
        }

        @Override
        public void extract(ScanContext context, Consumer<Fact> facts) {}
    };

    /** Files of the repository by revision; null is the working tree. */
    List<String> files = List.of("services/billing/README.md");

    Outcome readme = new Outcome.Pass();
    List<String> packs = List.of();

    @Nullable
    RuntimeException scanFails;

    @Nullable
    Error judgeFails;

    @Nullable
    SQLException catalogFails;

    String catalog = "{}";
    final List<Properties> connections = new ArrayList<>();
    final List<ScanRequest> requests = new ArrayList<>();
    final List<Map<String, String>> shadowSettings = new ArrayList<>();
    final List<String> loaded = new ArrayList<>();

    @Nullable
    Snapshot judged;

    List<Collector> collectors = List.of();

    @Override
    public List<Collector> collectors() {
        return collectors;
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
        Surroundings world = new Surroundings(
                environment,
                Clock.fixed(NOW, ZoneOffset.UTC),
                duration -> {},
                new Random(1),
                Http.Patience.DEFAULT,
                progress);
        return new CollectRun(world).run(collector, options, folder, maxAge);
    }

    @Override
    public FactExtractor shadow(Map<String, String> settings, ScanRequest.Progress progress) {
        shadowSettings.add(settings);
        return SHADOW;
    }

    @Override
    public ScanResult scan(ScanRequest request) {
        requests.add(request);
        request.progress().at("files", 1, 2);
        if (scanFails != null) throw scanFails;
        if ("none".equals(request.revision()))
            throw new ScanException(List.of("no such revision: none\n  Maybe fetch it first"));
        List<Fact> facts = new ArrayList<>();
        facts.add(Now.at(request.now() == null ? NOW : request.now()));
        facts.add(new Param(Provenance.File.line("assay.yaml", 4), "minWords", List.of("30")));
        facts.add(new Service(
                "services/billing",
                "services/billing",
                Provenance.File.whole("services/billing/package.json"),
                "billing",
                "services/billing",
                "services/billing/package.json",
                null));
        List<String> present = "v1".equals(request.revision()) ? List.of("services/billing/OLD.md") : files;
        for (String path : present)
            facts.add(new RepoFile(
                    path,
                    "services/billing",
                    Provenance.File.whole(path),
                    path,
                    path.substring(path.lastIndexOf('/') + 1),
                    "services/billing",
                    "md",
                    120,
                    7,
                    FileKind.PRODUCTION,
                    false,
                    true,
                    null,
                    null));
        facts.add(Coverage.of("files", "RepoFile", "services/billing", present.size(), 0, "every file", List.of()));
        facts.add(Coverage.of(
                "markdown",
                "Document",
                "services/billing",
                3,
                1,
                "*.md",
                List.of(new Coverage.Gap("services/billing/big.md", 0, "larger than 16 MiB"))));
        facts.add(new Unreadable(
                "secret.bin", "", Provenance.File.whole("secret.bin"), "secret.bin", "permission denied"));
        return new ScanResult(Snapshot.of(facts), packs, List.of("git repository without a commit"));
    }

    @Override
    public List<AttestationRequest> attestationRequests(List<Pack> packs, Snapshot snapshot) {
        return List.of();
    }

    @Override
    public String postgresCatalog(String url, Properties connection) throws SQLException {
        connections.add(connection);
        if (catalogFails != null) throw catalogFails;
        return catalog;
    }

    @Override
    public Pack pack(String name) {
        loaded.add(name);
        if (name.equals("broken"))
            throw new PackException(List.of("docs.groovy:3:5: unknown fact type Documant\n  Maybe Document was meant"));
        if (!name.equals("starter") && !name.equals("demo"))
            throw new PackException(List.of("no pack " + name + "\n  Maybe starter was meant"));
        List<Item> items = List.of(
                item(name, "readme", Severity.BLOCKER),
                item(name, "runbook", Severity.MAJOR),
                item(name, "owners", Severity.MINOR));
        return new Pack(
                name,
                "d1",
                List.of(new Checklist(
                        name + "/docs",
                        "Documents",
                        "Service",
                        Checklist.WaiverPolicy.SHOWN,
                        List.of(
                                new ParamDecl(
                                        "minWords", ValueType.INTEGER, List.of("20"), "Words a section needs", PLACE),
                                new ParamDecl("platformDomain", ValueType.TEXT, null, "", PLACE),
                                new ParamDecl("labels", ValueType.TEXT_LIST, List.of("a", "b"), "", PLACE)),
                        List.of(new Section("base", "Base", items)),
                        PLACE)));
    }

    @Override
    public Pack pack(Path place) {
        loaded.add("path " + place.getFileName());
        return pack("demo");
    }

    private static Item item(String pack, String name, Severity severity) {
        Expr where = new Expr.Compare(
                Expr.Comparison.EQUAL,
                new Expr.Prop(Expr.Role.OWN, "repoFile", "RepoFile", "name", ValueType.TEXT, PLACE),
                new Expr.Const("README.md", ValueType.TEXT, PLACE),
                PLACE);
        return new Item(
                pack + ".docs.base." + name,
                name.equals("readme") ? List.of("demo.docs.old-readme") : List.of(),
                "There is a " + name,
                "Service",
                severity,
                Phase.PRE_MERGE,
                Item.Rollout.BLOCK,
                "Demo checklist",
                null,
                name.equals("runbook") ? List.of("platformDomain") : List.of(),
                null,
                new Condition.Some(
                        "a " + name,
                        new Pattern(
                                "repoFile",
                                "RepoFile",
                                Pattern.Side.HEAD,
                                false,
                                List.of(where),
                                Qualifiers.NONE,
                                PLACE),
                        PLACE),
                null,
                "Write one.",
                PLACE);
    }

    @Override
    public Assessment assess(List<Pack> from, Snapshot snapshot, Phase upTo) {
        judged = snapshot;
        if (judgeFails != null) throw judgeFails;
        boolean present =
                snapshot.facts(RepoFile.class).stream().anyMatch(f -> f.name().equals("README.md"));
        List<Verdict> verdicts = new ArrayList<>();
        for (Item item : from.get(0).items().toList()) {
            Outcome outcome = !item.id().endsWith("readme")
                    ? item.id().endsWith("runbook")
                            ? new Outcome.Unknown(Outcome.Reason.PARAMETER_UNSET)
                            : new Outcome.Fail()
                    : present ? readme : new Outcome.Fail();
            verdicts.add(new Verdict(
                    item,
                    new SubjectRef("Service", "services/billing", "services/billing"),
                    outcome,
                    new Disposition.None(),
                    () -> explanation(item, outcome)));
        }
        Verdict blocker = verdicts.get(0);
        Gate.Decision decision = switch (blocker.outcome().kind()) {
            case PASS, NOT_APPLICABLE -> Gate.Decision.PASSES;
            case FAIL -> Gate.Decision.FAILS;
            case ERROR -> Gate.Decision.ERROR;
            case UNKNOWN, PENDING -> Gate.Decision.UNKNOWN;
        };
        return new Assessment(
                verdicts,
                new Gate(decision, upTo, decision == Gate.Decision.PASSES ? List.of() : List.of(blocker)),
                List.of(),
                snapshot.facts(Now.class).get(0).at(),
                List.of(new Assessment.PackRef(from.get(0).name(), "d1")));
    }

    private static Explanation explanation(Item item, Outcome outcome) {
        FactRef fact = new FactRef(
                "RepoFile",
                "services/billing/OWNERS",
                "services/billing",
                List.of(),
                Provenance.File.line("services/billing/OWNERS", 2));
        boolean failed = outcome instanceof Outcome.Fail;
        return new Explanation(
                "services/billing: " + item.title() + ": " + outcome.kind(),
                null,
                null,
                List.of(),
                failed ? List.of(new Finding("ff", "line 2 names nobody", fact)) : List.of(),
                failed ? 1 : 0,
                List.of(),
                List.of(),
                List.of(),
                item.fix(),
                List.of(),
                PLACE);
    }

    @Override
    public String drl(Pack pack, Item item) {
        return "rule \"" + item.id() + "\"\nend\n";
    }
}

package io.github.assaymark.core.explain;

import static io.github.assaymark.core.explain.Given.NOW;
import static io.github.assaymark.core.explain.Given.OWNER;
import static io.github.assaymark.core.explain.Given.complete;
import static io.github.assaymark.core.explain.Given.document;
import static io.github.assaymark.core.explain.Given.operation;
import static io.github.assaymark.core.explain.Given.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.Assay;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.verdict.ExplanationLine;
import io.github.assaymark.model.verdict.ExplanationText;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a reader sees, for every outcome and every kind of leaf. */
final class ExplanationGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/explain");
    private static final Condition.Leaf README = Ir.some(Ir.of(
            "Document",
            Ir.eq(Ir.own("Document", "path"), Ir.plus(Ir.subject("directory"), Ir.text("/README.md"))),
            Ir.atLeast(Ir.own("Document", "words"), 20)));
    private static final Condition.Leaf SECURED =
            Ir.must(Ir.of("ApiOperation", Ir.own("ApiOperation", "mutation")), Ir.own("ApiOperation", "secured"));
    private static final Condition.Leaf ERRORS = Ir.has(
            Ir.of("ApiOperation"),
            Ir.of(
                    "ApiResponse",
                    Ir.eq(Ir.own("ApiResponse", "operation"), Ir.outer("ApiOperation", "key")),
                    Ir.eq(Ir.own("ApiResponse", "status"), Ir.text("429"))));
    private static final Condition.Leaf FINISHED = Ir.hasNo(
            Ir.of("Document"),
            Ir.of("DocPlaceholder", Ir.eq(Ir.own("DocPlaceholder", "document"), Ir.outer("Document", "path"))));
    private static final Condition.Leaf NO_PLACEHOLDER = Ir.no(Ir.of("DocPlaceholder"));
    private static final Condition.Leaf THREE_SECTIONS = Ir.count(
            Condition.Quantity.AT_LEAST,
            3,
            Ir.of(
                    "DocSection",
                    Ir.eq(Ir.own("DocSection", "documentName"), Ir.text("RUNBOOK.md")),
                    Ir.matches(Ir.own("DocSection", "heading"), "(?i)alarm|rollback|restore")));
    private static final Condition.Leaf PRIVACY = Ir.attested(
            "privacy",
            Duration.ofDays(365),
            Ir.of("Document", Ir.eq(Ir.own("Document", "name"), Ir.text("CONSENT.md"))));
    private static final ApiOperation POST = operation("POST", "/v1/orders", true, 20);
    private static final ApiOperation GET = operation("GET", "/v1/orders", false, 10);

    private record Case(
            String name,
            Pack pack,
            List<Fact> facts,
            @Nullable Phase upTo) {}

    @TestFactory
    Stream<DynamicTest> reads_as_the_golden_text() {
        return Stream.of(some(), no(), must(), has(), hasNo(), counts(), attested(), joined(), unknown(), others())
                .flatMap(List::stream)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
    }

    private static List<Case> some() {
        Item item = Ir.item(
                "readme", "README explains the service", null, README, null, "Write a README.md beside package.json.");
        return List.of(
                of("some-pass", item, complete("Document"), document("README.md", 120)),
                of("some-fail-number", item, complete("Document"), document("README.md", 7)),
                of("some-fail-case", item, complete("Document"), document("Readme.md", 120)),
                of("some-fail-nothing", item, complete("Document")));
    }

    private static List<Case> no() {
        Item item = Ir.item(
                "no-leftovers",
                "No document holds left-overs of a template",
                null,
                NO_PLACEHOLDER,
                Ir.template(
                        "`",
                        Ir.own("DocPlaceholder", "text"),
                        "` is left in ",
                        Ir.own("DocPlaceholder", "documentName")),
                null);
        return List.of(
                of("no-pass", item, complete("DocPlaceholder")),
                of(
                        "no-fail",
                        item,
                        complete("DocPlaceholder"),
                        Given.placeholder("README.md", "TBD", 4),
                        Given.placeholder("RUNBOOK.md", "TODO\u001b[31m", 8)));
    }

    private static List<Case> must() {
        Item item = Ir.item("secured", "Every operation that changes something is secured", null, SECURED, null, null);
        return List.of(
                of("every-must-pass", item, complete("ApiOperation"), POST, GET),
                of(
                        "every-must-fail",
                        item,
                        complete("ApiOperation"),
                        POST,
                        operation("PUT", "/v1/orders", false, 30),
                        operation("PATCH", "/v1/orders", false, 40)),
                of("every-must-vacuous", item, complete("ApiOperation"), GET),
                new Case(
                        "every-must-fail-many",
                        Ir.pack(item),
                        Stream.concat(
                                        Stream.of(complete("ApiOperation")),
                                        IntStream.range(0, 40)
                                                .mapToObj(i -> operation("PUT", "/v1/things/" + i, false, 100 + i)))
                                .map(Fact.class::cast)
                                .toList(),
                        null));
    }

    private static List<Case> has() {
        Item item = Ir.item(
                "rate-limit",
                "Every operation answers 429",
                null,
                ERRORS,
                Ir.template(Ir.own("ApiOperation", "method"), " ", Ir.own("ApiOperation", "path"), " lacks 429"),
                null);
        return List.of(
                of(
                        "every-has-pass",
                        item,
                        complete("ApiOperation"),
                        complete("ApiResponse"),
                        POST,
                        Given.response(POST, "429", 22)),
                of(
                        "every-has-fail",
                        item,
                        complete("ApiOperation"),
                        complete("ApiResponse"),
                        POST,
                        GET,
                        Given.response(POST, "429", 22),
                        Given.response(GET, "200", 12)),
                of("every-has-partner-not-looked-for", item, complete("ApiOperation"), POST));
    }

    private static List<Case> hasNo() {
        Item item = Ir.item("finished", "No document has left-overs", null, FINISHED, null, null);
        return List.of(
                of(
                        "every-has-no-pass",
                        item,
                        complete("Document"),
                        complete("DocPlaceholder"),
                        document("README.md", 120)),
                of(
                        "every-has-no-fail",
                        item,
                        complete("Document"),
                        complete("DocPlaceholder"),
                        document("README.md", 120),
                        document("RUNBOOK.md", 80),
                        Given.placeholder("RUNBOOK.md", "TBD", 8)));
    }

    private static List<Case> counts() {
        Item item = Ir.item("runbook", "The runbook has its three sections", null, THREE_SECTIONS, null, null);
        Item most = Ir.item(
                "one-readme",
                Ir.count(
                        Condition.Quantity.AT_MOST,
                        1,
                        Ir.of("Document", Ir.matches(Ir.own("Document", "name"), "(?i)^readme"))));
        return List.of(
                of(
                        "at-least-pass",
                        item,
                        complete("DocSection"),
                        section("RUNBOOK.md", "Alarms", 40, 5),
                        section("RUNBOOK.md", "Rollback", 41, 15),
                        section("RUNBOOK.md", "Restore", 42, 25)),
                of(
                        "at-least-fail",
                        item,
                        complete("DocSection"),
                        section("RUNBOOK.md", "Alarms", 40, 5),
                        section("RUNBOOK.md", "Going back", 41, 15)),
                of(
                        "at-most-fail",
                        most,
                        complete("Document"),
                        document("README.md", 120),
                        document("readme.mdx", 121)));
    }

    private static List<Case> attested() {
        Item item = Ir.item("consent", "The consent text was reviewed", null, PRIVACY, null, null);
        Fact consent = document("CONSENT.md", 50);
        String digest = Assay.with(Ir.pack(item)).digest(List.of(consent));
        Instant lately = NOW.minus(Duration.ofDays(3));
        return List.of(
                of(
                        "attested-pass",
                        item,
                        complete("Document"),
                        complete("Attestation"),
                        consent,
                        Given.attestation("consent", "@ada", Decision.CONFIRMED, lately, null, digest)),
                of("attested-nobody", item, complete("Document"), complete("Attestation"), consent),
                of(
                        "attested-rejected",
                        item,
                        complete("Document"),
                        complete("Attestation"),
                        consent,
                        Given.attestation("consent", "@ada", Decision.REJECTED, lately, null, digest)),
                of(
                        "attested-expired",
                        item,
                        complete("Document"),
                        complete("Attestation"),
                        consent,
                        Given.attestation("consent", "@ada", Decision.CONFIRMED, lately, NOW, digest)),
                of(
                        "attested-other-content",
                        item,
                        complete("Document"),
                        complete("Attestation"),
                        consent,
                        Given.attestation("consent", "@ada", Decision.CONFIRMED, lately, null, "sha256:0")));
    }

    private static List<Case> joined() {
        Item all = Ir.item("all", "README and sections are there", null, Ir.all(README, THREE_SECTIONS), null, null);
        Item any = Ir.item("any", "README or sections are there", null, Ir.any(README, THREE_SECTIONS), null, null);
        Item conflict = Ir.item(
                "conflict",
                "Reviewed, and nothing left over",
                null,
                Ir.all(Ir.attested("privacy", null, null), NO_PLACEHOLDER),
                null,
                null);
        Item applies = Ir.item(
                "applies", "Secured, where there is an API", Ir.some(Ir.of("ApiOperation")), SECURED, null, null);
        return List.of(
                of("all-of-fail", all, complete("Document"), complete("DocSection"), document("README.md", 120)),
                of("any-of-pass", any, complete("Document"), complete("DocSection"), document("README.md", 120)),
                of(
                        "conflict",
                        conflict,
                        complete("Attestation"),
                        complete("DocPlaceholder"),
                        Given.placeholder("README.md", "TBD", 4),
                        Given.attestation("conflict", "@ada", Decision.CONFIRMED, NOW.minusSeconds(60), null, null)),
                of("does-not-apply", applies, complete("ApiOperation")),
                of("applies", applies, complete("ApiOperation"), POST),
                of("applies-not-known", applies, Given.partial("ApiOperation")));
    }

    private static List<Case> unknown() {
        Item item = Ir.item("readme", "README explains the service", null, README, null, null);
        Item param = Ir.item(
                "owner-page",
                Ir.some(Ir.of("Document", Ir.eq(Ir.own("Document", "name"), Ir.param("ownerPage", ValueType.TEXT)))));
        Item fresh = Ir.item(
                "signed",
                "The release is signed off",
                null,
                Ir.some(Ir.qualified(
                        "SignOff",
                        new Qualifiers(
                                null,
                                false,
                                Ir.own("SignOff", "open"),
                                Duration.ofDays(30),
                                Duration.ofHours(24),
                                Ir.own("SignOff", "date")),
                        Ir.eq(Ir.own("SignOff", "role"), Ir.text("SRE")))),
                null,
                null);
        Pack withParam = Ir.pack(
                Checklist.WaiverPolicy.SHOWN,
                List.of(new ParamDecl("ownerPage", ValueType.TEXT, null, "page of the owners", Ir.PLACE)),
                param);
        return List.of(
                of("unknown-partial", item, Given.partial("Document")),
                of("unknown-denied", item, Given.denied("Document")),
                of("unknown-nobody-looked", item),
                new Case("unknown-parameter", withParam, List.of(complete("Document")), null),
                of("unknown-awaiting", fresh, complete("SignOff"), Given.signOff("SRE", null, true)),
                of(
                        "unknown-stale",
                        fresh,
                        complete("SignOff"),
                        Given.signOff("SRE", NOW.minus(Duration.ofDays(40)), false)),
                of(
                        "pending-settling",
                        fresh,
                        complete("SignOff"),
                        Given.signOff("SRE", NOW.minus(Duration.ofHours(21)), false)),
                of(
                        "unknown-one-of-two",
                        Ir.item("two", "Both", null, Ir.all(README, THREE_SECTIONS), null, null),
                        complete("Document"),
                        document("README.md", 120)));
    }

    private static List<Case> others() {
        Item item = Ir.item("readme", "README explains the service", null, README, null, null);
        Item later = new Item(
                item.id(),
                item.formerly(),
                item.title(),
                item.judges(),
                item.severity(),
                Phase.AFTER_GA,
                Item.Rollout.WARN,
                null,
                null,
                List.of(),
                null,
                item.condition(),
                null,
                null,
                item.place());
        Condition.VerdictOf rests =
                new Condition.VerdictOf(null, "acme.demo.docs.readme", List.of(item.id()), false, Ir.PLACE);
        Item gate = Ir.item("z-gate", "The documents are ready", null, rests, null, null);
        return List.of(
                new Case("phase-not-reached", Ir.pack(later), List.of(complete("Document")), Phase.PRE_MERGE),
                of("waived", item, complete("Document"), Given.waiver("readme", NOW.plus(Duration.ofDays(9)))),
                of("waiver-expired", item, complete("Document"), Given.waiver("readme", NOW)),
                new Case(
                        "waiver-forbidden",
                        Ir.pack(Checklist.WaiverPolicy.FORBIDDEN, List.of(), item),
                        List.of(complete("Document"), Given.waiver("readme", NOW.plusSeconds(9))),
                        null),
                new Case("verdict-of-fail", Ir.pack(item, gate), List.of(complete("Document")), null),
                new Case(
                        "verdict-of-pass",
                        Ir.pack(item, gate),
                        List.of(complete("Document"), document("README.md", 120)),
                        null),
                new Case(
                        "other-owner",
                        Ir.pack(Ir.item(
                                "sections",
                                Ir.some(Ir.of("Document", Ir.eq(Ir.own("Document", "name"), Ir.text("RUNBOOK.md")))))),
                        List.of(complete("Document"), elsewhere()),
                        null));
    }

    private static Fact elsewhere() {
        Fact copy = FactCopies.with(document("RUNBOOK.md", 30), java.util.Map.of("owner", "services/other"));
        return java.util.Objects.requireNonNull(copy);
    }

    private static Case of(String name, Item item, Fact... facts) {
        return new Case(name, Ir.pack(item), List.of(facts), null);
    }

    private static void check(Case c) throws IOException {
        Assay assay = Assay.with(c.pack());
        if (c.upTo() != null) assay = assay.upTo(c.upTo());
        List<Verdict> verdicts = assay.assess(Given.snapshot(c.facts().toArray(new Fact[0]))).verdicts().stream()
                .filter(v -> v.subject().key().equals(OWNER))
                .toList();
        Verdict verdict = verdicts.get(verdicts.size() - 1);
        String text = text(verdict, ExplanationText.Detail.SHORT) + "\n\n== alone\n"
                + ExplanationLine.printable(verdict.explanation().headline()) + "\n\n== in full\n"
                + text(verdict, ExplanationText.Detail.FULL)
                + "\n";
        assertThat(ExplanationText.lines(verdict, ExplanationText.Detail.SHORT)).hasSizeLessThanOrEqualTo(25);
        Path golden = GOLDEN.resolve(c.name() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static String text(Verdict verdict, ExplanationText.Detail detail) {
        return ExplanationText.lines(verdict, detail).stream()
                .map(ExplanationLine::text)
                .collect(Collectors.joining("\n"));
    }
}

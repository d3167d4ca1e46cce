package io.github.assaymark.facts.repository.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.assaymark.facts.repository.ScannedRepository;
import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.ChecklistLine;
import io.github.assaymark.model.fact.DocField;
import io.github.assaymark.model.fact.DocLink;
import io.github.assaymark.model.fact.DocPlaceholder;
import io.github.assaymark.model.fact.DocRow;
import io.github.assaymark.model.fact.DocSection;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.SignOff;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownExtractorTest {
    @TempDir
    private Path directory = Path.of("");

    private TempRepository repository() {
        return new TempRepository(directory);
    }

    private Snapshot scan() {
        return ScannedRepository.scan(directory, new MarkdownExtractor());
    }

    private Snapshot scan(String name, String text) {
        repository().file(name, text);
        return scan();
    }

    private static int line(Fact fact) {
        return Objects.requireNonNull(fact.provenance().place()).startLine();
    }

    private static <F extends Fact> List<F> byPlace(Snapshot snapshot, Class<F> type) {
        return snapshot.facts(type).stream()
                .sorted(Comparator.comparing(MarkdownExtractorTest::line))
                .toList();
    }

    @Test
    void a_document_and_its_sections() {
        Snapshot snapshot = scan("README.md", """
                # Billing

                [![build](https://ci.example/b.svg)](https://ci.example)

                Billing sends invoices to `customers` once a month.

                ## Run locally

                Start it with two commands:

                ```sh
                # first
                npm install
                npm start \\
                  --watch

                ```

                - one
                - two

                ### Details

                See `src/index.ts` and BILLING_URL.

                ## Empty

                ### Also empty

                ## Run locally

                ```ts
                const todo = 'TBD';
                ```
                """);
        Document document = snapshot.facts(Document.class).get(0);
        assertThat(document.title()).isEqualTo("Billing");
        assertThat(document.introWords()).isEqualTo(8);
        assertThat(document.words()).isEqualTo(8 + 5 + 2 + 4);
        assertThat(document.sections()).isEqualTo(6);
        assertThat(document.codeBlocks()).isEqualTo(2);
        assertThat(document.languages()).containsExactly("sh", "ts");
        assertThat(document.terms()).containsExactly("customers", "src/index.ts", "BILLING_URL");
        assertThat(document.placeholders()).isZero();
        assertThat(document.contentHash()).matches("[0-9a-f]{64}");
        assertThat(document.changed()).isFalse();
        assertThat(byPlace(snapshot, DocSection.class))
                .extracting(
                        DocSection::slug,
                        DocSection::level,
                        DocSection::words,
                        DocSection::codeBlocks,
                        DocSection::commands,
                        DocSection::listItems)
                .containsExactly(
                        tuple("billing", 1, 19, 2, 2, 2),
                        tuple("run-locally", 2, 11, 1, 2, 2),
                        tuple("details", 3, 4, 0, 0, 0),
                        tuple("empty", 2, 0, 0, 0, 0),
                        tuple("also-empty", 3, 0, 0, 0, 0),
                        tuple("run-locally-1", 2, 0, 1, 0, 0));
        assertThat(byPlace(snapshot, DocSection.class))
                .extracting(MarkdownExtractorTest::line)
                .containsExactly(1, 7, 22, 26, 28, 30);
        assertThat(snapshot.facts(DocSection.class)).extracting(DocSection::key).contains("README.md#run-locally-1");
    }

    @Test
    void headings_in_code_and_quotations_are_no_sections() {
        Snapshot snapshot = scan("a.md", """
                Setext Title
                ============

                ```
                # not one
                ```

                    ## nor this

                > ## quoted

                <h2 align="center">From <b>HTML</b></h2>

                <!-- ## commented -->
                """);
        assertThat(byPlace(snapshot, DocSection.class))
                .extracting(DocSection::heading)
                .containsExactly("Setext Title", "From HTML");
        assertThat(snapshot.facts(Document.class).get(0).codeBlocks()).isEqualTo(2);
    }

    @Test
    void links_are_followed_within_the_repository() {
        repository()
                .file("docs/guide.md", "# The Guide\n\n## Ünïcode & Co.\n\n<a id=\"Here\"></a>\n\n## Same\n\n## Same\n")
                .file("docs/site/page.mdx", "# Page\n")
                .file("src/index.ts", "x\n")
                .file("docs/a b.md", "# Space\n")
                .file("README.md", """
                        # Top
                        [good](docs/guide.md#the-guide) [umlaut](docs/guide.md#ünïcode--co)
                        [id](docs/guide.md#here) [second](docs/guide.md#same-1)
                        [bad anchor](docs/guide.md#third)
                        [missing](docs/none.md)
                        [self](#top) [nowhere](#bottom)
                        [code](src/index.ts#L12) [dir](docs/) [root](/docs/guide.md)
                        [space](docs/a%20b.md) [site](/site/page) [short](docs/guide)
                        [out](../other/README.md) [web](https://example.org/x#y) <mailto:a@example.org>
                        [reference][ref] and https://bare.example/path.

                        `[not](a-link.md)`

                        [ref]: docs/guide.md
                        """);
        Snapshot snapshot = scan();
        assertThat(snapshot.facts(DocLink.class))
                .extracting(DocLink::target, DocLink::anchor, DocLink::external, DocLink::resolves, DocLink::path)
                .containsExactlyInAnyOrder(
                        tuple("docs/guide.md", "the-guide", false, true, "docs/guide.md"),
                        tuple("docs/guide.md", "ünïcode--co", false, true, "docs/guide.md"),
                        tuple("docs/guide.md", "here", false, true, "docs/guide.md"),
                        tuple("docs/guide.md", "same-1", false, true, "docs/guide.md"),
                        tuple("docs/guide.md", "third", false, false, "docs/guide.md"),
                        tuple("docs/none.md", null, false, false, "docs/none.md"),
                        tuple("", "top", false, true, "README.md"),
                        tuple("", "bottom", false, false, "README.md"),
                        tuple("src/index.ts", "L12", false, true, "src/index.ts"),
                        tuple("docs/", null, false, true, "docs"),
                        tuple("/docs/guide.md", null, false, true, "docs/guide.md"),
                        tuple("docs/a%20b.md", null, false, true, "docs/a b.md"),
                        tuple("/site/page", null, false, true, "docs/site/page.mdx"),
                        tuple("docs/guide", null, false, true, "docs/guide.md"),
                        tuple("../other/README.md", null, true, null, null),
                        tuple("https://example.org/x", "y", true, null, null),
                        tuple("mailto:a@example.org", null, true, null, null),
                        tuple("docs/guide.md", null, false, true, "docs/guide.md"),
                        tuple("https://bare.example/path", null, true, null, null));
        DocLink missing = snapshot.facts(DocLink.class).stream()
                .filter(l -> l.text().equals("missing"))
                .findFirst()
                .orElseThrow();
        assertThat(missing.provenance()).isEqualTo(new Provenance.File(null, "README.md", 5, 1, 5, 24, null));
        assertThat(missing.key()).isEqualTo("README.md#link:docs/none.md");
    }

    @Test
    void a_link_to_a_document_that_cannot_be_read_is_not_judged() {
        repository().file("a.md", "[b](b.md#x)\n").file("b.md", new byte[] {'#', ' ', (byte) 0xE9});
        Snapshot snapshot = scan();
        DocLink link = snapshot.facts(DocLink.class).get(0);
        assertThat(link.resolves()).isNull();
        assertThat(link.external()).isFalse();
        Coverage links = ScannedRepository.coverage(snapshot, "markdown", "DocLink", "");
        assertThat(links.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(links.gaps())
                .containsExactly(
                        new Coverage.Gap("a.md", 1, "the document it leads to could not be read"),
                        new Coverage.Gap("b.md", 0, "no valid UTF-8"));
        assertThat(ScannedRepository.coverage(snapshot, "markdown", "Document", "")
                        .gaps())
                .containsExactly(new Coverage.Gap("b.md", 0, "no valid UTF-8"));
    }

    @Test
    void fields_at_the_head_of_a_document() {
        Snapshot snapshot = scan("docs/SERVICE.md", """
                ---
                title: Service
                owner: '@team'
                reviewed: 2026-02-03
                tags: [a, b]
                empty:
                nested:
                  deep: NO
                ---
                # Service

                Status: populated Owner: TBD Last updated: 2026-04-18

                **Maturity:** beta | **On-call**: @rota
                Reviewed: 18 April 2026
                Note: this is prose.
                Runs at 12:30 on https://example.org: daily.
                - Audience: developers

                | Field | Value |
                |-------|-------|
                | Tier  | 1     |
                | Slack |       |

                ## Body

                Status: not a field any more
                """);
        assertThat(byPlace(snapshot, DocField.class))
                .extracting(DocField::field, DocField::value, DocField::placeholder, MarkdownExtractorTest::line)
                .containsExactly(
                        tuple("title", "Service", false, 2),
                        tuple("owner", "@team", false, 3),
                        tuple("reviewed", "2026-02-03", false, 4),
                        tuple("tags", "a, b", false, 5),
                        tuple("empty", null, true, 6),
                        tuple("nested.deep", "NO", false, 8),
                        tuple("last updated", "2026-04-18", false, 12),
                        tuple("owner", "TBD", true, 12),
                        tuple("status", "populated", false, 12),
                        tuple("maturity", "beta", false, 14),
                        tuple("on-call", "@rota", false, 14),
                        tuple("reviewed", "18 April 2026", false, 15),
                        tuple("audience", "developers", false, 18),
                        tuple("tier", "1", false, 22),
                        tuple("slack", null, true, 23));
        assertThat(snapshot.facts(DocField.class))
                .filteredOn(f -> f.date() != null)
                .extracting(DocField::field, f -> String.valueOf(f.date()), DocField::frontMatter)
                .containsExactlyInAnyOrder(
                        tuple("last updated", "2026-04-18T00:00:00Z", false),
                        tuple("reviewed", "2026-02-03T00:00:00Z", true),
                        tuple("reviewed", "2026-04-18T00:00:00Z", false));
        assertThat(snapshot.facts(DocField.class))
                .extracting(DocField::key)
                .contains("docs/SERVICE.md#field:owner", "docs/SERVICE.md#field:owner:2");
        assertThat(snapshot.facts(Document.class).get(0).title()).isEqualTo("Service");
    }

    @Test
    void front_matter_that_is_no_yaml_is_a_gap() {
        Snapshot snapshot = scan("a.md", "---\ntitle: [unclosed\n---\n\n# Title\n\nText.\n");
        Coverage coverage = ScannedRepository.coverage(snapshot, "markdown", "DocField", "");
        assertThat(coverage.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage.gaps().get(0).path()).isEqualTo("a.md");
        assertThat(coverage.gaps().get(0).reason()).startsWith("front matter is no YAML: ");
        assertThat(snapshot.facts(Document.class).get(0).title()).isEqualTo("Title");
        assertThat(snapshot.facts(Document.class).get(0).words()).isEqualTo(1);
        Snapshot rule = scan("a.md", "---\nno end of it\n\n# Title\n");
        assertThat(ScannedRepository.coverage(rule, "markdown", "DocField", "").status())
                .isEqualTo(Coverage.Status.COMPLETE);
        assertThat(rule.facts(DocField.class)).isEmpty();
    }

    @Test
    void left_overs_outside_of_code() {
        Snapshot snapshot = scan("RUNBOOK.md", """
                # Runbook of <your-service>

                Owner: TBD. `TBD` and `<your-service>` in code are fine.

                ## Alarms

                TODO: list the alarms
                There must be no TODO comments in critical paths; see todoList and the TODO app.

                n/a

                - n/a
                - latency is n/a for batch jobs
                - Lorem ipsum dolor

                | Metric | Limit |
                |--------|-------|
                | errors | TBD   |
                | depth  | -     |

                ```
                TBD
                ```

                <details>
                <summary>TBD</summary>
                </details>

                Contact [insert name] or [your team] or [a link](x.md) or <br> or <custom-tag>x</custom-tag>.

                <!-- TODO: a comment -->
                """);
        assertThat(byPlace(snapshot, DocPlaceholder.class))
                .extracting(DocPlaceholder::text, MarkdownExtractorTest::line, DocPlaceholder::section)
                .containsExactly(
                        tuple("<your-service>", 1, "Runbook of <your-service>"),
                        tuple("TBD", 3, "Runbook of <your-service>"),
                        tuple("TODO", 7, "Alarms"),
                        tuple("n/a", 10, "Alarms"),
                        tuple("n/a", 12, "Alarms"),
                        tuple("Lorem ipsum", 14, "Alarms"),
                        tuple("TBD", 18, "Alarms"),
                        tuple("TBD", 26, "Alarms"),
                        tuple("[insert name]", 29, "Alarms"),
                        tuple("[your team]", 29, "Alarms"));
        DocPlaceholder first = byPlace(snapshot, DocPlaceholder.class).get(1);
        assertThat(first.provenance()).isEqualTo(new Provenance.File(null, "RUNBOOK.md", 3, 8, 3, 11, null));
        assertThat(snapshot.facts(Document.class).get(0).placeholders()).isEqualTo(10);
    }

    @Test
    void task_lists_with_their_reasons() {
        Snapshot snapshot = scan("PRR.md", """
                ## Review

                - [x] Spec is complete
                - [ ] Load test was run — n/a: no traffic before the launch
                - [ ] Chaos test (n/a)
                - [ ] Runbook covers alarms — every one of them
                - [X] Nested
                  - [ ] Inner step
                    Justification: covered by the platform team
                - [ ] Waived item
                  - Waived: accepted by the council in March
                * [ ]
                - [link](x.md) is no task
                - `[ ]` neither

                    - [ ] in code
                """);
        assertThat(byPlace(snapshot, ChecklistLine.class))
                .extracting(
                        ChecklistLine::text,
                        ChecklistLine::checked,
                        ChecklistLine::justification,
                        MarkdownExtractorTest::line)
                .containsExactly(
                        tuple("Spec is complete", true, null, 3),
                        tuple("Load test was run", false, "no traffic before the launch", 4),
                        tuple("Chaos test", false, null, 5),
                        tuple("Runbook covers alarms — every one of them", false, null, 6),
                        tuple("Nested", true, null, 7),
                        tuple("Inner step", false, "covered by the platform team", 8),
                        tuple("Waived item", false, "accepted by the council in March", 10),
                        tuple("", false, null, 12),
                        tuple("in code", false, null, 16));
        assertThat(snapshot.facts(ChecklistLine.class).get(0).section()).isEqualTo("Review");
    }

    @Test
    void words_of_a_task_are_no_reason_to_leave_it_open() {
        repository().file("REVIEW.md", """
                - [ ] Every exception, as thrown, has a page
                - [ ] Exception: pages are written
                - [ ] The reason, given in the ticket, is public
                - [ ] Pages are written - waived, the council wants none
                - [ ] Pages are *linked* (**Justification:** the site map does it)
                - [x] Pages are read — reason: not asked for
                """);
        assertThat(byPlace(scan(), ChecklistLine.class))
                .extracting(ChecklistLine::text, ChecklistLine::justification)
                .containsExactly(
                        tuple("Every exception, as thrown, has a page", null),
                        tuple("Exception: pages are written", null),
                        tuple("The reason, given in the ticket, is public", null),
                        tuple("Pages are written", "the council wants none"),
                        tuple("Pages are linked", "the site map does it"),
                        tuple("Pages are read", null));
    }

    @Test
    void tables_in_which_people_sign() {
        repository().file("READINESS.md", """
                # Readiness

                ## Sign-off

                | Role | Name | Date | Decision |
                |------|------|------|----------|
                | Tech lead | Ada | 2026-04-01 | approved |
                | Security | TBD | TBD | |
                | Platform | Grace | 2026-04-02 | Rejected: no runbook |
                | Product | Edsger | soon | |
                | Legal | | | pending |

                ### Council

                | Reviewer | Signed by | When |
                |:--|:--|--:|
                | Chair | Barbara | 3 April 2026 |

                ## Not signatures

                | Release | Date | Notes |
                |---------|------|-------|
                | 1.0 | 2026-01-01 | first |
                """).commit("2026-04-05T06:07:08Z");
        Snapshot snapshot = scan();
        assertThat(byPlace(snapshot, SignOff.class))
                .extracting(
                        SignOff::role, SignOff::name, s -> String.valueOf(s.date()), SignOff::open, SignOff::rejected)
                .containsExactly(
                        tuple("Tech lead", "Ada", "2026-04-01T00:00:00Z", false, false),
                        tuple("Security", null, "null", true, false),
                        tuple("Platform", "Grace", "2026-04-02T00:00:00Z", false, true),
                        tuple("Product", "Edsger", "null", false, false),
                        tuple("Legal", null, "null", true, false),
                        tuple("Chair", "Barbara", "2026-04-03T00:00:00Z", false, false));
        assertThat(snapshot.facts(SignOff.class))
                .allSatisfy(s -> assertThat(s.documentChangedAt()).hasToString("2026-04-05T06:07:08Z"));
    }

    @Test
    void what_changed_since_the_base() {
        TempRepository repository = repository()
                .file("a.md", "# A\n\n## One\n\nold\n\n## Two\n\nsame\n")
                .file("b.md", "# B\n");
        repository.commit("2026-01-02T03:04:05Z");
        repository
                .file("a.md", "# A\n\nmore\n\n## One\n\nnew\n\n## Two\n\n  same\n\n## Three\n")
                .file("c.md", "# C\n");
        Snapshot snapshot =
                ScannedRepository.scan(ScanRequest.of(directory).comparedWith("HEAD"), new MarkdownExtractor());
        assertThat(snapshot.facts(Document.class))
                .extracting(Document::path, Document::changed)
                .containsExactly(tuple("a.md", true), tuple("b.md", false), tuple("c.md", true));
        assertThat(snapshot.facts(DocSection.class))
                .extracting(DocSection::key, DocSection::changed)
                .containsExactly(
                        tuple("a.md#a", true),
                        tuple("a.md#one", true),
                        tuple("a.md#three", true),
                        tuple("a.md#two", false),
                        tuple("b.md#b", false),
                        tuple("c.md#c", true));
    }

    @Test
    void mdx_components_hold_markdown() {
        Snapshot snapshot = scan("docs/page.mdx", """
                ---
                title: Page
                ---
                import { Tabs, Tab } from 'fumadocs';
                import Other
                  from './other';

                export const meta = {
                  a: 'TBD',

                  b: [1, 2],
                };

                # {frontmatter.title} Intro

                Some <b>bold</b> words with {value + `TBD ${x}`} inside.

                <Tabs items={['a', "b > c"]}>
                    <Tab title="TBD">
                        ## Inner heading [#inner]

                        Text in a tab.

                        ```bash
                        npm run start
                        ```

                        - item one
                    </Tab>
                </Tabs>

                {/* a comment with TBD */}

                <Card href="./other.md" title="Other" />

                ## Heading {#custom}

                Text, `<Code>` and `{x}`.
                """);
        assertThat(byPlace(snapshot, DocSection.class))
                .extracting(DocSection::heading, DocSection::level, DocSection::words, DocSection::commands)
                .containsExactly(
                        tuple("Intro", 1, 5 + 4 + 2 + 4, 1),
                        tuple("Inner heading [#inner]", 2, 6, 1),
                        tuple("Heading", 2, 4, 0));
        assertThat(snapshot.facts(DocPlaceholder.class)).isEmpty();
        assertThat(snapshot.facts(Document.class).get(0).languages()).containsExactly("bash");
        assertThat(snapshot.facts(DocLink.class))
                .extracting(DocLink::target, DocLink::resolves, MarkdownExtractorTest::line)
                .containsExactly(tuple("./other.md", false, 34));
        assertThat(ScannedRepository.coverage(snapshot, "markdown", "Document", "")
                        .status())
                .isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void mdx_that_is_not_closed_is_a_gap() {
        Snapshot snapshot = scan("page.mdx", "# Title\n\nText {open\n\n<Card title=\"x\"\n\nMore text.\n");
        Coverage coverage = ScannedRepository.coverage(snapshot, "markdown", "DocSection", "");
        assertThat(coverage.gaps())
                .containsExactly(
                        new Coverage.Gap("page.mdx", 3, "an expression is never closed"),
                        new Coverage.Gap("page.mdx", 5, "a tag is never closed"));
        assertThat(snapshot.facts(DocSection.class)).hasSize(1);
    }

    @Test
    void copied_and_generated_documents_are_left_out() {
        repository()
                .file("vendor/x/README.md", "# X\n")
                .file("dist/README.md", "# D\n")
                .file("tests/README.md", "# T\n");
        Snapshot snapshot = scan();
        assertThat(snapshot.facts(Document.class)).extracting(Document::path).containsExactly("tests/README.md");
        assertThat(ScannedRepository.coverage(snapshot, "markdown", "Document", "")
                        .looked())
                .isEqualTo("*.md, *.mdx, *.markdown, without copied and generated files");
    }

    @Test
    void line_ends_and_marks_of_windows_change_nothing() {
        String text = "# Title\n\nStatus: draft\n\n## Part\n\nTBD here\n";
        repository().file("a.md", text).file("b.md", "\uFEFF" + text.replace("\n", "\r\n"));
        Snapshot snapshot = scan();
        assertThat(snapshot.facts(DocPlaceholder.class))
                .extracting(MarkdownExtractorTest::line)
                .containsExactly(7, 7);
        assertThat(snapshot.facts(DocField.class)).extracting(DocField::value).containsExactly("draft", "draft");
        assertThat(snapshot.facts(DocSection.class))
                .extracting(DocSection::words)
                .containsExactly(2, 4, 2, 4);
    }

    @Test
    void rows_of_tables_say_their_cells() {
        Snapshot snapshot = scan("docs/board.md", """
                # Board

                ## Invoices

                | Operation | p95 | Availability |
                |---|---|---|
                | `listInvoices` | 180ms | 99.9 |
                | createInvoice | | 99.5 | extra |
                | createInvoice | 450ms |
                """);

        assertThat(byPlace(snapshot, DocRow.class))
                .extracting(DocRow::key, DocRow::section, DocRow::name, DocRow::cells)
                .containsExactly(
                        tuple(
                                "docs/board.md#row:listinvoices",
                                "Invoices",
                                "listInvoices",
                                List.of("operation=listInvoices", "p95=180ms", "availability=99.9")),
                        tuple(
                                "docs/board.md#row:createinvoice",
                                "Invoices",
                                "createInvoice",
                                List.of("operation=createInvoice", "availability=99.5")),
                        tuple(
                                "docs/board.md#row:createinvoice:2",
                                "Invoices",
                                "createInvoice",
                                List.of("operation=createInvoice", "p95=450ms")));
        assertThat(byPlace(snapshot, DocRow.class))
                .extracting(MarkdownExtractorTest::line)
                .containsExactly(7, 8, 9);
    }

    @Test
    void fields_that_are_whole_numbers_say_so() {
        Snapshot snapshot = scan("docs/review.md", """
                ---
                pull request: 318
                issue: "#77"
                cost: 3.5
                ticket: PAY-12
                long: 12345678901
                ---

                # Review
                """);

        assertThat(byPlace(snapshot, DocField.class))
                .extracting(DocField::field, DocField::number)
                .containsExactly(
                        tuple("pull request", 318),
                        tuple("issue", 77),
                        tuple("cost", null),
                        tuple("ticket", null),
                        tuple("long", null));
    }
}

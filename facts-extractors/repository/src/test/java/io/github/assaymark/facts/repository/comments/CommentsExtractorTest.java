package io.github.assaymark.facts.repository.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.assaymark.facts.repository.ScannedRepository;
import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.CommentMarker;
import io.github.assaymark.model.fact.FileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentsExtractorTest {
    @TempDir
    private Path directory = Path.of("");

    private Snapshot snapshot = Snapshot.of(List.of());

    /** Line and text of what is found in a file. */
    private List<String> found(String name, String text) {
        new TempRepository(directory).file(name, text);
        snapshot = ScannedRepository.scan(directory, new CommentsExtractor());
        return snapshot.facts(CommentMarker.class).stream()
                .filter(m -> m.file().equals(name))
                .sorted(java.util.Comparator.comparing(
                        m -> Objects.requireNonNull(m.provenance().place()).startLine()))
                .map(m ->
                        Objects.requireNonNull(m.provenance().place()).startLine() + " " + m.marker() + " " + m.text())
                .toList();
    }

    private List<Coverage.Gap> gaps() {
        return ScannedRepository.coverage(snapshot, "comments", "CommentMarker", "")
                .gaps();
    }

    @Test
    void typescript_without_strings_identifiers_addresses_and_expressions() {
        assertThat(found("src/a.ts", """
                // TODO: first
                const todoList = '// TODO no'; const url = "http://TODO";
                const t = `// TODO no ${ call(/* TODO second */ {a: `x ${'}'} // TODO no`}) } // TODO no`; // TODO(ada) third
                const re = /[/*] TODO \\/\\/ "/; // FIXME fourth
                const n = a / b; // TODO fifth / no regex
                if (x) return /'\\/\\/ TODO/.test(y);
                /**
                 * Doc
                 * TODO sixth
                 * the TODO list is no marker
                 */
                /* todo: seventh */
                // todo list components are shown here
                // TODOs are no marker, nor is TODO-list
                let x = {} / 2; //TODO eighth
                """))
                .containsExactly(
                        "1 TODO first",
                        "3 TODO second",
                        "3 TODO (ada) third",
                        "4 FIXME fourth",
                        "5 TODO fifth / no regex",
                        "9 TODO sixth",
                        "12 TODO seventh",
                        "15 TODO eighth");
        assertThat(gaps()).isEmpty();
        CommentMarker first = snapshot.facts(CommentMarker.class).stream()
                .filter(m -> m.text().equals("first"))
                .findFirst()
                .orElseThrow();
        assertThat(first.provenance()).isEqualTo(new Provenance.File(null, "src/a.ts", 1, 4, 1, 8, null));
        assertThat(first.kind()).isEqualTo(FileKind.PRODUCTION);
        assertThat(snapshot.facts(CommentMarker.class))
                .extracting(CommentMarker::key)
                .contains("src/a.ts#TODO:1", "src/a.ts#FIXME:1");
    }

    @Test
    void small_letters() {
        assertThat(found("a.ts", """
                // fixme PAY-12 answer 409
                // todo page through it
                // todo lists are shown
                // Todo is a model
                // Todo: one
                // todolist
                """))
                .containsExactly("1 FIXME PAY-12 answer 409", "2 TODO page through it", "5 TODO one");
    }

    @Test
    void jsx_texts() {
        assertThat(found("src/a.tsx", """
                export const A = () => (
                  <p title="x">Don't // no
                    {/* TODO one */}
                    <br /> <b>{`t`}</b> see https://example.org/TODO
                  </p>
                ); // TODO two
                """)).containsExactly("3 TODO one", "6 TODO two");
    }

    @Test
    void other_languages() {
        assertThat(found("A.java", """
                String s = "// TODO no"; char c = '"'; // TODO one
                String t = \"""
                    // TODO no
                    \"""; /* FIXME two */
                """)).containsExactly("1 TODO one", "4 FIXME two");
        assertThat(found("a.go", "s := `// TODO no\n// TODO no`\n// TODO one\n"))
                .containsExactly("3 TODO one");
        assertThat(found("a.rs", "fn f<'a>(x: &'a str) { } // TODO one\n")).containsExactly("1 TODO one");
        assertThat(found("a.py", """
                s = '# TODO no'  # TODO one
                \"""
                # TODO no
                \"""
                url = "x#TODO"
                """)).containsExactly("1 TODO one");
        assertThat(found("a.sh", """
                echo "# TODO no" ${#TODO} a#TODO # TODO one
                cat <<'EOF'
                # TODO no
                EOF
                # it's FIXME no
                # FIXME two
                """)).containsExactly("1 TODO one", "6 FIXME two");
        assertThat(found("a.yaml", """
                a: "# TODO no" # TODO one
                b: it's # TODO two
                run: |
                  # TODO no
                  echo
                # TODO three
                c: x#TODO no
                """)).containsExactly("1 TODO one", "2 TODO two", "6 TODO three");
        assertThat(found("a.sql", """
                select '-- TODO no' -- TODO one
                , 'it''s' /* TODO two */
                create function f() as $body$ -- TODO three
                $body$;
                """)).containsExactly("1 TODO one", "2 TODO two", "3 TODO three");
        assertThat(found("a.css", "a { b: url(//x.y/TODO); } /* TODO one */\n// TODO no\n"))
                .containsExactly("1 TODO one");
        assertThat(found("a.html", "<!-- TODO one -->\n<p>TODO no</p>\n<!--\n TODO two\n-->\n"))
                .containsExactly("1 TODO one", "4 TODO two");
        assertThat(found("a.md", "<!-- TODO one -->\n```\n<!-- TODO no -->\n```\nTODO no\n"))
                .containsExactly("1 TODO one");
        assertThat(found("Dockerfile", "# TODO one\nRUN echo '#' # x\n")).containsExactly("1 TODO one");
        assertThat(found("main.tf", "# TODO one\n// TODO two\na = \"# TODO no\"\n"))
                .containsExactly("1 TODO one", "2 TODO two");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void what_never_ends_is_a_gap() {
        found("a.ts", "const a = 1;\n/* open\nconst b = 2;\n");
        found("b.ts", "const a = `open\n// TODO\n");
        found("vendor/c.ts", "// TODO not ours\n");
        assertThat(snapshot.facts(CommentMarker.class)).isEmpty();
        assertThat(gaps())
                .containsExactly(
                        new Coverage.Gap("a.ts", 2, "a comment or text that begins here never ends"),
                        new Coverage.Gap("b.ts", 1, "a comment or text that begins here never ends"));
    }

    @Test
    void long_notes_are_cut() {
        found("a.ts", "// TODO " + "x".repeat(500) + "\n");
        assertThat(snapshot.facts(CommentMarker.class).get(0).text()).hasSize(200);
        assertThat(snapshot.facts(CommentMarker.class))
                .extracting(CommentMarker::marker, CommentMarker::owner)
                .containsExactly(tuple("TODO", ""));
    }

    @Test
    void random_texts_never_break_the_scan() {
        String pieces = "`'\"/*#-<!>${}()[]\\\n\t =aT:|";
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) text.append(pieces.charAt(random.nextInt(pieces.length())));
            for (Syntax syntax : Syntax.values()) {
                assertThatCode(() -> new CommentScanner(text.toString(), syntax).scan())
                        .as("%s %s", syntax, text)
                        .doesNotThrowAnyException();
            }
        }
    }
}

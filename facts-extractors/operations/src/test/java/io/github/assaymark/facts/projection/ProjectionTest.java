package io.github.assaymark.facts.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.exports.ExportDescription;
import io.github.assaymark.facts.exports.ExportFolder;
import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.model.extract.Limits;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static Projected projected(String text, String... paths) {
        return Projections.json("test", 3, paths).project(text, Limits.DEFAULT);
    }

    private static String copied(String text, String... paths) {
        return projected(text, paths).text();
    }

    @Test
    void only_listed_fields_are_copied() {
        Projected of = projected(
                "{\"a\": 1.50, \"b\": {\"c\": \"x\", \"d\": true}, \"e\": [1], \"f\": null}", "a", "b.c", "f");
        assertThat(of.text()).isEqualTo("{\"a\": 1.50, \"b\": {\"c\": \"x\"}, \"f\": null}");
        assertThat(of.dropped()).isEqualTo(2);
        assertThat(of.redactions()).isZero();
    }

    @Test
    void elements_keys_and_names_with_dots_are_told_apart() {
        assertThat(copied("[{\"x\": 1, \"y\": 2}, {\"y\": 3}]", "[].x")).isEqualTo("[{\"x\": 1}, {}]");
        assertThat(copied("{\"tags\": [\"a\", {\"b\": 1}, [\"c\"]]}", "tags[]"))
                .isEqualTo("{\"tags\": [\"a\", null, null]}");
        assertThat(copied("{\"m\": {\"p\": 1, \"q\": {\"r\": 2}}}", "m.*"))
                .isEqualTo("{\"m\": {\"p\": 1, \"q\": null}}");
        assertThat(copied("{\"a\": {\"org.x.y\": 1, \"org\": 2}}", "a.`org.x.y`"))
                .isEqualTo("{\"a\": {\"org.x.y\": 1}}");
    }

    @Test
    void value_of_another_kind_leaves_null_so_that_a_reader_sees_it() {
        assertThat(copied("{\"a\": {\"secret\": 1}, \"b\": \"secret\", \"c\": [1]}", "a", "b.c", "c.d"))
                .isEqualTo("{\"a\": null, \"b\": null, \"c\": null}");
        assertThat(copied("\"secret\"", "a")).isEqualTo("null");
    }

    @Test
    void presence_tells_how_many_and_nothing_more() {
        assertThat(copied("{\"a\": [{\"k\": 1}, null, \"x\"], \"b\": {\"k\": 1}, \"c\": \"x\", \"d\": null}", "*!"))
                .isEqualTo("{\"a\": [{}, null, {}], \"b\": {}, \"c\": true, \"d\": null}");
    }

    @Test
    void what_is_below_itself_is_copied_as_deep_as_it_goes() {
        assertThat(copied(
                        "{\"r\": {\"n\": 1, \"s\": \"x\", \"of\": [{\"n\": 2, \"of\": [{\"n\": 3, \"s\": \"y\"}]}]}}",
                        "r.n",
                        "r.of[] -> r"))
                .isEqualTo("{\"r\": {\"n\": 1, \"of\": [{\"n\": 2, \"of\": [{\"n\": 3}]}]}}");
    }

    @Test
    void document_inside_of_a_text_is_copied_by_its_own_list() {
        assertThat(copied(
                        "{\"t\": \"a: yes\\nb: [1, {c: secret}]\\nk: &x {d: 0x10}\\n\"}",
                        "t<yaml>.a",
                        "t<yaml>.b[]",
                        "t<yaml>.k.d"))
                .isEqualTo(
                        "{\"t\": \"{\\\"a\\\": \\\"yes\\\", \\\"b\\\": [1, null], \\\"k\\\": {\\\"d\\\": \\\"0x10\\\"}}\"}");
        assertThat(copied("{\"t\": \"{\\\"a\\\": 1, \\\"b\\\": 2}\"}", "t<json>.a"))
                .isEqualTo("{\"t\": \"{\\\"a\\\": 1}\"}");
        assertThatThrownBy(() -> copied("{\"t\": \"{secret\"}", "t<json>.a"))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageStartingWith("the answer is no JSON: line 1, column ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void copied_texts_lose_what_looks_like_a_credential_and_keep_identities() {
        String sha = "4be1c7a9d2f3b4c5d6e7f8091a2b3c4d5e6f7081";
        Projected of = projected(
                "{\"a\": \"Bearer abcdefgh12345678\", \"b\": \"" + sha + "\", \"c\": \"sha256:" + sha + "\"}",
                "a",
                "b",
                "c");
        assertThat(of.text())
                .isEqualTo("{\"a\": \"Bearer [redacted]\", \"b\": \"" + sha + "\", \"c\": \"sha256:" + sha + "\"}");
        assertThat(of.redactions()).isEqualTo(1);
    }

    @Test
    void repeated_key_has_its_last_value_as_readers_take_it() {
        assertThat(copied("{\"a\": 1, \"b\": 2, \"a\": 3}", "a")).isEqualTo("{\"a\": 3}");
    }

    @Test
    void answers_have_limits() {
        assertThatThrownBy(() -> Projections.json("test", 1, "a")
                        .project("{\"a\": \"" + "x".repeat(100) + "\"}", new Limits(50, 10, 10, Duration.ofSeconds(1))))
                .isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> copied("", "a"))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessage("the answer is no JSON: line 1, column 1");
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
                + String.join(
                        "\n",
                        List.of("b", "c", "d", "e", "f", "g", "h", "i").stream()
                                .map(k -> {
                                    String before = "*" + (char) (k.charAt(0) - 1);
                                    return k + ": &" + k + " [" + String.join(",", Collections.nCopies(10, before))
                                            + "]";
                                })
                                .toList());
        assertThatThrownBy(() -> copied(
                        "{\"t\": " + JsonText.quoted(bomb) + "}",
                        "t<yaml>.*",
                        "t<yaml>.i[]",
                        "t<yaml>.i[][] -> t<yaml>.i"))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void every_list_is_of_a_kind_that_is_read() {
        List<String> kinds =
                ExportFolder.kinds().stream().map(ExportDescription::id).toList();
        assertThat(kinds).containsAll(Projections.kinds());
        assertThat(Projections.kinds()).hasSizeGreaterThan(15);
        for (String kind : Projections.kinds())
            assertThat(Objects.requireNonNull(ExportProjection.of(kind)).id()).matches(kind + "@\\d+");
        assertThat(ExportProjection.of("junit")).isNull();
    }
}

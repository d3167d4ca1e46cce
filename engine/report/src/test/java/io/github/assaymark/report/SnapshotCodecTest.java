package io.github.assaymark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.fact.BaselineEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotCodecTest {
    private final SnapshotCodec codec = SnapshotCodec.standard();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void facts_of_every_type_come_back_equal(long seed) {
        Snapshot snapshot = Snapshot.of(new RandomFacts(seed).ofEveryType(12))
                .comparedWith(Snapshot.of(new RandomFacts(-seed).ofEveryType(3)));

        assertThat(read(text(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void shuffled_facts_give_the_same_bytes() {
        List<Fact> facts = new ArrayList<>(new RandomFacts(11).ofEveryType(20));
        facts.add(baseline(null));
        facts.add(baseline("null")); // another fact that prints alike
        String text = text(Snapshot.of(facts));
        Random random = new Random(5);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(facts, random);
            assertThat(text(Snapshot.of(facts))).isEqualTo(text);
        }
    }

    private static Fact baseline(@org.jspecify.annotations.Nullable String blob) {
        return new BaselineEntry("k", "", new Provenance.File(null, "a", 1, 1, 1, 1, blob), "i", "s", "f");
    }

    @Test
    void every_line_is_in_the_canonical_form_of_rfc_8785() throws IOException {
        for (String line : text(Snapshot.of(new RandomFacts(3).ofEveryType(10)))
                .lines()
                .filter(line -> !line.contains("\\ud800") && !line.contains("\\udc00")) // not of the RFC
                .toList())
            assertThat(new JsonCanonicalizer(line).getEncodedString()).isEqualTo(line);
    }

    @Test
    void a_snapshot_has_this_form() {
        Snapshot snapshot = Snapshot.of(List.of(
                new Param(Provenance.File.line("assay.yaml", 3), "owners", List.of("ada", "bob")),
                Now.at(Instant.parse("2026-11-22T06:37:50.5Z"))));

        assertThat(text(snapshot).replace(FactCatalogue.standard().digest(), "DIGEST"))
                .isEqualTo("""
                        {"assaySnapshot":1,"catalogue":"DIGEST","hasBase":false}
                        {"fact":{"at":"2026-11-22T06:37:50.500000000Z","provenance":{"by":"clock","from":[],"kind":"DERIVED"}},"side":"head","type":"Now"}
                        {"fact":{"name":"owners","provenance":{"blob":null,"commit":null,"endColumn":0,"endLine":3,"kind":"FILE","path":"assay.yaml","startColumn":0,"startLine":3},"values":["ada","bob"]},"side":"head","type":"Param"}
                        {"facts":2,"sha256":"%s"}
                        """.formatted(codec.digest(snapshot)));
    }

    @Test
    void numbers_beyond_53_bits_quantities_and_durations_are_texts() throws Mismatch {
        Shape whole = new Shape.Whole(true);
        assertThat(whole.write(9007199254740993L)).isEqualTo("9007199254740993");
        assertThat(whole.read("9007199254740993", "x")).isEqualTo(9007199254740993L);
        assertThat(whole.write(-5L)).isEqualTo(-5L);
        assertThat(Json.canonical(new Shape.Amount().write(Quantity.of(1500, Quantity.Unit.MILLISECONDS))))
                .isEqualTo("{\"amount\":\"1.5E+3\",\"unit\":\"MILLISECONDS\"}");
        assertThat(new Shape.Span().write(java.time.Duration.ofHours(24))).isEqualTo("PT24H");
    }

    @Test
    void the_digest_is_that_of_the_lines_before_the_trailer() throws Exception {
        Snapshot snapshot = Snapshot.of(new RandomFacts(4).ofEveryType(2));
        String text = text(snapshot);
        String body = text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));

        assertThat(codec.digest(snapshot)).isEqualTo(java.util.HexFormat.of().formatHex(hash));
        assertThat(text).endsWith("\"sha256\":\"" + codec.digest(snapshot) + "\"}\n");
    }

    @Test
    void a_file_is_written_whole_or_not_at_all(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("facts.jsonl");
        Files.writeString(file, "before");
        Snapshot snapshot = Snapshot.of(new RandomFacts(9).ofEveryType(1));

        assertThat(codec.write(snapshot, file)).isEqualTo(codec.digest(snapshot));
        assertThat(codec.read(file)).isEqualTo(snapshot);

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('x');
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(codec.read(file)).isEqualTo(snapshot);
        try (var names = Files.list(directory)) {
            assertThat(names).containsExactly(file);
        }
    }

    private static final String NOW =
            "{\"fact\":{\"at\":\"2026-11-22T06:37:50.000000000Z\",\"provenance\":{\"by\":\"c\",\"from\":[],\"kind\":\"DERIVED\"}},\"side\":\"head\",\"type\":\"Now\"}\n";
    private static final String HEADER =
            "{\"assaySnapshot\":1,\"catalogue\":\"" + FactCatalogue.standard().digest() + "\",\"hasBase\":false}\n";

    @Test
    void whatever_is_not_exactly_a_snapshot_is_refused_with_its_line() {
        refused("", "x.jsonl: empty file");
        refused("not json\n", "x.jsonl:1: not JSON: Unrecognized token 'not'");
        refused("[]\n", "x.jsonl:1: the line must be a JSON object");
        refused("{\"a\":1}\n", "x.jsonl:1: no snapshot: the first line does not begin with {\"assaySnapshot\":...}");
        refused("{\"assaySnapshot\":2}\n", "x.jsonl:1: snapshot format 2, and this version reads format 1");
        refused("{\"assaySnapshot\":1}\n", "x.jsonl:1: the header must hold assaySnapshot, catalogue and hasBase");
        refused(HEADER, "x.jsonl:1: the file ends before the last line of the snapshot: it was cut off");
        refused(HEADER + NOW, "x.jsonl:2: the file ends before the last line of the snapshot: it was cut off");
        refused(HEADER + NOW.trim(), "x.jsonl:2: the file ends within a line: it was cut off");
        refused(HEADER + "{\"a\":1,\"a\":2}\n", "x.jsonl:2: not JSON: Duplicate field 'a'");
        refused(HEADER + "{\"a\":1.5}\n", "x.jsonl:2: a number with a fraction, which facts cannot hold: 1.5");
        refused(HEADER + "\n", "x.jsonl:2: the line is empty");
        refused(HEADER + "{} {}\n", "x.jsonl:2: text follows the JSON value");
        refused(HEADER + "{\"a\":1}\n", "x.jsonl:2: a line must hold fact, side (head or base) and type");
        refused(HEADER + "[".repeat(70) + "\n", "x.jsonl:2: not JSON: Document nesting depth (65)");
        refused(HEADER + NOW.replace("Now", "Nuw"), "x.jsonl:2: unknown fact type 'Nuw'");
        refused(HEADER + NOW.replace("head", "base"), "x.jsonl:2: a base fact, but the header says hasBase false");
        refused(HEADER + NOW.replace("\"at\"", "\"it\""), "x.jsonl:2: Now.at is missing");
        refused(HEADER + NOW.replace("{\"at\"", "{\"it\":1,\"at\""), "x.jsonl:2: Now has an unknown property 'it'");
        refused(
                HEADER + NOW.replace("DERIVED", "DERIVD"),
                "x.jsonl:2: Now.provenance.kind must be one of [DERIVED, EXPORT, FILE, HUMAN], and is the text 'DERIVD'");
        refused(
                HEADER + NOW.replace(".000000000Z", "Z"),
                "x.jsonl:2: Now.at must be a UTC instant such as 2026-03-01T00:00:00.000000000Z, and is the text '2026-11-22T06:37:50Z'");
        refused(HEADER + NOW.replace("\"c\"", "null"), "x.jsonl:2: Now.provenance.by must not be null");
        refused(HEADER + NOW.replace("\"c\"", "7"), "x.jsonl:2: Now.provenance.by must be a text, and is 7");
        refused(HEADER + NOW.replace("[]", "{}"), "x.jsonl:2: Now.provenance.from must be a list, and is an object");
        refused(
                HEADER + NOW + "{\"facts\":2,\"sha256\":\"0\"}\n",
                "x.jsonl:3: the last line counts 2 facts, and the file holds 1");
        refused(
                HEADER + NOW + "{\"facts\":1,\"sha256\":\"0\"}\n",
                "x.jsonl:3: the digest does not fit the lines before it: the file was changed after it was written");
        String good = text(Snapshot.of(List.of(Now.at(Instant.EPOCH))));
        refused(good + "{}\n", "x.jsonl:4: text follows the last line of the snapshot");
        refused(good.replace("1970", "1971"), "x.jsonl:3: the digest does not fit the lines before it");
    }

    @Test
    void numbers_and_words_are_checked() {
        String file = text(Snapshot.of(List.of(Param.of("p"))))
                .replace("{\"by\":\"configuration\",\"from\":[],\"kind\":\"DERIVED\"}", "PLACE");
        String place =
                "{\"blob\":null,\"commit\":null,\"endColumn\":0,\"endLine\":0,\"kind\":\"FILE\",\"path\":\"a\",\"startColumn\":0,\"startLine\":%s}";
        refused(
                file.replace("PLACE", place.formatted("4294967297")),
                "Param.provenance.startLine must be a whole number of 32 bits, and is 4294967297");
        refused(
                file.replace("PLACE", place.formatted("\"7\"")),
                "Param.provenance.startLine must be a whole number, as text only beyond 53 bits, and is the text '7'");
        refused(file.replace("PLACE", place.formatted("true")), "Param.provenance.startLine must be a whole number");
        refused(
                file.replace("PLACE", place.formatted("9007199254740993")),
                "Param.provenance.startLine must be a whole number, and is 9007199254740993");
        assertThatThrownBy(() -> new Shape.Amount().read(java.util.Map.of("amount", "1E+999999", "unit", "RATIO"), "q"))
                .hasMessageStartingWith("q must be a quantity such as");
    }

    @Test
    void a_snapshot_of_another_catalogue_says_so_when_it_does_not_fit() {
        String header = HEADER.replace(FactCatalogue.standard().digest(), "other");
        assertThatThrownBy(() -> read(header + NOW.replace("\"at\"", "\"it\"")))
                .hasMessageContaining("\n  Maybe it was written by another version of Assaymark");
    }

    @Test
    void files_that_cannot_be_read_are_named(@TempDir Path directory) throws IOException {
        assertThatThrownBy(() -> codec.read(directory.resolve("none")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("no such file: " + directory.resolve("none") + "\n  Maybe ");
        assertThatThrownBy(() -> codec.read(directory)).hasMessageStartingWith(directory + " is a directory\n  Maybe ");
        Path binary = directory.resolve("binary");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> codec.read(binary)).hasMessageStartingWith(binary + ": not UTF-8 text\n  Maybe ");
    }

    @Test
    void no_single_changed_byte_is_read_as_a_snapshot() {
        Snapshot snapshot = Snapshot.of(new RandomFacts(21).ofEveryType(1));
        String text = text(snapshot);
        Random random = new Random(8);
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(text.length());
            char c = (char) (' ' + random.nextInt(94));
            if (text.charAt(at) == c) continue;
            String changed = text.substring(0, at) + c + text.substring(at + 1);
            try {
                assertThat(read(changed)).as("byte " + at + " to " + c).isEqualTo(snapshot);
            } catch (SnapshotException e) {
                assertThat(e).hasMessageContaining("\n  Maybe ");
            }
        }
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("\n  Maybe ");
    }

    private String text(Snapshot snapshot) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            codec.write(snapshot, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private Snapshot read(String text) {
        try {
            return codec.read(new StringReader(text), "x.jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

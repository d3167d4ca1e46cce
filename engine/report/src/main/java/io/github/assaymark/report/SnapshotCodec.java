package io.github.assaymark.report;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots as JSON Lines, each line one record in the canonical form of RFC 8785: a header with the format, the digest
 * of the fact catalogue and whether there is a base revision; then the facts in the order of {@link Snapshot#order()},
 * those of the base last; then a trailer with the number of facts and the SHA-256 of every line before it. Equal
 * snapshots are equal bytes.
 *
 * <p>Reading is strict: a changed, shortened or unknown line is an error, never a smaller snapshot. Immutable and safe
 * for use by many threads.
 */
public final class SnapshotCodec {
    private static final long FORMAT = 1;
    private static final int MAX_LINE = 64 << 20;
    private static final String AGAIN = "\n  Maybe write the snapshot again with `assay check --snapshot-out FILE`";
    private static final String NEWER =
            "\n  Maybe it was written by another version of Assaymark: read it with that one, or write it again";

    private final FactCatalogue catalogue;
    private final Shapes shapes = new Shapes();

    private SnapshotCodec(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** For the facts shipped with this library. */
    public static SnapshotCodec standard() {
        return new SnapshotCodec(FactCatalogue.standard());
    }

    /** For the facts of a catalogue. */
    public static SnapshotCodec of(FactCatalogue catalogue) {
        return new SnapshotCodec(catalogue);
    }

    /**
     * Lower-case hexadecimal SHA-256 of the header and the facts: what the trailer of its file says.
     *
     * @throws IllegalArgumentException when a fact is not of the catalogue
     */
    public String digest(Snapshot snapshot) {
        MessageDigest sha = sha256();
        try {
            lines(snapshot, line -> sha.update(bytes(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a digest does no I/O
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /**
     * Writes a snapshot; the stream stays open.
     *
     * @return the digest
     * @throws IllegalArgumentException when a fact is not of the catalogue
     */
    public String write(Snapshot snapshot, OutputStream out) throws IOException {
        MessageDigest sha = sha256();
        lines(snapshot, line -> {
            byte[] bytes = bytes(line);
            sha.update(bytes);
            out.write(bytes);
        });
        String digest = HexFormat.of().formatHex(sha.digest());
        Map<String, Object> trailer = new TreeMap<>();
        trailer.put("facts", snapshot.facts().size() + snapshot.baseFacts().size());
        trailer.put("sha256", digest);
        out.write(bytes(Json.canonical(trailer)));
        return digest;
    }

    /**
     * Writes a snapshot to a file, whole or not at all.
     *
     * @return the digest
     */
    public String write(Snapshot snapshot, Path file) throws IOException {
        String[] digest = new String[1];
        AtomicFile.write(file, out -> digest[0] = write(snapshot, out));
        return digest[0];
    }

    /**
     * Reads a snapshot.
     *
     * @throws SnapshotException when the file cannot be read, or is not exactly what {@link #write} gives
     */
    public Snapshot read(Path file) {
        if (Files.isDirectory(file))
            throw new SnapshotException(file + " is a directory\n  Maybe name the snapshot file in it");
        if (!Files.exists(file))
            throw new SnapshotException("no such file: " + file
                    + "\n  Maybe write the snapshot first with `assay check --snapshot-out FILE`");
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            return read(reader, file.toString());
        } catch (CharacterCodingException e) {
            throw new SnapshotException(file + ": not UTF-8 text" + AGAIN);
        } catch (IOException e) {
            throw new SnapshotException("cannot read " + file + ": " + e.getMessage()
                    + "\n  Maybe its permissions keep you from reading it");
        }
    }

    /**
     * Reads a snapshot; {@code name} stands for the file in messages. The reader stays open.
     *
     * @throws SnapshotException when the text is not exactly what {@link #write} gives
     */
    public Snapshot read(Reader reader, String name) throws IOException {
        return new Reading(new BufferedReader(reader), name).snapshot();
    }

    private interface Sink {
        void line(String line) throws IOException;
    }

    private void lines(Snapshot snapshot, Sink sink) throws IOException {
        Map<String, Object> header = new TreeMap<>();
        header.put("assaySnapshot", FORMAT);
        header.put("catalogue", catalogue.digest());
        header.put("hasBase", snapshot.hasBase());
        sink.line(Json.canonical(header));
        side(snapshot.facts(), "head", sink);
        side(snapshot.baseFacts(), "base", sink);
    }

    /** Facts that differ though they print alike have no order of their own: their lines give them one. */
    private void side(List<Fact> facts, String side, Sink sink) throws IOException {
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            alike.add(line(facts.get(i), side));
            if (i + 1 < facts.size() && Snapshot.order().compare(facts.get(i), facts.get(i + 1)) == 0) continue;
            alike.sort(null);
            for (String line : alike) sink.line(line);
            alike.clear();
        }
    }

    private String line(Fact fact, String side) {
        FactType type = catalogue.typeOf(fact);
        Map<String, Object> line = new TreeMap<>();
        line.put("fact", shapes.of(type.javaType()).write(fact));
        line.put("side", side);
        line.put("type", type.name());
        return Json.canonical(line);
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /** One file being read. */
    private final class Reading {
        private final BufferedReader reader;
        private final String name;
        private final MessageDigest sha = sha256();
        private final List<Fact> head = new ArrayList<>();
        private final List<Fact> base = new ArrayList<>();
        private boolean hasBase;
        private boolean otherCatalogue;
        private int number;

        Reading(BufferedReader reader, String name) {
            this.reader = reader;
            this.name = name;
        }

        Snapshot snapshot() throws IOException {
            String line = next();
            if (line == null) throw new SnapshotException(name + ": empty file" + AGAIN);
            header(line);
            for (line = next(); line != null; line = next()) {
                Map<?, ?> map = object(line);
                if (map.containsKey("sha256")) {
                    trailer(map);
                    if (next() != null) throw at("text follows the last line of the snapshot" + AGAIN);
                    return new Snapshot(head, base, hasBase);
                }
                sha.update(bytes(line));
                fact(map);
            }
            throw at("the file ends before the last line of the snapshot: it was cut off" + AGAIN);
        }

        private void header(String line) {
            Map<?, ?> map = object(line);
            Object format = map.get("assaySnapshot");
            if (!(format instanceof Long version))
                throw at("no snapshot: the first line does not begin with {\"assaySnapshot\":...}\n"
                        + "  Maybe another file was meant; `assay check --snapshot-out FILE` writes a snapshot");
            if (version != FORMAT)
                throw at("snapshot format " + version + ", and this version reads format " + FORMAT + NEWER);
            if (map.size() != 3
                    || !(map.get("catalogue") instanceof String digest)
                    || !(map.get("hasBase") instanceof Boolean flag))
                throw at("the header must hold assaySnapshot, catalogue and hasBase" + AGAIN);
            otherCatalogue = !digest.equals(catalogue.digest());
            hasBase = flag;
            sha.update(bytes(line));
        }

        private void fact(Map<?, ?> map) {
            String side = map.get("side") instanceof String text ? text : "";
            if (map.size() != 3 || !map.containsKey("fact") || !(side.equals("head") || side.equals("base")))
                throw at("a line must hold fact, side (head or base) and type" + AGAIN);
            FactType type = map.get("type") instanceof String text ? catalogue.type(text) : null;
            if (type == null)
                throw at("unknown fact type '" + Visible.of(String.valueOf(map.get("type"))) + "'" + NEWER);
            if (side.equals("base") && !hasBase) throw at("a base fact, but the header says hasBase false" + AGAIN);
            try {
                Fact fact = (Fact) shapes.of(type.javaType()).read(map.get("fact"), type.name());
                (side.equals("head") ? head : base).add(fact);
            } catch (Mismatch e) {
                throw at(e.getMessage() + (otherCatalogue ? NEWER : AGAIN));
            }
        }

        private void trailer(Map<?, ?> map) {
            long facts = (long) head.size() + base.size();
            if (!Long.valueOf(facts).equals(map.get("facts")))
                throw at("the last line counts " + map.get("facts") + " facts, and the file holds " + facts + AGAIN);
            String digest = HexFormat.of().formatHex(sha.digest());
            if (map.size() != 2 || !digest.equals(map.get("sha256")))
                throw at("the digest does not fit the lines before it: the file was changed after it was written"
                        + AGAIN);
        }

        private Map<?, ?> object(String line) {
            try {
                if (JsonLine.read(line) instanceof Map<?, ?> map) return map;
                throw at("the line must be a JSON object" + AGAIN);
            } catch (Mismatch e) {
                throw at(e.getMessage() + AGAIN);
            }
        }

        private @Nullable String next() throws IOException {
            number++;
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c != -1; c = reader.read()) {
                if (c == '\n') return line.toString();
                if (line.length() >= MAX_LINE) throw at("the line is longer than " + MAX_LINE + " characters" + AGAIN);
                line.append((char) c);
            }
            if (line.length() > 0) throw at("the file ends within a line: it was cut off" + AGAIN);
            number--;
            return null;
        }

        private SnapshotException at(String problem) {
            return new SnapshotException(name + ":" + number + ": " + problem);
        }
    }
}

package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file of a set, and what was read from it: kept as long as its content stays the same. Safe for use by
 * many threads.
 */
final class MigrationText {
    /** Readings of the same content for different sets are rare; more than these are not kept. */
    private static final int MOST_READINGS = 16;

    private final String path;
    private final String text;
    private final String checksum;
    private volatile @Nullable DialectMarks marks;
    private final Map<Reading, ScriptPart> readings = new ConcurrentHashMap<>(2);

    /** How a file is read. */
    record Reading(String key, Cut cut, Sections.Settings settings, PlaceholderStyle style, Placeholders values) {}

    MigrationText(String path, String text) {
        this.path = path;
        this.text = text;
        this.checksum = sha256(text);
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    /** SHA-256 of the text, lower-case hexadecimal. */
    String checksum() {
        return checksum;
    }

    /** Words in its SQL that only one kind of database understands. */
    DialectMarks dialectMarks() {
        DialectMarks known = marks;
        if (known != null) return known;
        boolean sql = path.endsWith(".sql");
        Section section = sql || path.endsWith(".fizz") || path.endsWith(".go") || path.endsWith(".java")
                ? null
                : Sections.cut(path, text, Cut.CODE_UP, Sections.Settings.TRANSACTION);
        known = DialectMarks.of(sql ? text : section == null ? "" : section.text());
        marks = known;
        return known;
    }

    /** What a part of it says; null when it has no such part. */
    @Nullable
    ScriptPart part(Reading reading) {
        ScriptPart known = readings.get(reading);
        if (known != null) return known;
        Section section = Sections.cut(path, text, reading.cut(), reading.settings());
        if (section == null) return null;
        ScriptPart part = PartReader.read(path, reading.key(), text, section, reading.values(), reading.style());
        if (readings.size() < MOST_READINGS) readings.put(reading, part);
        return part;
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
    private volatile @Nullable Recognition recognition;
    private final Map<Reading, ScriptPart> readings = new ConcurrentHashMap<>(2);

    /** How a file is read. */
    record Reading(String key, Cut cut, Sections.Settings settings, PlaceholderStyle style, Placeholders values) {}

    /**
     * All that those who find sets and order them look at: where it is the same, they find the same.
     *
     * @param whole stands for the text where they read all of it; empty where they do not
     */
    private record Recognition(List<Boolean> marks, DialectMarks dialects, String whole) {}

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

    /** Whether another text of the same path makes no difference for which sets there are, and in which order. */
    boolean recognisedAs(MigrationText other) {
        return this == other || recognition().equals(other.recognition());
    }

    private Recognition recognition() {
        Recognition known = recognition;
        if (known != null) return known;
        boolean read = !path.endsWith(".sql") || LiquibaseFile.marked(text);
        known = new Recognition(
                List.of(
                        GooseFile.marked(text),
                        DbmateFile.marked(text),
                        text.contains(GooseFiles.SUBSTITUTES),
                        text.contains(UpDownFiles.TEMPLATE)),
                dialectMarks(),
                read ? checksum : "");
        recognition = known;
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

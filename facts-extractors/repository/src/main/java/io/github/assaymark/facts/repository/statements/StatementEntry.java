package io.github.assaymark.facts.repository.statements;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Provenance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement; remembers the first thing that is wrong with it. Used by one thread. */
final class StatementEntry {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final StructuredFile file;
    private final LocatedNode node;
    private @Nullable String problem;
    private int problemLine;

    /** {@code keys} are those it may have; a slip in a key would change what is stated. */
    StatementEntry(StructuredFile file, LocatedNode node, Set<String> keys) {
        this.file = file;
        this.node = node;
        Set<String> seen = new HashSet<>();
        for (LocatedEntry entry : node.entries()) {
            if (!keys.contains(entry.key())) wrong(entry.keyNode(), "unknown key `" + entry.key() + "`");
            else if (!seen.add(entry.key())) wrong(entry.keyNode(), "the key `" + entry.key() + "` stands twice");
        }
    }

    @Nullable
    String problem() {
        return problem;
    }

    int problemLine() {
        return problemLine;
    }

    private void wrong(LocatedNode at, String reason) {
        if (problem != null) return;
        problem = reason;
        problemLine = at.span().startLine();
    }

    Provenance.File place() {
        return file.place(node.span());
    }

    /** The text of a key; null when it is not there. */
    @Nullable
    String optional(String key) {
        LocatedNode value = node.get(key);
        if (value == null || value.isNull()) return null;
        if (value.isScalar() && !value.text().isBlank()) return value.text().strip();
        wrong(value, "`" + key + "` is no text");
        return null;
    }

    /** The text of a key; empty, and a problem, when it is not there. */
    String required(String key) {
        String text = optional(key);
        if (text != null) return text;
        wrong(node, "an entry without `" + key + "`");
        return "";
    }

    /** The handle of a person with its {@code @}. */
    String handle(String key) {
        String text = required(key);
        return text.isEmpty() || text.indexOf('@') >= 0 ? text : "@" + text;
    }

    /** A moment; null when it is not there. A day means its start in UTC. */
    @Nullable
    Instant optionalInstant(String key) {
        String text = optional(key);
        if (text == null) return null;
        try {
            if (DAY.matcher(text).matches())
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            LocatedNode value = node.get(key);
            wrong(
                    value == null ? node : value,
                    "`" + key + "` is no date such as 2026-03-01 or moment such as 2026-03-01T09:30:00Z");
            return null;
        }
    }

    /** A moment; the epoch, and a problem, when it is not there. */
    Instant instant(String key) {
        Instant instant = optionalInstant(key);
        if (instant != null) return instant;
        wrong(node, "an entry without `" + key + "`");
        return Instant.EPOCH;
    }

    /** A text of a fixed form in lower case; null when it is not there. */
    @Nullable
    String matching(String key, Pattern form, String said) {
        String text = optional(key);
        if (text == null) return null;
        String lower = text.toLowerCase(Locale.ROOT);
        if (form.matcher(lower).matches()) return lower;
        LocatedNode value = node.get(key);
        wrong(value == null ? node : value, "`" + key + "` is no " + said);
        return null;
    }
}

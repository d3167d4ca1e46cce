package io.github.assaymark.collect;

import io.github.assaymark.facts.projection.ExportProjection;
import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the folder of one run of one collector. At every moment the folder says what of it is complete: entries and
 * manifest are replaced as wholes, and each kind that the run is about has an entry that says that it did not end,
 * until it did. Used by one thread.
 */
public final class ExportWriter {
    private static final String UNFINISHED = "UNFINISHED";

    private final WrittenFolder folder;
    private final Duration maxAge;
    private final ScanRequest.Progress progress;
    private final int kinds;
    private final Set<String> touched = new TreeSet<>();
    private final Map<EntryRequest, EntryOutcome> outcomes = new LinkedHashMap<>();

    /** Asks a system, and hands over what it answers. */
    @FunctionalInterface
    public interface Asking {
        /**
         * Gives all pages.
         *
         * @throws CollectFailure when there is no answer: the entry says so
         */
        void ask(EntryPages pages) throws InterruptedException;
    }

    /**
     * Begins a run.
     *
     * @param kinds the run is about
     * @param maxAge how old a complete entry may be that is not asked for again
     */
    ExportWriter(WrittenFolder folder, Set<String> kinds, Duration maxAge, ScanRequest.Progress progress)
            throws IOException {
        this.folder = folder;
        this.maxAge = maxAge;
        this.progress = progress;
        this.kinds = kinds.size();
        folder.manifest().remove(this::isUnfinished);
        String now = folder.now();
        for (String kind : new TreeSet<>(kinds)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", "");
            entry.put("kind", kind);
            entry.put("collection", folder.collection());
            entry.put("command", folder.command());
            entry.put("startedAt", now);
            entry.put("finishedAt", now);
            entry.put("complete", false);
            entry.put(
                    "error", WrittenFolder.error(UNFINISHED, "the collection did not end: run the same command again"));
            entry.put("origin", "COLLECTED");
            folder.manifest().add(entry);
        }
        folder.manifest().save();
    }

    private boolean isUnfinished(Map<String, Object> entry) {
        return folder.collection().equals(entry.get("collection"))
                && entry.get("error") instanceof Map<?, ?> error
                && UNFINISHED.equals(error.get("code"));
    }

    /**
     * Ends a run that did all that it was about: takes out what says that it did not end, and the entries of earlier
     * runs of the same subject that were not asked for again.
     */
    void end() throws IOException {
        List<Map<String, Object>> gone = folder.manifest()
                .remove(entry -> folder.collection().equals(entry.get("collection"))
                        && !touched.contains(String.valueOf(entry.get("path"))));
        folder.manifest().save();
        for (Map<String, Object> entry : gone) {
            String path = String.valueOf(entry.get("path"));
            if (!path.isEmpty()) Files.deleteIfExists(folder.inside(path));
        }
    }

    /** What became of each entry, in the order of asking. */
    Map<EntryRequest, EntryOutcome> outcomes() {
        return outcomes;
    }

    /**
     * Asks for one entry, unless it is there already and young enough, and writes what came of it.
     *
     * @throws IllegalArgumentException when there is no list of fields to copy for its kind, or the same kind and scope
     *     was asked for before
     * @throws CollectException when the folder cannot be written
     */
    public EntryOutcome entry(EntryRequest request, Asking asking) throws InterruptedException {
        ExportProjection projection = ExportProjection.of(request.kind());
        if (projection == null) throw new IllegalArgumentException("nothing says what is copied of " + request.kind());
        String path = path(request);
        if (!touched.add(path))
            throw new IllegalArgumentException("asked for twice: " + request.kind() + request.scope());
        progress.at("collecting " + request.kind(), outcomes.size(), Math.max(kinds, outcomes.size() + 1));
        try {
            EntryOutcome kept = kept(path, projection);
            EntryOutcome outcome = kept != null ? kept : asked(request, path, projection, asking);
            outcomes.put(request, outcome);
            return outcome;
        } catch (IOException e) {
            throw new CollectException(
                    "cannot write " + folder.path() + ": " + e.getClass().getSimpleName()
                            + "\n  Maybe the disk is full or the directory cannot be written to");
        }
    }

    private EntryOutcome asked(EntryRequest request, String path, ExportProjection projection, Asking asking)
            throws IOException, InterruptedException {
        EntryDraft draft = new EntryDraft(folder, request, path, projection);
        EntryOutcome.State state;
        String reason = null;
        try {
            asking.ask(draft);
            reason = draft.limit;
            state = reason == null ? EntryOutcome.State.COMPLETE : EntryOutcome.State.PARTIAL;
            if (draft.pages.isEmpty() && reason == null)
                throw new CollectFailure(CollectFailure.Code.FAILED, "the system gave no answer");
            draft.write(reason == null, reason == null ? Map.of() : WrittenFolder.error("PARTIAL", reason));
        } catch (CollectFailure e) {
            reason = folder.redaction().message(String.valueOf(e.getMessage()));
            state = switch (e.code()) {
                case ABSENT -> EntryOutcome.State.ABSENT;
                case DENIED -> EntryOutcome.State.DENIED;
                default -> EntryOutcome.State.FAILED;
            };
            draft.failed(e.code(), e.httpStatus(), reason);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CollectException e) {
            throw e;
        } catch (RuntimeException e) {
            // A slip of ours, or of a library: its message may hold parts of the answer.
            reason = "asking failed: " + e.getClass().getSimpleName();
            state = EntryOutcome.State.FAILED;
            draft.failed(CollectFailure.Code.FAILED, 0, reason);
        }
        return new EntryOutcome(state, draft.pages, reason);
    }

    private @Nullable EntryOutcome kept(String path, ExportProjection projection) throws IOException {
        Map<String, Object> entry = folder.manifest().entry(path);
        if (entry == null
                || !Boolean.TRUE.equals(entry.get("complete"))
                || Boolean.TRUE.equals(entry.get("absent"))
                || !folder.collection().equals(entry.get("collection"))
                || !projection.id().equals(entry.get("projection"))
                || maxAge.isZero()
                || isOld(String.valueOf(entry.get("finishedAt")))) return null;
        Path file = folder.inside(path);
        if (!Files.isRegularFile(file)) return null;
        byte[] bytes = Files.readAllBytes(file);
        if (!Digests.sha256(bytes).equals(entry.get("sha256"))) return null;
        String text = Files.readString(file);
        if (!(entry.get("pages") instanceof JsonText.WrittenNumber pages)) return null;
        if (pages.text().equals("1")) return new EntryOutcome(EntryOutcome.State.KEPT, List.of(text), null);
        LocatedNode root = LocatedTree.json(text, Limits.DEFAULT).root();
        return root == null || !root.isList()
                ? null
                : new EntryOutcome(
                        EntryOutcome.State.KEPT,
                        root.items().stream().map(JsonText::of).toList(),
                        null);
    }

    private boolean isOld(String moment) {
        try {
            Instant at = Instant.parse(moment);
            Instant now = folder.clock().instant();
            return at.isAfter(now) || Duration.between(at, now).compareTo(maxAge) > 0;
        } catch (DateTimeException e) {
            return true;
        }
    }

    /** A name that tells entries apart, also where a file system does not tell capitals from small letters. */
    static String path(EntryRequest request) {
        Map<String, String> scope = new TreeMap<>(request.scope());
        if (request.commit() != null) scope.put("~commit", request.commit());
        String words = scope.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-"))
                .collect(Collectors.joining("-"));
        String name = words.length() > 80 ? words.substring(0, 80) : words;
        String digest =
                Digests.sha256(request.kind() + JsonText.of((Object) scope)).substring(0, 8);
        return request.kind() + "/" + (name.isEmpty() ? "" : name + "-") + digest + ".json";
    }
}

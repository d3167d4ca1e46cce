package io.github.assaymark.collect;

import io.github.assaymark.facts.projection.ExportProjection;
import io.github.assaymark.facts.projection.Projected;
import io.github.assaymark.facts.projection.UnreadableAnswerException;
import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

    private final Path folder;
    private final Manifest manifest;
    private final Clock clock;
    private final Duration maxAge;
    private final String collection;
    private final String command;
    private final Redaction redaction;
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
     * @param collection what tells this part of the folder from others: collector and subject
     * @param command the command line, without credentials
     * @param kinds the run is about
     * @param maxAge how old a complete entry may be that is not asked for again
     */
    ExportWriter(
            Path folder,
            Manifest manifest,
            Clock clock,
            String collection,
            String command,
            Set<String> kinds,
            Duration maxAge,
            Redaction redaction,
            ScanRequest.Progress progress)
            throws IOException {
        this.folder = folder;
        this.manifest = manifest;
        this.clock = clock;
        this.maxAge = maxAge;
        this.collection = redaction.message(collection);
        this.command = redaction.message(command);
        this.redaction = redaction;
        this.progress = progress;
        this.kinds = kinds.size();
        manifest.remove(this::isUnfinished);
        String now = now();
        for (String kind : new TreeSet<>(kinds)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", "");
            entry.put("kind", kind);
            entry.put("collection", this.collection);
            entry.put("command", this.command);
            entry.put("startedAt", now);
            entry.put("finishedAt", now);
            entry.put("complete", false);
            entry.put("error", error(UNFINISHED, "the collection did not end: run the same command again"));
            entry.put("origin", "COLLECTED");
            manifest.add(entry);
        }
        manifest.save();
    }

    private boolean isUnfinished(Map<String, Object> entry) {
        return collection.equals(entry.get("collection"))
                && entry.get("error") instanceof Map<?, ?> error
                && UNFINISHED.equals(error.get("code"));
    }

    /**
     * Ends a run that did all that it was about: takes out what says that it did not end, and the entries of earlier
     * runs of the same subject that were not asked for again.
     */
    void end() throws IOException {
        List<Map<String, Object>> gone = manifest.remove(entry ->
                collection.equals(entry.get("collection")) && !touched.contains(String.valueOf(entry.get("path"))));
        manifest.save();
        for (Map<String, Object> entry : gone) {
            String path = String.valueOf(entry.get("path"));
            if (!path.isEmpty()) Files.deleteIfExists(inside(path));
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
                    "cannot write " + folder + ": " + e.getClass().getSimpleName()
                            + "\n  Maybe the disk is full or the directory cannot be written to");
        }
    }

    private EntryOutcome asked(EntryRequest request, String path, ExportProjection projection, Asking asking)
            throws IOException, InterruptedException {
        EntryDraft draft = new EntryDraft(request, path, projection);
        EntryOutcome.State state;
        String reason = null;
        try {
            asking.ask(draft);
            reason = draft.limit;
            state = reason == null ? EntryOutcome.State.COMPLETE : EntryOutcome.State.PARTIAL;
            if (draft.pages.isEmpty() && reason == null)
                throw new CollectFailure(CollectFailure.Code.FAILED, "the system gave no answer");
            draft.write(reason == null, reason == null ? Map.of() : error("PARTIAL", reason));
        } catch (CollectFailure e) {
            reason = redaction.message(String.valueOf(e.getMessage()));
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
        Map<String, Object> entry = manifest.entry(path);
        if (entry == null
                || !Boolean.TRUE.equals(entry.get("complete"))
                || Boolean.TRUE.equals(entry.get("absent"))
                || !collection.equals(entry.get("collection"))
                || !projection.id().equals(entry.get("projection"))
                || maxAge.isZero()
                || isOld(String.valueOf(entry.get("finishedAt")))) return null;
        Path file = inside(path);
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
            Instant now = clock.instant();
            return at.isAfter(now) || Duration.between(at, now).compareTo(maxAge) > 0;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private Path inside(String path) {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()))
            throw new CollectException("the manifest of " + folder + " speaks of a file outside of it: " + path
                    + "\n  Maybe collect into" + " another directory");
        return file;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        return error;
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

    /** One entry while it is asked for. */
    private final class EntryDraft implements EntryPages {
        private final EntryRequest request;
        private final String path;
        private final ExportProjection projection;
        private final String startedAt = now();
        private final List<String> pages = new ArrayList<>();
        private long size;
        private int redactions;
        private int status;
        private @Nullable String principal;
        private @Nullable String limit;

        EntryDraft(EntryRequest request, String path, ExportProjection projection) {
            this.request = request;
            this.path = path;
            this.projection = projection;
            this.principal = request.principal();
        }

        @Override
        public void add(String answer) {
            Projected copied = copy(answer);
            String clean = redaction.own(copied.text());
            if (!clean.equals(copied.text())) redactions++;
            redactions += copied.redactions();
            size += clean.length() * 2L;
            if (size > Limits.DEFAULT.maxBytes())
                throw new CollectFailure(
                        CollectFailure.Code.TOO_LARGE, "the answer is larger than what is read of an export");
            pages.add(clean);
            try {
                write(false, Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Projected copy(String answer) {
            try {
                return projection.project(answer, Limits.DEFAULT);
            } catch (UnreadableAnswerException e) {
                throw new CollectFailure(CollectFailure.Code.UNREADABLE, status, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void partial(String reason) {
            limit = redaction.message(reason);
        }

        @Override
        public void principal(String name) {
            principal = redaction.message(name);
        }

        @Override
        public void httpStatus(int code) {
            status = code;
        }

        void write(boolean complete, Map<String, Object> error) throws IOException {
            String text = pages.size() == 1 ? pages.get(0) + "\n" : "[\n" + String.join(",\n", pages) + "\n]\n";
            Path file = inside(path);
            Files.createDirectories(file.resolveSibling("."));
            WholeFile.write(file, text);
            Map<String, Object> entry = begun();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            entry.put("sha256", Digests.sha256(bytes));
            entry.put("bytes", bytes.length);
            entry.put("pages", pages.size());
            entry.put("complete", complete);
            if (!error.isEmpty()) entry.put("error", error);
            ended(entry);
        }

        void failed(CollectFailure.Code code, int httpStatus, String message) throws IOException {
            if (httpStatus != 0) status = httpStatus;
            pages.clear();
            Map<String, Object> entry = begun();
            entry.put("pages", 0);
            entry.put("complete", code == CollectFailure.Code.ABSENT);
            if (code == CollectFailure.Code.ABSENT) entry.put("absent", true);
            entry.put("error", error(code.name(), message));
            ended(entry);
            Files.deleteIfExists(inside(path));
        }

        private Map<String, Object> begun() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", path);
            entry.put("kind", request.kind());
            entry.put("collection", collection);
            entry.put("request", redaction.message(request.request()));
            entry.put("command", command);
            if (principal != null) entry.put("principal", principal);
            Map<String, Object> scope = new TreeMap<>();
            request.scope().forEach((name, value) -> scope.put(name, redaction.own(value)));
            if (!scope.isEmpty()) entry.put("scope", scope);
            entry.put("startedAt", startedAt);
            entry.put("finishedAt", now());
            if (request.from() != null) entry.put("from", request.from().toString());
            if (request.until() != null) entry.put("until", request.until().toString());
            if (status != 0) entry.put("httpStatus", status);
            return entry;
        }

        private void ended(Map<String, Object> entry) throws IOException {
            entry.put("projection", projection.id());
            entry.put("redactions", redactions);
            entry.put("origin", "COLLECTED");
            if (request.commit() != null) entry.put("commit", request.commit());
            manifest.put(entry);
            manifest.save();
        }
    }
}

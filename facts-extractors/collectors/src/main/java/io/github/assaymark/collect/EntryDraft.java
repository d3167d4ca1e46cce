package io.github.assaymark.collect;

import io.github.assaymark.facts.projection.ExportProjection;
import io.github.assaymark.facts.projection.Projected;
import io.github.assaymark.facts.projection.UnreadableAnswerException;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One entry while it is asked for: after each page the folder says what there is so far. Used by one thread. */
final class EntryDraft implements EntryPages {
    private final WrittenFolder folder;
    private final EntryRequest request;
    private final String path;
    private final ExportProjection projection;
    private final String startedAt;
    final List<String> pages = new ArrayList<>();
    private long size;
    private int redactions;
    private int status;
    private @Nullable String principal;

    @Nullable
    String limit;

    EntryDraft(WrittenFolder folder, EntryRequest request, String path, ExportProjection projection) {
        this.folder = folder;
        this.startedAt = folder.now();
        this.request = request;
        this.path = path;
        this.projection = projection;
        this.principal = request.principal();
    }

    @Override
    public void add(String answer) {
        Projected copied = copy(answer);
        String clean = folder.redaction().own(copied.text());
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
        limit = folder.redaction().message(reason);
    }

    @Override
    public void principal(String name) {
        principal = folder.redaction().message(name);
    }

    @Override
    public void httpStatus(int code) {
        status = code;
    }

    void write(boolean complete, Map<String, Object> error) throws IOException {
        String text = pages.size() == 1 ? pages.get(0) + "\n" : "[\n" + String.join(",\n", pages) + "\n]\n";
        Path file = folder.inside(path);
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
        entry.put("error", WrittenFolder.error(code.name(), message));
        ended(entry);
        Files.deleteIfExists(folder.inside(path));
    }

    private Map<String, Object> begun() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", path);
        entry.put("kind", request.kind());
        entry.put("collection", folder.collection());
        entry.put("request", folder.redaction().message(request.request()));
        entry.put("command", folder.command());
        if (principal != null) entry.put("principal", principal);
        Map<String, Object> scope = new TreeMap<>();
        request.scope()
                .forEach((name, value) -> scope.put(name, folder.redaction().own(value)));
        if (!scope.isEmpty()) entry.put("scope", scope);
        entry.put("startedAt", startedAt);
        entry.put("finishedAt", folder.now());
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
        folder.manifest().put(entry);
        folder.manifest().save();
    }
}

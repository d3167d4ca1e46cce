package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.CollectionStatus;
import io.github.assaymark.model.fact.ExportOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of an export folder: a file {@code manifest.json} with {@code schemaVersion} 1 and a list
 * {@code entries}.
 *
 * @param gaps what was not understood: an entry without a kind, a path or a moment is no evidence
 */
record ExportManifest(List<ExportEntry> entries, List<Coverage.Gap> gaps) {
    static final String FILE = "manifest.json";
    private static final int VERSION = 1;

    static ExportManifest read(String folder, String text, Limits limits) {
        List<ExportEntry> entries = new ArrayList<>();
        List<Coverage.Gap> gaps = new ArrayList<>();
        String path = folder + "/" + FILE;
        LocatedTree tree = LocatedTree.json(text, limits);
        for (Problem problem : tree.problems()) gaps.add(new Coverage.Gap(path, problem.line(), problem.message()));
        if (tree.root() == null) return new ExportManifest(entries, gaps);
        JsonValue root = new JsonValue(tree.root(), "");
        if (root.integer("schemaVersion", 0) != VERSION) {
            gaps.add(new Coverage.Gap(
                    path,
                    1,
                    "its schemaVersion is " + Secrets.shown(root.text("schemaVersion", "not there"), 40) + ", not "
                            + VERSION));
            return new ExportManifest(entries, gaps);
        }
        for (JsonValue value : root.list("entries")) {
            int line = value.node().span().startLine();
            Instant at = value.instant("finishedAt");
            String kind = value.text("kind");
            if (kind == null || at == null) {
                gaps.add(new Coverage.Gap(
                        path,
                        line,
                        kind == null
                                ? "an entry without a kind"
                                : "an entry without finishedAt, the moment it was observed"));
                continue;
            }
            entries.add(entry(value, kind, at, line));
        }
        return new ExportManifest(entries, gaps);
    }

    private static ExportEntry entry(JsonValue value, String kind, Instant at, int line) {
        Map<String, String> scope = new TreeMap<>();
        JsonValue scopes = value.get("scope");
        if (scopes != null)
            for (String key : scopes.keys()) {
                String text = scopes.text(key);
                if (text != null) scope.put(Exported.shown(key), Exported.revision(text));
            }
        CollectionStatus status = status(value);
        JsonValue error = value.get("error");
        String told = error == null ? null : error.node().isScalar() ? error.text() : error.text("message");
        return new ExportEntry(
                value.text("path", ""),
                kind,
                value.text("sha256"),
                Exported.shown(value.text("command", "")),
                Exported.shownOrNull(value.text("principal")),
                scope,
                at,
                value.instant("from"),
                value.instant("until"),
                status,
                status == CollectionStatus.COMPLETE ? null : told == null ? words(status) : Exported.shown(told),
                origin(value.text("origin")),
                Exported.identity(value.text("commit")),
                line);
    }

    private static CollectionStatus status(JsonValue value) {
        JsonValue error = value.get("error");
        String code = error == null || error.node().isScalar() ? null : error.text("code");
        if (code != null && !value.is("complete")) {
            // Collectors say what a status means: GitHub answers 403 where others answer 429, and 404 to who may not
            // see.
            if (code.equals("DENIED")) return CollectionStatus.DENIED;
            if (code.equals("PARTIAL")) return CollectionStatus.PARTIAL;
            if (code.equals("RATE_LIMITED")) return CollectionStatus.FAILED;
        }
        int http = value.integer("httpStatus", 0);
        if (http == 401 || http == 403) return CollectionStatus.DENIED;
        if (value.is("absent")) return CollectionStatus.ABSENT;
        if (http >= 400 || (error != null && !value.is("complete"))) return CollectionStatus.FAILED;
        return value.is("complete") ? CollectionStatus.COMPLETE : CollectionStatus.PARTIAL;
    }

    private static String words(CollectionStatus status) {
        return switch (status) {
            case COMPLETE -> "";
            case ABSENT -> "the system said that there is no such thing";
            case PARTIAL -> "the export is not complete";
            case DENIED -> "access was denied";
            case FAILED -> "the export failed";
            case NOT_ATTEMPTED -> "nobody asked";
        };
    }

    private static ExportOrigin origin(@Nullable String text) {
        if (text == null) return ExportOrigin.IMPORTED;
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "COLLECTED" -> ExportOrigin.COLLECTED;
            case "IN_REPO", "IN_REPOSITORY" -> ExportOrigin.IN_REPOSITORY;
            default -> ExportOrigin.IMPORTED;
        };
    }
}

package io.github.assaymark.core.explain;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.ApiResponse;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.fact.DocPlaceholder;
import io.github.assaymark.model.fact.DocSection;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.SignOff;
import io.github.assaymark.model.fact.Waiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts of a service in a repository. */
final class Given {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    static final String OWNER = "services/billing";

    private Given() {}

    static Snapshot snapshot(Fact... facts) {
        List<Fact> all = new ArrayList<>(List.of(Now.at(NOW), service(OWNER), complete("Service", "", 2)));
        all.addAll(Arrays.asList(facts));
        return Snapshot.of(all);
    }

    static Service service(String directory) {
        return new Service(
                directory,
                directory,
                Provenance.File.whole(directory + "/package.json"),
                directory.substring(directory.lastIndexOf('/') + 1),
                directory,
                "package.json",
                "c0ffee");
    }

    static Coverage complete(String type) {
        return complete(type, OWNER, 4);
    }

    static Coverage complete(String type, String owner, int files) {
        return Coverage.of("test", type, owner, files, 0, "*.md", List.of());
    }

    static Coverage partial(String type) {
        return Coverage.of(
                "test", type, OWNER, 41, 3, "*.md", List.of(new Coverage.Gap("docs/big.md", 12, "too deeply nested")));
    }

    static Coverage denied(String type) {
        return Coverage.missing("test", type, OWNER, Coverage.Status.DENIED, "403 for the audit role");
    }

    static Document document(String name, int words) {
        String path = OWNER + "/" + name;
        return fact(
                Document.class,
                path,
                Provenance.File.whole(path),
                Map.of("path", path, "name", name, "directory", OWNER, "words", (long) words, "contentHash", "ab"));
    }

    static DocSection section(String document, String heading, int words, int line) {
        String path = OWNER + "/" + document;
        String slug = heading.toLowerCase(Locale.ROOT).replace(' ', '-');
        return fact(
                DocSection.class,
                path + "#" + slug,
                new Provenance.File(null, path, line, 1, line, 4 + heading.length(), null),
                Map.of("document", path, "documentName", document, "heading", heading, "words", (long) words));
    }

    static DocPlaceholder placeholder(String document, String text, int line) {
        String path = OWNER + "/" + document;
        return fact(
                DocPlaceholder.class,
                path + "#placeholder:" + text,
                Provenance.File.line(path, line),
                Map.of("document", path, "documentName", document, "text", text));
    }

    static ApiOperation operation(String method, String path, boolean secured, int line) {
        return fact(
                ApiOperation.class,
                method + " " + path,
                Provenance.File.line(OWNER + "/api.yaml", line),
                Map.of("method", method, "path", path, "secured", secured, "mutation", !method.equals("GET")));
    }

    static ApiResponse response(ApiOperation operation, String status, int line) {
        return fact(
                ApiResponse.class,
                operation.key() + "#" + status,
                Provenance.File.line(OWNER + "/api.yaml", line),
                Map.of("operation", operation.key(), "status", status));
    }

    static SignOff signOff(String role, @Nullable Instant date, boolean open) {
        String path = OWNER + "/SIGNOFF.md";
        Map<String, Object> values = new HashMap<>(Map.of("document", path, "role", role, "open", open));
        if (date != null) values.put("date", date);
        return fact(SignOff.class, path + "#signoff:" + role, Provenance.File.line(path, 9), values);
    }

    private static <F extends Fact> F fact(
            Class<F> type, String key, Provenance place, Map<String, ? extends Object> values) {
        FactType known = Objects.requireNonNull(FactCatalogue.standard().type(type.getSimpleName()));
        Fact blank = Objects.requireNonNull(FactCopies.blank(known, key, OWNER, NOW));
        Map<String, Object> all = new HashMap<>(values);
        all.put("provenance", place);
        return type.cast(Objects.requireNonNull(FactCopies.with(blank, all)));
    }

    static Attestation attestation(
            String item, String by, Decision decision, Instant at, @Nullable Instant expires, @Nullable String digest) {
        return new Attestation(
                item + "/" + OWNER + "/" + by,
                OWNER,
                new Provenance.Human(by, at, Provenance.File.line("attestations.yaml", 3)),
                "acme.demo.docs." + item,
                OWNER,
                by,
                "privacy",
                decision,
                at,
                expires,
                null,
                digest,
                null,
                List.of(),
                null);
    }

    static Waiver waiver(String item, Instant until) {
        return new Waiver(
                item + "/" + OWNER,
                OWNER,
                Provenance.File.line("waivers.yaml", 5),
                "acme.demo.docs." + item,
                OWNER,
                "the page is being moved",
                "@grace",
                "OPS-7",
                until,
                List.of(),
                null);
    }
}

package io.github.assaymark.facts.catalog;

import io.github.assaymark.facts.structured.DuplicateEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.facts.structured.Style;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exported catalogue, as {@link CatalogScript} prints it.
 *
 * @param observedAt when the catalogue was read
 * @param server version of the server
 * @param role that read it
 */
record CatalogDocument(
        Instant observedAt, String server, String database, String role, Map<String, CatalogPart> parts) {
    private static final String FORMAT = "assay/postgres-catalog";

    /** The relation without which a part cannot be read. */
    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("schemas", "pg_namespace"),
            Map.entry("roles", "pg_roles"),
            Map.entry("members", "pg_auth_members"),
            Map.entry("extensions", "pg_extension"),
            Map.entry("tables", "pg_class"),
            Map.entry("columns", "pg_attribute"),
            Map.entry("indexes", "pg_index"),
            Map.entry("constraints", "pg_constraint"),
            Map.entry("policies", "pg_policy"),
            Map.entry("grants", "pg_class"),
            Map.entry("defaults", "pg_default_acl"),
            Map.entry("settings", "pg_db_role_setting"));

    CatalogDocument {
        parts = Map.copyOf(parts);
    }

    /** The text is no such export; the message says why. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        UnusableException(int line, String reason) {
            super(reason);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static CatalogDocument read(String text, Limits limits) throws UnusableException {
        LocatedTree tree = LocatedTree.json(text, limits);
        if (!tree.problems().isEmpty()) {
            Problem problem = tree.problems().get(0);
            throw new UnusableException(problem.line(), "no whole JSON: " + problem.message());
        }
        if (!tree.duplicates().isEmpty()) {
            DuplicateEntry duplicate = tree.duplicates().get(0);
            throw new UnusableException(
                    duplicate.repeated().keySpan().startLine(),
                    "the key `" + duplicate.repeated().key() + "` stands twice");
        }
        LocatedNode root = tree.root();
        if (root == null || !FORMAT.equals(text(root, "format")))
            throw new UnusableException(1, "no exported catalogue: its `format` is not `" + FORMAT + "`");
        LocatedNode version = root.get("version");
        if (version == null || !version.text().equals("1"))
            throw new UnusableException(
                    1, "its version is " + (version == null ? "missing" : version.text()) + "; only 1 is known");
        return new CatalogDocument(
                instant(root), needed(root, "server"), needed(root, "database"), needed(root, "role"), parts(root));
    }

    private static @Nullable String text(LocatedNode node, String key) {
        LocatedNode value = node.get(key);
        return value == null || !value.isScalar() || value.style() != Style.DOUBLE_QUOTED ? null : value.text();
    }

    private static String needed(LocatedNode root, String key) throws UnusableException {
        String text = text(root, key);
        if (text == null || text.isBlank() || text.length() > 200)
            throw new UnusableException(1, "its `" + key + "` is missing or no text");
        return text;
    }

    private static Instant instant(LocatedNode root) throws UnusableException {
        String text = needed(root, "observedAt");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnusableException(1, "its `observedAt` is no UTC moment such as 2026-03-01T09:30:00Z");
        }
    }

    private static Map<String, CatalogPart> parts(LocatedNode root) throws UnusableException {
        LocatedNode list = root.get("parts");
        if (list == null || !list.isList()) throw new UnusableException(1, "it has no list `parts`");
        Map<String, CatalogPart> parts = new HashMap<>();
        boolean ended = false;
        for (int i = 0; i < list.items().size(); i++) {
            LocatedNode node = list.items().get(i);
            int line = node.span().startLine();
            String name = text(node, "part");
            if (name == null) throw new UnusableException(line, "a part without a name");
            if (name.equals("end")) ended = true;
            else if (parts.put(name, part(name, node, "/parts/" + i)) != null)
                throw new UnusableException(line, "the part `" + name + "` stands twice");
        }
        if (!ended) throw new UnusableException(list.span().endLine(), "its end is missing");
        LocatedNode readable = root.get("readable");
        RELATIONS.forEach((name, relation) -> {
            LocatedNode may = readable == null ? null : readable.get(relation);
            parts.computeIfAbsent(
                    name,
                    part -> CatalogPart.missing(part, may != null && may.text().equals("false")));
        });
        return parts;
    }

    private static CatalogPart part(String name, LocatedNode node, String pointer) {
        int line = node.span().startLine();
        String status = String.valueOf(text(node, "status"));
        LocatedNode rows = node.get("rows");
        if (status.equals("denied"))
            return new CatalogPart(
                    name,
                    Coverage.Status.DENIED,
                    "the role was not allowed to read the part `" + name + "`",
                    line,
                    List.of());
        if (!status.equals("complete") || rows == null || !rows.isList())
            return new CatalogPart(
                    name, Coverage.Status.FAILED, "the part `" + name + "` could not be read", line, List.of());
        List<CatalogRow> read = new ArrayList<>(rows.items().size());
        for (int i = 0; i < rows.items().size(); i++)
            read.add(new CatalogRow(rows.items().get(i), pointer + "/rows/" + i));
        return new CatalogPart(name, Coverage.Status.COMPLETE, null, line, read);
    }

    CatalogPart part(String name) {
        CatalogPart part = parts.get(name);
        return part == null ? CatalogPart.missing(name, false) : part;
    }
}

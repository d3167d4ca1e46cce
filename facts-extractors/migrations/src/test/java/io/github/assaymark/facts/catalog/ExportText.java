package io.github.assaymark.facts.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of an exported catalogue, made by hand; every part is there and empty until rows are given. */
final class ExportText {
    private static final List<String> PARTS = List.of(
            "schemas",
            "roles",
            "members",
            "extensions",
            "tables",
            "columns",
            "indexes",
            "constraints",
            "policies",
            "grants",
            "defaults",
            "settings");

    private final String database;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private String readable = "{}";

    ExportText(String database) {
        this.database = database;
        for (String part : PARTS) rows(part);
    }

    ExportText rows(String part, String... rows) {
        parts.put(
                part,
                "{\"part\":\"" + part + "\",\"status\":\"complete\",\"rows\":[\n" + String.join(",\n", rows) + "]}");
        return this;
    }

    ExportText schemas(String... names) {
        String[] rows = new String[names.length];
        for (int i = 0; i < names.length; i++) rows[i] = "{\"name\":\"" + names[i] + "\",\"owner\":\"boss\"}";
        return rows("schemas", rows);
    }

    /** Tables such as {@code billing.invoice}, owned by boss. */
    ExportText tables(String... names) {
        String[] rows = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            String[] name = names[i].split("\\.", 2);
            rows[i] = "{\"schema\":\"" + name[0] + "\",\"name\":\"" + name[1]
                    + "\",\"kind\":\"table\",\"owner\":\"boss\",\"row_security\":false,\"row_security_forced\":false}";
        }
        return rows("tables", rows);
    }

    ExportText denied(String part) {
        parts.put(part, "{\"part\":\"" + part + "\",\"status\":\"denied\",\"sqlState\":\"42501\"}");
        return this;
    }

    /** Without a part, as psql prints it when the part fails. */
    ExportText without(String part, String relation, boolean readable) {
        parts.remove(part);
        this.readable = "{\"" + relation + "\":" + readable + "}";
        return this;
    }

    String text() {
        return "{\"format\":\"assay/postgres-catalog\",\"version\":1,\"observedAt\":\"2026-03-01T09:30:00Z\","
                + "\"server\":\"15.4\",\"database\":\"" + database + "\",\"role\":\"reader\",\"readable\":" + readable
                + ",\"parts\":[\n" + String.join(",\n", parts.values()) + ",\n{\"part\":\"end\"}]}\n";
    }
}

package io.github.assaymark.facts.catalog;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.DbAccess;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbExtension;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbSnapshot;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.RowSecurity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads exported system catalogues of PostgreSQL databases, {@code postgres-catalog*.json} in the folders of exported
 * state: what the tables, roles and privileges of a database were when somebody looked. Never opens a connection.
 *
 * <p>Without an export nothing is said of what was observed: only the coverage of {@link DbSnapshot} tells that nobody
 * looked, so that what code and migrations say stands as it is.
 */
public final class CatalogExtractor implements FactExtractor {
    /** Which types hold facts from which part of an export. */
    private static final Map<String, Set<Class<? extends Fact>>> TYPES = Map.ofEntries(
            Map.entry("schemas", Set.of(DbSnapshot.class)),
            Map.entry("roles", Set.of(DbRole.class, DbGrant.class, DbAccess.class)),
            Map.entry("members", Set.of(DbRole.class, DbGrant.class, DbAccess.class)),
            Map.entry("extensions", Set.of(DbExtension.class)),
            Map.entry(
                    "tables",
                    Set.of(
                            DbTable.class,
                            DbColumn.class,
                            DbIndex.class,
                            DbConstraint.class,
                            DbPolicy.class,
                            RowSecurity.class,
                            DbGrant.class,
                            DbAccess.class,
                            DbOwner.class)),
            Map.entry("columns", Set.of(DbColumn.class)),
            Map.entry("indexes", Set.of(DbIndex.class)),
            Map.entry("constraints", Set.of(DbConstraint.class, DbColumn.class)),
            Map.entry("policies", Set.of(DbPolicy.class)),
            Map.entry("grants", Set.of(DbGrant.class, DbAccess.class)),
            Map.entry("defaults", Set.of()),
            Map.entry("settings", Set.of()));

    @Override
    public String id() {
        return "postgres-catalog";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(
                DbSnapshot.class,
                DbTable.class,
                DbColumn.class,
                DbIndex.class,
                DbConstraint.class,
                DbPolicy.class,
                RowSecurity.class,
                DbGrant.class,
                DbAccess.class,
                DbOwner.class,
                DbRole.class,
                DbExtension.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        new Run(context, facts).extract();
    }

    /** One extraction. */
    private final class Run {
        private final ScanContext context;
        private final Consumer<Fact> facts;
        private final SortedMap<String, CatalogAccount> accounts = new TreeMap<>();
        private final SortedMap<String, SortedMap<String, String>> schemas = new TreeMap<>();
        private final List<ExportedCatalog> exports = new ArrayList<>();

        Run(ScanContext context, Consumer<Fact> facts) {
            this.context = context;
            this.facts = facts;
            for (String owner : context.owners()) accounts.put(owner, new CatalogAccount(owner, factTypes()));
        }

        void extract() {
            List<RepositorySource> folders = context.exports();
            for (RepositorySource folder : folders) read(folder);
            DatabaseOwners owners = folders.isEmpty() ? null : new DatabaseOwners(context);
            if (owners != null) {
                for (String problem : owners.problems())
                    everyone(account -> account.gap("assay.yaml", 0, problem, Set.of(DbSnapshot.class)));
                for (ExportedCatalog export : exports) assign(export, owners);
                Set<String> alone = alone();
                for (ExportedCatalog export : exports) tell(export, alone);
                for (ExportedCatalog export : exports) snapshots(export, owners);
            }
            String absence = absence(folders);
            accounts.values().forEach(account -> account.close(id(), DbSnapshot.class, absence, facts));
        }

        private String absence(List<RepositorySource> folders) {
            if (folders.isEmpty() && !context.configured("state").isEmpty())
                return "none of the folders that `state` in assay.yaml names exists: "
                        + String.join(", ", context.configured("state"));
            if (folders.isEmpty())
                return "no folder of exported state is named: `assay collect postgres --print` shows how to export a"
                        + " catalogue, `state` in assay.yaml says where it lies";
            List<String> names = folders.stream().map(RepositorySource::name).toList();
            if (exports.isEmpty()) return "there is no postgres-catalog*.json in " + String.join(", ", names);
            return "no schema in "
                    + String.join(
                            ", ", exports.stream().map(ExportedCatalog::file).toList())
                    + " is known to be of this service: its manifest lists its schemas as `schemas_owned`, or"
                    + " `databases` in assay.yaml says it";
        }

        private void everyone(Consumer<CatalogAccount> told) {
            accounts.values().forEach(told);
        }

        private void read(RepositorySource folder) {
            for (Coverage.Gap gap : folder.gaps())
                everyone(account -> account.gap(gap.path(), gap.line(), gap.reason(), factTypes()));
            for (SourceFile file : folder.files()) {
                String name = file.path().substring(file.path().lastIndexOf('/') + 1);
                if (name.startsWith("postgres-catalog") && name.endsWith(".json")) read(folder, file);
            }
        }

        private void read(RepositorySource folder, SourceFile file) {
            String shown = folder.name() + "/" + file.path();
            String place = inRepository(folder) ? context.ownerOf(shown) : "";
            try {
                byte[] bytes = file.read(context.limits());
                CatalogDocument document = CatalogDocument.read(file.text(context.limits()), context.limits());
                exports.add(new ExportedCatalog(document, file.path(), shown, sha256(bytes), place));
            } catch (UnreadableFileException e) {
                unreadable(place, shown, 0, String.valueOf(e.getMessage()));
            } catch (CatalogDocument.UnusableException e) {
                unreadable(place, shown, e.line(), String.valueOf(e.getMessage()));
            }
        }

        /** Folders that the caller names lie anywhere. */
        private boolean inRepository(RepositorySource folder) {
            return context.configured("state").contains(folder.name());
        }

        /** Nobody knows whose the database is that could not be read. */
        private void unreadable(String place, String file, int line, String reason) {
            accounts.forEach((owner, account) -> {
                if (!place.isEmpty() && !place.equals(owner)) return;
                account.matched(file);
                account.gap(file, line, reason, factTypes());
            });
        }

        private void assign(ExportedCatalog export, DatabaseOwners owners) {
            Set<String> names = new TreeSet<>();
            for (CatalogRow row : export.document().part("schemas").rows()) names.add(row.text("name"));
            for (CatalogRow row : export.document().part("tables").rows()) names.add(row.text("schema"));
            names.remove("");
            SortedMap<String, String> assigned = new TreeMap<>();
            for (String name : names)
                assigned.put(name, owners.ownerOf(export.document().database(), name, export.place()));
            schemas.put(export.file(), assigned);
        }

        private SortedMap<String, String> schemasOf(ExportedCatalog export) {
            return schemas.getOrDefault(export.file(), new TreeMap<>());
        }

        private Set<String> alone() {
            Set<String> seen = new HashSet<>();
            Set<String> alone = new HashSet<>();
            for (ExportedCatalog export : exports) {
                for (String owner : new TreeSet<>(schemasOf(export).values())) {
                    if (seen.add(owner)) alone.add(owner);
                    else alone.remove(owner);
                }
            }
            return alone;
        }

        private void tell(ExportedCatalog export, Set<String> alone) {
            SortedMap<String, String> owners = schemasOf(export);
            List<CatalogAccount> concerned = concerned(export);
            concerned.forEach(account -> account.matched(export.file()));
            TYPES.forEach((name, types) -> {
                CatalogPart part = export.document().part(name);
                String reason = part.reason();
                if (reason == null) return;
                boolean denied = part.status() == Coverage.Status.DENIED;
                for (CatalogAccount account : concerned) {
                    if (denied) account.denied(export.file(), part.line(), reason, types);
                    else account.gap(export.file(), part.line(), reason, types);
                }
            });
            new CatalogFacts(export, owners, alone, facts, (part, line, reason) -> {
                        Set<Class<? extends Fact>> types = TYPES.getOrDefault(part, Set.of());
                        concerned.forEach(account -> account.gap(export.file(), line, reason, types));
                    })
                    .extract();
        }

        private List<CatalogAccount> concerned(ExportedCatalog export) {
            List<CatalogAccount> concerned = new ArrayList<>();
            Set<String> owners = new HashSet<>(schemasOf(export).values());
            // an export of which nothing is known may be of anybody
            accounts.forEach((owner, account) -> {
                if (owners.isEmpty() || owners.contains(owner)) concerned.add(account);
            });
            return concerned;
        }

        private void snapshots(ExportedCatalog export, DatabaseOwners owners) {
            CatalogDocument document = export.document();
            List<String> denied = document.parts().values().stream()
                    .filter(part -> part.status() == Coverage.Status.DENIED)
                    .map(CatalogPart::name)
                    .sorted()
                    .toList();
            boolean whole =
                    document.parts().values().stream().allMatch(part -> part.status() == Coverage.Status.COMPLETE);
            for (String owner : new TreeSet<>(schemasOf(export).values())) {
                Set<String> missing = new TreeSet<>(owners.schemasOf(owner));
                for (ExportedCatalog other : exports)
                    missing.removeAll(schemasOf(other).keySet());
                for (String schema : missing)
                    account(owner)
                            .gap(
                                    export.file(),
                                    0,
                                    "the schema `" + schema + "` of this service is in no exported catalogue",
                                    Set.of(DbSnapshot.class));
                facts.accept(new DbSnapshot(
                        export.file(),
                        owner,
                        export.at(""),
                        document.database(),
                        document.server(),
                        document.role(),
                        document.observedAt(),
                        schemasOf(export).entrySet().stream()
                                .filter(entry -> entry.getValue().equals(owner))
                                .map(Map.Entry::getKey)
                                .toList(),
                        whole && missing.isEmpty(),
                        denied,
                        export.file()));
            }
        }

        private CatalogAccount account(String owner) {
            return accounts.computeIfAbsent(owner, key -> new CatalogAccount(key, factTypes()));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package io.github.assaymark.facts.configuration;

import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code assay.yaml} of a repository. Every key is optional:
 *
 * <pre>{@code
 * packs: [loop, ./checklists/ours]     # names of packs, or paths of pack directories or files
 * params:                              # values of checklist parameters: texts, numbers, or lists of them
 *   platformDomain: platform.example.org
 *   requiredDocuments: [README.md, RUNBOOK.md]
 * services: ['services/*']             # globs of service directories
 * templates: ['services/_template']    # globs of directories that are copied to make services
 * manifests: [service.yaml]            # names of manifest files; default service.yaml, service.yml, service.json
 * people: [people.yaml]                # files that list people
 * attestations: [attestations.yaml]    # files, also globs
 * waivers: [waivers.yaml]              # files, also globs
 * baseline: [baseline.yaml]            # files, also globs
 * criticalPaths: [src/payments]        # globs
 * state: [state]                       # folders with exported state of other systems
 * databases:                           # whose a database or schema is, where no schemas_owned of a manifest says it
 *   billing: services/billing
 *   platform.ledger: services/ledger
 * migrations:                          # sets of migrations whose tool, database or transactions no file gives away
 *   - directory: db/changes
 *     tool: golang-migrate             # optional: drizzle, prisma, flyway, liquibase, golang-migrate, goose, dbmate,
 *                                      # knex, typeorm, pop, supabase, plain
 *     dialect: postgresql              # optional: postgresql, mysql, sqlite, other
 *     transaction: per-migration       # optional: all-pending, per-migration, none, unknown
 *     placeholders: {schema: shop}     # optional, values of places such as ${schema} or {{ .schema }}
 * subjects:                            # what no file gives away; an empty list says that there is none
 *   - kind: BackgroundJob
 *     key: nightly-export              # id of the job
 *     owner: services/billing          # optional, directory of the owning service
 *     target: billing                  # optional, service the job calls
 *   - kind: PartnerIntegration
 *     name: Maps
 *     directory: integrations/maps     # also its key
 *     userInterface: true              # optional, default false
 * }</pre>
 *
 * <p>Where a list is wanted, one text does as well. Texts are taken as they are written: {@code country: NO} is the
 * text {@code NO}. Paths are relative to the repository root, with {@code /} between parts, and stay inside of it. Safe
 * for use by many threads.
 */
public final class AssayYaml implements ConfigurationReader {
    @Override
    public RepositoryConfiguration read(RepositorySource source, @Nullable Path file, Limits limits) {
        if (file != null) {
            return new ConfigurationParser(file.toString().replace('\\', '/'), null).read(text(file, limits), limits);
        }
        SourceFile found = source.file(FILE);
        if (found == null) return RepositoryConfiguration.NONE;
        try {
            return new ConfigurationParser(FILE, source.commit()).read(found.text(limits), limits);
        } catch (UnreadableFileException e) {
            throw unreadable(FILE, String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file, Limits limits) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.maxBytes() + 1);
            if (bytes.length > limits.maxBytes()) {
                throw unreadable(file.toString(), "larger than " + limits.maxBytes() + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(file.toString(), "no UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file.toString(), Files.exists(file) ? "no access, or no file" : "there is no such file");
        }
    }

    private static ScanException unreadable(String file, String reason) {
        return new ScanException(List.of(
                file + ": the configuration cannot be read: " + reason + "\n  Maybe check its path and rights"));
    }
}

package io.github.assaymark.facts.configuration;

import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the configuration of a repository; found through {@link java.util.ServiceLoader}. */
public interface ConfigurationReader {
    /** Name of the file at the root of a repository. */
    String FILE = "assay.yaml";

    /**
     * What the configuration says; {@link RepositoryConfiguration#NONE} when {@code file} is null and the source holds
     * no {@code assay.yaml}.
     *
     * @param file to read instead of the {@code assay.yaml} of the source; null for that
     * @throws io.github.assaymark.model.extract.ScanException when the file has errors, all of them with file and line
     */
    RepositoryConfiguration read(RepositorySource source, @Nullable Path file, Limits limits);
}

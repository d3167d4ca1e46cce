package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.AssayConfiguration;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the configuration of a scan. */
final class ConfigurationFile {
    /** At the root of a repository. */
    static final String NAME = "assay.yaml";

    private ConfigurationFile() {}

    /** {@code instead} is a file on disk that is read instead of the one of the source; null for that. */
    static AssayConfiguration read(
            RepositorySource source, @Nullable Path instead, Limits limits, List<String> detection) {
        if (instead != null) {
            detection.add("configuration " + instead);
            return AssayConfiguration.parse(instead.toString().replace('\\', '/'), text(instead), null, null, limits);
        }
        SourceFile file = source.file(NAME);
        if (file == null) {
            detection.add("no " + NAME + ": nothing is configured");
            return AssayConfiguration.none();
        }
        detection.add("configuration " + NAME);
        try {
            return AssayConfiguration.parse(NAME, file.text(limits), source.commit(), file.blob(), limits);
        } catch (UnreadableFileException e) {
            throw new ScanException(List.of(
                    NAME + " cannot be read: " + e.getMessage() + "\n  Maybe save it as UTF-8 text of its own"));
        }
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ScanException(List.of(file + " cannot be read: no valid UTF-8\n  Maybe save it as UTF-8 text"));
        } catch (IOException e) {
            throw new ScanException(
                    List.of("`" + file + "` cannot be read\n  Maybe there is a slip in the path of the configuration"));
        }
    }
}

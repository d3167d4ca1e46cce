package io.github.assaymark.facts.repository.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository whose settings are its own: JGit looks at those of the user whenever it is asked for its settings. */
final class OwnRepository extends FileRepository {
    private OwnRepository(FileRepositoryBuilder builder) throws IOException {
        super(builder);
    }

    static OwnRepository open(FileRepositoryBuilder builder) throws IOException {
        builder.setup();
        OwnRepository repository = OwnSettings.without(() -> new OwnRepository(builder));
        if (repository.getObjectDatabase().exists()) return repository;
        repository.close();
        throw new RepositoryNotFoundException(builder.getGitDir());
    }

    @Override
    public FileBasedConfig getConfig() {
        try {
            return OwnSettings.without(super::getConfig);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading them throws none
        }
    }
}

package io.github.assaymark.facts.repository.source;

import java.io.IOException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Opens repositories without the git settings of the machine and its user: what is judged depends on the repository
 * alone. JGit knows one reader of settings for the whole process; this one stands before it and hides settings from the
 * thread that is opening a repository here, and from nobody else. Safe for use by many threads.
 */
final class OwnSettings extends SystemReader.Delegate {
    private static final ThreadLocal<Boolean> HIDDEN = ThreadLocal.withInitial(() -> false);

    private final SystemReader others;

    private OwnSettings(SystemReader others) {
        super(others);
        this.others = others;
    }

    /** Something that opens a repository. */
    interface Opening<T> {
        T open() throws IOException;
    }

    static <T> T without(Opening<T> opening) throws IOException {
        install();
        boolean before = HIDDEN.get();
        HIDDEN.set(true);
        try {
            return opening.open();
        } finally {
            HIDDEN.set(before);
        }
    }

    private static synchronized void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof OwnSettings)) SystemReader.setInstance(new OwnSettings(present));
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return HIDDEN.get() ? new Nothing(parent, fs) : others.openUserConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return HIDDEN.get() ? new Nothing(parent, fs) : others.openSystemConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return HIDDEN.get() ? new Nothing(parent, fs) : others.openJGitConfig(parent, fs);
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
        return HIDDEN.get() ? new Nothing(null, FS.DETECTED) : others.getUserConfig();
    }

    @Override
    public StoredConfig getSystemConfig() throws ConfigInvalidException, IOException {
        return HIDDEN.get() ? new Nothing(null, FS.DETECTED) : others.getSystemConfig();
    }

    @Override
    public StoredConfig getJGitConfig() throws ConfigInvalidException, IOException {
        return HIDDEN.get() ? new Nothing(null, FS.DETECTED) : others.getJGitConfig();
    }

    /** Settings that nobody made. */
    private static final class Nothing extends FileBasedConfig {
        @SuppressWarnings("NullAway") // JGit takes no file for no settings
        Nothing(@org.jspecify.annotations.Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is nothing to read
        }

        @Override
        public void save() {
            // and nothing is written
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}

package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.source.LiveWorkingTree;
import io.github.assaymark.facts.repository.source.Subtree;
import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the folders of exported state: those of the request, and those that the configuration names. */
final class StateFolders {
    /** Key of the configuration. */
    static final String KEY = "state";

    private StateFolders() {}

    /**
     * The folders, those of the request first.
     *
     * @throws ScanException when a folder of the request is no directory
     */
    static List<RepositorySource> of(
            ScanRequest request,
            RepositorySource source,
            RepositoryConfiguration configuration,
            List<String> detection) {
        List<RepositorySource> folders = new ArrayList<>();
        List<String> named = configuration.lists().getOrDefault(KEY, List.of());
        boolean onDisk = source instanceof WorkingTree || source instanceof LiveWorkingTree;
        for (Path folder : request.state()) {
            if (!Files.isDirectory(folder))
                throw new ScanException(List.of("the folder of exported state `" + folder + "` is not a directory"
                        + "\n  Maybe there is a slip in the path, or it is still to be exported"));
            // One that the configuration names as well is read once, under the name that is the same on every machine.
            if (onDisk && named.stream().anyMatch(path -> isSame(folder, inside(request.repository(), path)))) continue;
            folders.add(new Subtree(
                    onDisk ? name(request.repository(), folder) : folder.toString(),
                    WorkingTree.of(folder, null, request.limits()),
                    ""));
        }
        for (String path : named) {
            Path folder = onDisk ? inside(request.repository(), path) : null;
            if (folder != null) {
                // A folder that is exported before every run is seldom tracked by git.
                folders.add(new Subtree(path, WorkingTree.of(folder, null, request.limits()), ""));
            } else if (source.holds(path)) {
                folders.add(new Subtree(path, source, path + "/"));
            } else {
                detection.add("no exported state: the directory " + path + " that `" + KEY + "` names does not exist");
            }
        }
        folders.forEach(
                folder -> detection.add("exported state: " + folder.files().size() + " files in " + folder.name()));
        return List.copyOf(folders);
    }

    private static boolean isSame(Path folder, @Nullable Path other) {
        try {
            return other != null && Files.isSameFile(folder, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** The path from the root of the repository, where no file is taken for a declaration; else the folder as given. */
    private static String name(Path repository, Path folder) {
        try {
            Path root = repository.toRealPath();
            Path real = folder.toRealPath();
            if (real.equals(root) || !real.startsWith(root)) return folder.toString();
            return root.relativize(real).toString().replace('\\', '/');
        } catch (IOException e) {
            return folder.toString();
        }
    }

    /** A directory of the repository that no link leads out of; null when there is none. */
    private static @Nullable Path inside(Path repository, String path) {
        try {
            Path root = repository.toRealPath();
            Path folder = root.resolve(path).toRealPath();
            return folder.startsWith(root) && Files.isDirectory(folder) ? folder : null;
        } catch (IOException e) {
            return null;
        }
    }
}

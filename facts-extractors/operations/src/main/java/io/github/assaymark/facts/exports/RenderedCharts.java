package io.github.assaymark.facts.exports;

import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.CollectionStatus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Directories of charts and kustomizations whose manifests were exported as they will be. */
record RenderedCharts(Set<String> directories) {
    static RenderedCharts of(ScanContext context) {
        Set<String> directories = new TreeSet<>();
        for (RepositorySource folder : context.exports())
            for (ExportEntry entry : entries(context, folder)) {
                String chart = entry.scope().get("chart");
                if (chart != null
                        && entry.kind().equals("kubernetes.manifests")
                        && entry.status() == CollectionStatus.COMPLETE) directories.add(normal(chart));
            }
        return new RenderedCharts(directories);
    }

    private static List<ExportEntry> entries(ScanContext context, RepositorySource folder) {
        SourceFile file = folder.file(ExportManifest.FILE);
        try {
            return file == null
                    ? List.of()
                    : ExportManifest.read(folder.name(), file.text(context.limits()), context.limits())
                            .entries();
        } catch (UnreadableFileException e) {
            // The reading of exports tells it.
            return List.of();
        }
    }

    boolean holds(String directory) {
        return directories.contains(directory);
    }

    private static String normal(String path) {
        String normal = path.startsWith("./") ? path.substring(2) : path;
        return normal.endsWith("/") ? normal.substring(0, normal.length() - 1) : normal.equals(".") ? "" : normal;
    }
}

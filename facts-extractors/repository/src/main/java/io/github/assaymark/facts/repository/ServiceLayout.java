package io.github.assaymark.facts.repository;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the services of a source lie.
 *
 * @param services by directory; the empty one is the repository itself
 * @param templates directories that are copied to make services, sorted
 * @param detection lines for a reader
 * @param gaps what may hide services
 */
record ServiceLayout(
        SortedMap<String, Found> services, List<String> templates, List<String> detection, List<Coverage.Gap> gaps) {

    /**
     * What gave a service away.
     *
     * @param by manifest path, or words
     */
    record Found(String by, Provenance provenance) {}

    ServiceLayout {
        services = new TreeMap<>(services);
        templates = List.copyOf(templates);
        detection = List.copyOf(detection);
        gaps = List.copyOf(gaps);
    }

    /** Directory of the nearest service around a path; empty when there is none. */
    String ownerOf(String path) {
        Map<String, Found> known = services;
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String directory = path.substring(0, slash);
            if (known.containsKey(directory)) return directory;
        }
        return "";
    }

    /** Whether a path lies in a template. */
    boolean inTemplate(String path) {
        return templates.stream().anyMatch(t -> path.equals(t) || path.startsWith(t + "/"));
    }
}

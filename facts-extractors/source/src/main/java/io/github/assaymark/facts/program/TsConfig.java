package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code tsconfig.json} says of module names.
 *
 * @param base directory that names are looked up in; null for none
 * @param pathsBase directory that the paths are relative to
 * @param paths patterns with what they stand for; null when it has none
 */
record TsConfig(
        @Nullable String base, String pathsBase, @Nullable Map<String, List<String>> paths) {

    /** The paths a name may stand for, for each pattern that matches it: the most exact one only. */
    List<List<String>> candidates(String name) {
        Map<String, List<String>> known = paths;
        if (known == null) return List.of();
        List<String> exact = known.get(name);
        if (exact != null) return List.of(resolved(exact, ""));
        String best = best(name);
        if (best == null) return List.of();
        int star = best.indexOf('*');
        String matched = name.substring(star, name.length() - (best.length() - star - 1));
        return List.of(resolved(known.getOrDefault(best, List.of()), matched));
    }

    private @Nullable String best(String name) {
        Map<String, List<String>> known = paths;
        String best = null;
        if (known == null) return null;
        for (String pattern : known.keySet()) {
            int star = pattern.indexOf('*');
            if (star < 0 || name.length() < pattern.length() - 1) continue;
            if (!name.startsWith(pattern.substring(0, star)) || !name.endsWith(pattern.substring(star + 1))) continue;
            if (best == null || star > best.indexOf('*')) best = pattern;
        }
        return best;
    }

    /** Whether a pattern other than {@code *} is meant for a name. */
    boolean covers(String name) {
        Map<String, List<String>> known = paths;
        if (known == null) return false;
        String best = best(name);
        return known.containsKey(name) || (best != null && !best.equals("*"));
    }

    /** What a name would be below the base directory; null when there is none. */
    @Nullable
    String inBase(String name) {
        return base == null ? null : Paths.resolve(base, name);
    }

    private List<String> resolved(List<String> targets, String matched) {
        List<String> all = new ArrayList<>();
        for (String target : targets) {
            String path = Paths.resolve(pathsBase, target.replace("*", matched));
            if (path != null) all.add(path);
        }
        return all;
    }
}

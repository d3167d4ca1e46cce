package io.github.assaymark.facts.java;

import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the files of other owners by the full names of the types they declare. Used by one thread. */
final class OtherUnits implements JavaIndex.Elsewhere {
    private final ScanContext context;
    private @Nullable Map<String, List<SourceFile>> byName;

    OtherUnits(ScanContext context) {
        this.context = context;
    }

    @Override
    public @Nullable JavaUnit unit(String fullName) {
        String name = fullName;
        // the types around a nested one are part of its name
        while (name.indexOf('.') > 0) {
            SourceFile file = file(name);
            if (file != null) return read(file);
            name = name.substring(0, name.lastIndexOf('.'));
            int last = name.lastIndexOf('.') + 1;
            if (!Character.isUpperCase(name.charAt(last))) return null;
        }
        return null;
    }

    private @Nullable SourceFile file(String fullName) {
        String path = "/" + fullName.replace('.', '/') + ".java";
        for (SourceFile each : listed().getOrDefault(Paths.name(path), List.of())) {
            if (("/" + each.path()).endsWith(path)) return each;
        }
        return null;
    }

    private Map<String, List<SourceFile>> listed() {
        if (byName == null) {
            Map<String, List<SourceFile>> names = new HashMap<>();
            for (SourceFile file : context.whole().files()) {
                if (JavaExtractor.read(file, context))
                    names.computeIfAbsent(Paths.name(file.path()), n -> new ArrayList<>())
                            .add(file);
            }
            byName = names;
        }
        return byName;
    }

    private @Nullable JavaUnit read(SourceFile file) {
        return FileWork.over(List.of(file), context.limits(), f -> JavaExtractor.unit(f, context))
                .get(0)
                .value();
    }
}

package io.github.assaymark.dsl.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Texts in memory; checks that are not among them come from the class path. */
final class MapTexts implements PackTexts {
    private final Map<String, String> texts;
    private final ClassPathTexts classPath;

    MapTexts(Map<String, String> texts, ClassLoader loader) {
        this.texts = new TreeMap<>(texts);
        this.classPath = new ClassPathTexts(loader, "");
    }

    @Override
    public @Nullable Found read(String name) {
        String text = texts.get(name);
        if (text == null) return name.startsWith("checks/") ? classPath.read(name) : null;
        return new Found(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Set<String> checkNames() {
        Set<String> names = new TreeSet<>();
        for (String name : texts.keySet())
            if (name.startsWith("checks/") && name.endsWith(".groovy"))
                names.add(name.substring("checks/".length(), name.length() - ".groovy".length()));
        return names;
    }
}

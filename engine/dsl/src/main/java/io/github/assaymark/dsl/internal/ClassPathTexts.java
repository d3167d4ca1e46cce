package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.PackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pack on the class path, and the checks there. */
final class ClassPathTexts implements PackTexts {
    static final String ROOT = "META-INF/assay/";

    private final ClassLoader loader;
    private final String pack;

    /** The pack of that name; the empty name stands for the checks alone. */
    ClassPathTexts(ClassLoader loader, String pack) {
        this.loader = loader;
        this.pack = pack;
    }

    @Override
    public @Nullable Found read(String name) {
        String shown = name.startsWith("checks/") ? name : "checklists/" + pack + "/" + name;
        byte[] bytes = resource(loader, ROOT + shown);
        return bytes == null ? null : new Found(shown, bytes);
    }

    static byte @Nullable [] resource(ClassLoader loader, String name) {
        return resource(loader, name, Caps.FILE_BYTES + 1);
    }

    static byte @Nullable [] resource(ClassLoader loader, String name, int most) {
        URL url = loader.getResource(name);
        if (url == null) return null;
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return in.readNBytes(most);
            }
        } catch (IOException e) {
            throw new PackException(List.of("cannot read `" + name + "` on the class path: " + e.getMessage()));
        }
    }

    /** The class path of the calling thread. */
    static ClassLoader contextLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : ClassPathTexts.class.getClassLoader();
    }
}

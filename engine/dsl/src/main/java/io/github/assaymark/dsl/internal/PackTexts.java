package io.github.assaymark.dsl.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one pack come from. Names are {@code pack.groovy}, {@code <checklist>/checklist.groovy},
 * {@code <checklist>/<section>.groovy} and {@code checks/<name>.groovy}.
 */
interface PackTexts {
    /** The bytes under that name, at most one more than the cap; null when there is no such file. */
    @Nullable
    Found read(String name);

    /** Names of checks for suggestions, as far as they can be listed. */
    default Set<String> checkNames() {
        return Set.of();
    }

    /** A file that was found. */
    final class Found {
        private final String shown;
        private final byte[] bytes;

        Found(String shown, byte[] bytes) {
            this.shown = shown;
            this.bytes = bytes;
        }

        /** How messages and places call the file. */
        String shown() {
            return shown;
        }

        /** Its content; not to be changed. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** The content, at most one byte more than the cap. */
    static byte[] capped(InputStream in) throws IOException {
        return in.readNBytes(Caps.FILE_BYTES + 1);
    }
}

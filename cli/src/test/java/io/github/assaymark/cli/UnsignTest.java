package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnsignTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void only_signature_files_are_left_out() throws IOException {
        Path jar = jar(
                "signed.jar",
                "META-INF/MANIFEST.MF",
                "META-INF/A_.SF",
                "META-INF/A_.RSA",
                "META-INF/x/b.sf",
                "a/A.class");
        Path plain = jar("plain.jar", "META-INF/MANIFEST.MF", "b/B.class");
        byte[] before = Files.readAllBytes(plain);

        Unsign.main(new String[] {directory.toString()});

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "META-INF/x/b.sf", "a/A.class");
            assertThat(zip.getInputStream(zip.getEntry("a/A.class")).readAllBytes())
                    .isEqualTo("a/A.class".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Files.readAllBytes(plain)).isEqualTo(before);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(jar, plain);
        }
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }
}

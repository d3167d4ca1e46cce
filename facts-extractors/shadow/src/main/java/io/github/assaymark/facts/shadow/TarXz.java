package io.github.assaymark.facts.shadow;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** Unpacks a compressed archive of files, directories and links (POSIX ustar with the long names of GNU tar). */
final class TarXz {
    private static final int BLOCK = 512;
    private static final int MEMORY_KIB = 256 << 10;
    private static final long MAX_BYTES = 1L << 30;
    private static final int MAX_NAME = 4096;

    private final DataInputStream in;
    private final Path target;
    private long unpacked;

    private TarXz(InputStream in, Path target) {
        this.in = new DataInputStream(in);
        this.target = target;
    }

    /** Everything in {@code archive}, below {@code target}, readable by all. */
    static void unpack(InputStream archive, Path target) throws IOException {
        try (XZInputStream plain = new XZInputStream(archive, MEMORY_KIB)) {
            new TarXz(plain, target).entries();
        }
    }

    private void entries() throws IOException {
        byte[] header = new byte[BLOCK];
        String longName = null;
        String longLink = null;
        while (true) {
            try {
                in.readFully(header);
            } catch (EOFException end) {
                return;
            }
            if (header[0] == 0) return;
            long size = octal(header, 124, 12);
            if (size < 0 || (unpacked += size) > MAX_BYTES)
                throw new IOException("the archive holds more than " + MAX_BYTES + " bytes");
            char type = (char) header[156];
            if (type == 'L' || type == 'K') {
                String name = longName(size);
                if (type == 'L') longName = name;
                else longLink = name;
                continue;
            }
            String name = longName != null ? longName : name(header);
            String link = longLink != null ? longLink : text(header, 157, 100);
            longName = null;
            longLink = null;
            entry(type, name, link, size, (octal(header, 100, 8) & 0111) != 0);
        }
    }

    private void entry(char type, String name, String link, long size, boolean executable) throws IOException {
        Path place = target.resolve(name).normalize();
        if (!place.startsWith(target)) throw new IOException("the archive names a place outside: " + name);
        switch (type) {
            case '5' -> directory(place);
            case '2' -> {
                Path parent = directory(parent(place));
                if (!parent.resolve(link).normalize().startsWith(target))
                    throw new IOException("the archive links to a place outside: " + link);
                Files.createSymbolicLink(place, Path.of(link));
            }
            case '0', '\0' -> {
                directory(parent(place));
                try (OutputStream out = Files.newOutputStream(place)) {
                    copy(size, out);
                }
                mode(place, executable ? "rwxr-xr-x" : "rw-r--r--");
                return;
            }
            default -> {}
        }
        copy(size, OutputStream.nullOutputStream());
    }

    private Path directory(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            if (!place.equals(target)) directory(parent(place));
            Files.createDirectory(place);
            mode(place, "rwxr-xr-x");
        }
        return place;
    }

    private static Path parent(Path place) throws IOException {
        Path parent = place.getParent();
        if (parent == null) throw new IOException("the archive names the root");
        return parent;
    }

    private static void mode(Path place, String permissions) throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
    }

    /** The content of an entry and what fills its last block. */
    private void copy(long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long left = size;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) throw new EOFException("the archive ends within a file");
            out.write(buffer, 0, read);
            left -= read;
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }

    private String longName(long size) throws IOException {
        if (size > MAX_NAME) throw new IOException("the archive holds a name of " + size + " bytes");
        byte[] bytes = new byte[(int) size];
        in.readFully(bytes);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return text(bytes, 0, bytes.length);
    }

    private static String name(byte[] header) {
        String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) end++;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int from, int length) throws IOException {
        String digits = text(bytes, from, length).trim();
        if (digits.isEmpty()) return 0;
        try {
            return Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("the archive is damaged: no number: " + digits, e);
        }
    }
}

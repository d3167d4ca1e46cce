package io.github.assaymark.facts.typescript;

import java.util.Arrays;

/** Lines and columns of a file's bytes. Made when they are first asked for. Safe for many threads. */
final class Lines {
    private static final int STRIDE = 256;

    private final byte[] bytes;
    private final int first;
    private final int[] starts;
    /** UTF-16 units before every so many bytes; empty when all is ASCII. */
    private final int[] units;

    /** Lines of bytes whose text starts after a byte order mark. */
    Lines(byte[] bytes, int first) {
        this.bytes = bytes;
        this.first = first;
        int[] found = new int[Math.max(16, bytes.length / 24)];
        int count = 1;
        boolean ascii = true;
        for (int i = 0; i < bytes.length; i++) {
            byte c = bytes[i];
            if (c < 0) ascii = false;
            if (c == '\n' || (c == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
                if (count == found.length) found = Arrays.copyOf(found, count * 2);
                found[count++] = i + 1;
            }
        }
        found[0] = first;
        starts = Arrays.copyOf(found, count);
        units = ascii ? new int[0] : units(bytes);
    }

    private static int[] units(byte[] bytes) {
        int[] units = new int[bytes.length / STRIDE + 1];
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (i % STRIDE == 0) units[i / STRIDE] = sum;
            sum += width(bytes[i]);
        }
        if (bytes.length % STRIDE == 0) units[bytes.length / STRIDE] = sum;
        return units;
    }

    private static int width(byte c) {
        if (c >= 0 || ((c & 0xc0) == 0xc0 && (c & 0xf0) != 0xf0)) return 1;
        return (c & 0xf0) == 0xf0 ? 2 : 0;
    }

    private int before(int offset) {
        if (units.length == 0) return offset;
        int sum = units[offset / STRIDE];
        for (int i = offset / STRIDE * STRIDE; i < offset; i++) sum += width(bytes[i]);
        return sum;
    }

    /** The line of a byte, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : Math.max(1, -found - 1);
    }

    /** The column of a byte in UTF-16 units, from 1. */
    int column(int offset) {
        return before(Math.max(offset, first)) - before(starts[line(offset) - 1]) + 1;
    }
}

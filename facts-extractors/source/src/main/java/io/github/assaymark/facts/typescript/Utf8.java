package io.github.assaymark.facts.typescript;

/** Finds bytes that are no UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** Notes down every run of bytes that is no character. */
    static void damages(byte[] bytes, Parser parser) {
        int p = 0;
        while (p < bytes.length) {
            if (bytes[p] >= 0) {
                p++;
                continue;
            }
            int length = character(bytes, p);
            if (length > 0) {
                p += length;
                continue;
            }
            int from = p++;
            while (p < bytes.length && bytes[p] < 0 && character(bytes, p) == 0) p++;
            parser.damaged(from, p);
        }
    }

    /** Bytes of the character at a place; 0 when there is none. */
    private static int character(byte[] bytes, int p) {
        int lead = bytes[p] & 255;
        if (lead < 0x80) return 1;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || p + length > bytes.length) return 0;
        for (int i = 1; i < length; i++) if ((bytes[p + i] & 0xc0) != 0x80) return 0;
        int second = bytes[p + 1] & 255;
        boolean wrong = (lead == 0xe0 && second < 0xa0)
                || (lead == 0xed && second > 0x9f)
                || (lead == 0xf0 && second < 0x90)
                || (lead == 0xf4 && second > 0x8f);
        return wrong ? 0 : length;
    }
}

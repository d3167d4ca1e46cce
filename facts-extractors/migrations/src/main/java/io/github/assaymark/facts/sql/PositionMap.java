package io.github.assaymark.facts.sql;

import java.util.Arrays;

/** Where the characters of a text stand in the file it was made from. Immutable. */
public final class PositionMap {
    private final String file;
    private final int[] inText;
    private final int[] inFile;

    /**
     * Both lists rise: from {@code inText[i]} on, the text goes on as the file does from {@code inFile[i]} on, but no
     * further than {@code inFile[i + 1]}.
     */
    PositionMap(String file, int[] inText, int[] inFile) {
        this.file = file;
        this.inText = inText.clone();
        this.inFile = inFile.clone();
    }

    /** Of a text that is the file, or differs from it in none of its lengths. */
    public static PositionMap same(String file) {
        return new PositionMap(file, new int[] {0}, new int[] {0});
    }

    /**
     * Of a text some pieces of which were put in the place of others.
     *
     * @param inText rising offsets in the text, the first 0
     * @param inFile the offsets in the file that belong to them
     */
    public static PositionMap of(String file, int[] inText, int[] inFile) {
        return new PositionMap(file, inText, inFile);
    }

    /** The whole file. */
    public String file() {
        return file;
    }

    /** Offset in the file of an offset in the text. */
    public int inFile(int offset) {
        int at = Arrays.binarySearch(inText, offset);
        if (at >= 0) return inFile[at];
        int piece = -at - 2;
        int limit = piece + 1 < inFile.length ? inFile[piece + 1] : file.length();
        return Math.min(inFile[piece] + offset - inText[piece], limit);
    }
}

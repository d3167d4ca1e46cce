package io.github.assaymark.facts.structured;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Gives SnakeYAML a text that is in memory as a whole. Its own reader copies everything it has looked ahead for each
 * 1,024 characters, which takes minutes for one scalar of 16 MiB.
 */
final class CodePointReader extends StreamReader {
    private static final int FORBIDDEN = -1;

    private final String text;
    private final int[] points;
    private final int length;
    private int pointer;
    private int documentStart;
    private int line;
    private int column;

    CodePointReader(String text) {
        super("");
        this.text = text;
        int[] all = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            all[count++] = isPrintable(point) ? point : FORBIDDEN;
            i += Character.charCount(point);
        }
        points = all;
        length = count;
    }

    @Override
    public Mark getMark() {
        return new Mark("", pointer, line, column, points, pointer);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int count) {
        for (int i = 0; i < count && pointer < length; i++) {
            int point = peek();
            pointer++;
            if (point == '\n'
                    || point == 0x85
                    || point == 0x2028
                    || point == 0x2029
                    || (point == '\r' && pointer < length && points[pointer] != '\n')) {
                line++;
                column = 0;
            } else if (point != 0xFEFF) {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        int at = pointer + ahead;
        if (at >= length) return 0;
        int point = points[at];
        if (point == FORBIDDEN) {
            throw new ReaderException("", at, text.codePointAt(text.offsetByCodePoints(0, at)), "not allowed");
        }
        return point;
    }

    @Override
    public String prefix(int count) {
        int end = Math.min(length, pointer + count);
        for (int at = pointer; at < end; at++) {
            if (points[at] == FORBIDDEN) return new String(points, pointer, at - pointer);
        }
        return new String(points, pointer, end - pointer);
    }

    @Override
    public String prefixForward(int count) {
        String prefix = prefix(count);
        pointer = Math.min(length, pointer + count);
        column += count;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return pointer - documentStart;
    }

    @Override
    public void resetDocumentIndex() {
        documentStart = pointer;
    }

    @Override
    public int getIndex() {
        return pointer;
    }

    @Override
    public int getLine() {
        return line;
    }
}

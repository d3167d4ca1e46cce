package io.github.assaymark.facts.prisma;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into lines: drops comments, joins what stands in brackets. */
final class PrismaLines {
    private static final int MAX_LENGTH = 64 << 10;

    private final String text;
    private final int maxDepth;
    private final List<PrismaProblem> problems;
    private final List<PrismaLine> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int at;
    private int line = 1;
    private int start = 1;
    private int depth;
    private boolean tooLong;

    private PrismaLines(String text, int maxDepth, List<PrismaProblem> problems) {
        this.text = text;
        this.maxDepth = maxDepth;
        this.problems = problems;
    }

    static List<PrismaLine> of(String text, int maxDepth, List<PrismaProblem> problems) {
        PrismaLines lines = new PrismaLines(text, maxDepth, problems);
        lines.cut();
        return lines.lines;
    }

    private void cut() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') newLine();
            else if (text.startsWith("//", at)) at = endOfLine();
            else if (text.startsWith("/*", at)) comment();
            else if (c == '"') string();
            else other(c);
        }
        if (depth > 0) problems.add(new PrismaProblem(start, "a bracket that is never closed"));
        finish();
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void newLine() {
        at++;
        line++;
        if (depth == 0) finish();
        else put(' ');
    }

    private void finish() {
        String joined = current.toString().strip();
        if (!joined.isEmpty() && !tooLong) lines.add(new PrismaLine(start, joined));
        if (tooLong) problems.add(new PrismaProblem(start, "longer than " + MAX_LENGTH + " characters"));
        current.setLength(0);
        tooLong = false;
        start = line;
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problems.add(new PrismaProblem(line, "a comment that never ends"));
            at = text.length();
            return;
        }
        for (int i = at; i < end; i++) if (text.charAt(i) == '\n') line++;
        put(' ');
        at = end + 2;
    }

    private void string() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n' ? 2 : 1;
        }
        if (end >= text.length() || text.charAt(end) != '"') {
            problems.add(new PrismaProblem(line, "a text that never ends"));
            at = Math.min(end, text.length());
            depth = 0;
            return;
        }
        for (int i = at; i <= end; i++) put(text.charAt(i));
        at = end + 1;
    }

    private void other(char c) {
        at++;
        if (c == '(' || c == '[') {
            depth++;
            if (depth == maxDepth + 1) problems.add(new PrismaProblem(line, "nested too deeply"));
        } else if ((c == ')' || c == ']') && depth > 0) {
            depth--;
        } else if (c == '}' && depth > 0) {
            problems.add(new PrismaProblem(start, "a bracket that is never closed"));
            depth = 0;
            finish();
        }
        put(c);
    }

    private void put(char c) {
        if (current.isEmpty() && !Character.isWhitespace(c)) start = line;
        if (depth > maxDepth) return;
        if (current.length() >= MAX_LENGTH) tooLong = true;
        else if (c != '\r') current.append(c);
    }
}

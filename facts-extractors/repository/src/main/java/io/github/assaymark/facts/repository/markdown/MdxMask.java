package io.github.assaymark.facts.repository.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes Markdown of MDX: imports, exports, expressions and tags become blanks, and what stands between tags moves to
 * the left, so that a Markdown parser finds headings, lists and code blocks inside of components. Used by one thread.
 */
final class MdxMask {
    /** After so many mistakes a text is taken as it stands: looking for each end would take too long. */
    private static final int MAX_PROBLEMS = 20;

    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*");
    private static final Pattern MODULE = Pattern.compile("(import|export)\\s.*|(import|export)[{*].*");

    private final String text;
    private final Set<String> closed;
    private final char[] masked;
    private final List<MarkdownText.Problem> problems = new ArrayList<>();
    private final List<MarkdownText.Link> links = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final int[] starts;
    private final int[] shifts;
    private int line;

    /** An open component; what it holds stands at {@code indent}, -1 while unknown. */
    private static final class Open {
        private final String name;
        private int indent = -1;

        Open(String name) {
            this.name = name;
        }
    }

    /** {@code lines} without their line ends; the front matter is blank already. */
    MdxMask(List<String> lines) {
        this.text = String.join("\n", lines);
        this.closed = Tag.closed(text);
        this.masked = text.toCharArray();
        this.starts = new int[lines.size() + 1];
        this.shifts = new int[lines.size()];
        for (int i = 0; i < lines.size(); i++)
            starts[i + 1] = starts[i] + lines.get(i).length() + 1;
    }

    List<MarkdownText.Problem> problems() {
        return problems;
    }

    List<MarkdownText.Link> links() {
        return links;
    }

    Set<String> ids() {
        return ids;
    }

    /** How many columns each line was moved to the left. */
    int[] shifts() {
        return shifts;
    }

    /** The lines as Markdown. */
    List<String> mask() {
        boolean afterBlank = true;
        while (line < shifts.length) {
            String at = lineText(line);
            shifts[line] = shift(at);
            if (FENCE.matcher(at).matches()) {
                fence(at);
                afterBlank = false;
            } else if (afterBlank && open.isEmpty() && MODULE.matcher(at).matches()) {
                module();
            } else {
                afterBlank = at.isBlank();
                inline();
            }
        }
        List<String> result = new ArrayList<>();
        String all = new String(masked);
        for (int i = 0; i < shifts.length; i++) {
            result.add(all.substring(Math.min(starts[i] + shifts[i], starts[i + 1] - 1), starts[i + 1] - 1));
        }
        return result;
    }

    private String lineText(int number) {
        return text.substring(starts[number], starts[number + 1] - 1);
    }

    private int shift(String at) {
        Open innermost = open.peek();
        if (innermost == null || at.isBlank()) return 0;
        int indent = at.length() - at.stripLeading().length();
        if (at.stripLeading().startsWith("</")) return indent;
        if (innermost.indent < 0) innermost.indent = indent;
        return Math.min(indent, innermost.indent);
    }

    private void fence(String opening) {
        String mark = opening.strip();
        char c = mark.charAt(0);
        int length = 0;
        while (length < mark.length() && mark.charAt(length) == c) length++;
        int moved = shifts[line];
        for (line++; line < shifts.length; line++) {
            String at = lineText(line);
            shifts[line] = Math.min(moved, at.length() - at.stripLeading().length());
            String stripped = at.strip();
            if (stripped.length() >= length && stripped.chars().allMatch(x -> x == c)) {
                line++;
                return;
            }
        }
    }

    /** Imports and exports end at a blank line outside of brackets. */
    private void module() {
        int first = line;
        int firstBlank = -1;
        int depth = 0;
        int last = line;
        for (; last < shifts.length; last++) {
            String at = lineText(last);
            if (at.isBlank()) {
                if (firstBlank < 0) firstBlank = last;
                if (depth <= 0) break;
            }
            depth += depthChange(at);
        }
        if (last >= shifts.length && depth > 0) {
            problems.add(new MarkdownText.Problem(first + 1, "an import or export never ends"));
            if (firstBlank >= 0) last = firstBlank;
        }
        blank(starts[first], Math.min(starts[last], masked.length));
        line = last;
    }

    private static int depthChange(String at) {
        int change = 0;
        char quote = 0;
        for (int i = 0; i < at.length(); i++) {
            char c = at.charAt(i);
            if (quote != 0) {
                if (c == '\\') i++;
                else if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '/' && i + 1 < at.length() && at.charAt(i + 1) == '/') {
                return change;
            } else if ("({[".indexOf(c) >= 0) {
                change++;
            } else if (")}]".indexOf(c) >= 0) {
                change--;
            }
        }
        return change;
    }

    /** Masks the rest of the line, and the lines a tag or expression runs on to. */
    private void inline() {
        int i = starts[line];
        int end = starts[line + 1] - 1;
        while (i < end) {
            char c = text.charAt(i);
            int next = i + 1;
            if (c == '\\') next = i + 2;
            else if (c == '`') next = codeSpan(i, end);
            else if (c == '{') next = expression(i);
            else if (c == '<') next = tag(i);
            if (next > end) {
                int moved = line;
                while (line + 1 < shifts.length && starts[line + 1] <= next - 1) line++;
                for (int l = moved + 1; l <= line; l++) shifts[l] = 0;
                end = starts[line + 1] - 1;
            }
            i = next;
        }
        line++;
    }

    private int codeSpan(int start, int end) {
        int run = start;
        while (run < end && text.charAt(run) == '`') run++;
        String mark = text.substring(start, run);
        int close = text.indexOf(mark, run);
        int paragraphEnd = text.indexOf("\n\n", run);
        while (close >= 0) {
            int after = close + mark.length();
            boolean longer = after < text.length() && text.charAt(after) == '`';
            if (!longer) break;
            while (after < text.length() && text.charAt(after) == '`') after++;
            close = text.indexOf(mark, after);
        }
        if (close < 0 || (paragraphEnd >= 0 && close > paragraphEnd)) return run;
        return close + mark.length();
    }

    private int expression(int start) {
        // {#id} after a heading is no expression of MDX but common all the same.
        if (text.startsWith("{#", start)) return start + 2;
        if (problems.size() >= MAX_PROBLEMS) return start + 1;
        int depth = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') i++;
                else if (c == quote || (c == '\n' && quote != '`')) quote = 0;
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                if (close < 0) break;
                i = close + 1;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                blank(start, i + 1);
                return i + 1;
            }
        }
        problems.add(new MarkdownText.Problem(lineOf(start) + 1, "an expression is never closed"));
        return start + 1;
    }

    private int tag(int start) {
        if (problems.size() >= MAX_PROBLEMS) return start + 1;
        Tag tag = Tag.at(text, start);
        if (tag == null) {
            char next = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
            if (Character.isUpperCase(next))
                problems.add(new MarkdownText.Problem(lineOf(start) + 1, "a tag is never closed"));
            return start + 1;
        }
        if (Character.isLowerCase(tag.name().isEmpty() ? 'A' : tag.name().charAt(0)) && tag.leftOver(closed))
            return tag.end();
        blank(start, tag.end());
        if (tag.closing()) close(tag.name());
        else if (!tag.selfClosing() && !isVoid(tag.name())) open.push(new Open(tag.name()));
        String id = tag.attribute("id");
        if (id != null) ids.add(id);
        String href = tag.attribute("href");
        if (href != null) {
            int at = lineOf(start);
            int column = start - starts[at] + 1;
            links.add(new MarkdownText.Link(at + 1, column, 0, textAfter(tag), href));
        }
        return tag.end();
    }

    private String textAfter(Tag tag) {
        int close = text.indexOf('<', tag.end());
        if (tag.selfClosing() || close < 0 || close - tag.end() > 200) return "";
        return text.substring(tag.end(), close).replaceAll("\\s+", " ").strip();
    }

    private static boolean isVoid(String name) {
        return name.equals("br")
                || name.equals("img")
                || name.equals("hr")
                || name.equals("input")
                || name.equals("!--");
    }

    private void close(String name) {
        boolean known = open.stream().anyMatch(o -> o.name.equals(name));
        while (known && !open.isEmpty() && !open.pop().name.equals(name)) {
            // Inner components that were never closed end with the outer one.
        }
    }

    private int lineOf(int index) {
        int at = Arrays.binarySearch(starts, index);
        return at >= 0 ? at : -at - 2;
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (masked[i] != '\n') masked[i] = ' ';
        }
    }
}

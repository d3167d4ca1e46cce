package io.github.assaymark.facts.repository.markdown;

import java.util.Locale;
import java.util.Set;

/** Reads the text, headings and links of a block of HTML. Used by one thread. */
final class HtmlText {
    private static final Set<String> NO_PROSE = Set.of("script", "style", "pre", "code", "kbd", "samp", "svg");

    private final MarkdownVisitor document;
    private int line;
    private int column;

    HtmlText(MarkdownVisitor document, int line, int column) {
        this.document = document;
        this.line = line;
        this.column = column;
    }

    void read(String html) {
        InlineText text = new InlineText();
        StringBuilder heading = new StringBuilder();
        int first = line;
        int level = 0;
        String hidden = "";
        for (int i = 0; i < html.length(); ) {
            char c = html.charAt(i);
            Tag tag = c == '<' ? Tag.at(html, i) : null;
            if (tag == null || tag.leftOver(document.closed())) {
                int end = tag == null ? i + 1 : tag.end();
                if (hidden.isEmpty()) {
                    String said = html.substring(i, end);
                    if (level > 0) heading.append(said);
                    else if (c == '\n') text.lineBreak(line, column);
                    else text.text(said, line, column);
                }
                move(html, i, end);
                i = end;
                continue;
            }
            String name = tag.name().toLowerCase(Locale.ROOT);
            if (!hidden.isEmpty()) {
                if (tag.closing() && name.equals(hidden)) hidden = "";
            } else if (NO_PROSE.contains(name) && !tag.closing() && !tag.selfClosing()) {
                hidden = name;
            } else {
                note(tag, html);
                if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
                    if (!tag.closing()) {
                        level = name.charAt(1) - '0';
                        heading.setLength(0);
                    } else if (level > 0) {
                        String said = heading.toString().replaceAll("\\s+", " ").strip();
                        if (!said.isEmpty()) document.heading(line, level, said, true);
                        level = 0;
                    }
                }
            }
            move(html, i, tag.end());
            i = tag.end();
        }
        document.add(new MarkdownText.Prose(first, MarkdownText.Holder.HTML, text));
    }

    private void note(Tag tag, String html) {
        String id = tag.attribute("id");
        if (id != null) document.anchor(id);
        String name = tag.attribute("name");
        if (name != null) document.anchor(name);
        String href = tag.attribute("href");
        if (href == null) return;
        int close = html.indexOf('<', tag.end());
        String said = close < 0 ? "" : html.substring(tag.end(), close).strip();
        document.add(new MarkdownText.Link(line, column, 0, said, href));
    }

    private void move(String html, int from, int to) {
        for (int i = from; i < to; i++) {
            if (html.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }
}

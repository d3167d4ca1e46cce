package io.github.assaymark.facts.repository.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects the text and links of one block. Used by one thread. */
final class InlineVisitor extends AbstractVisitor {
    private static final Pattern URL = Pattern.compile("\\bhttps?://[^\\s<>\"']{1,2000}");

    private final MarkdownVisitor document;
    private final InlineText text = new InlineText();
    private int links;
    private int code;

    InlineVisitor(MarkdownVisitor document) {
        this.document = document;
    }

    void children(Node node) {
        visitChildren(node);
    }

    InlineText text() {
        return text;
    }

    @Override
    public void visit(Text node) {
        String literal = node.getLiteral();
        int line = document.line(node);
        int column = document.column(node);
        if (code > 0) {
            text.code(literal, line, column);
            return;
        }
        text.text(literal, line, column);
        if (links > 0 || !literal.contains("://")) return;
        Matcher urls = URL.matcher(literal);
        while (urls.find()) {
            String url = urls.group().replaceAll("[.,;:!?*_)\\]]+$", "");
            int start = column + urls.start();
            document.add(new MarkdownText.Link(line, start, start + url.length(), url, url));
        }
    }

    @Override
    public void visit(Code node) {
        text.code(node.getLiteral(), document.line(node), document.column(node));
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.lineBreak(document.line(node), document.column(node));
    }

    @Override
    public void visit(HardLineBreak node) {
        text.lineBreak(document.line(node), document.column(node));
    }

    @Override
    public void visit(Link node) {
        int before = text.plain().length();
        links++;
        visitChildren(node);
        links--;
        String said = text.plain().substring(before).replace('\n', ' ').strip();
        document.add(new MarkdownText.Link(
                document.line(node),
                document.column(node),
                document.endColumn(node),
                said.isEmpty() ? alternative(node) : said,
                node.getDestination()));
    }

    /** What stands for the picture a link shows. */
    private static String alternative(Node link) {
        StringBuilder words = new StringBuilder();
        link.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                words.append(node.getLiteral());
            }
        });
        return words.toString();
    }

    /** A picture is no prose. */
    @Override
    public void visit(Image node) {}

    @Override
    public void visit(HtmlInline node) {
        String literal = node.getLiteral();
        Tag tag = Tag.at(literal, 0);
        if (tag == null || tag.name().equals("!--")) return;
        int line = document.line(node);
        int column = document.column(node);
        if (tag.leftOver(document.closed())) {
            text.text(literal, line, column);
            return;
        }
        switch (tag.name()) {
            case "code", "kbd", "samp", "pre" -> code = Math.max(0, code + (tag.closing() ? -1 : 1));
            case "br", "br/" -> text.text(" ", line, column);
            default -> {}
        }
        String id = tag.attribute("id");
        if (id != null) document.anchor(id);
        String name = tag.attribute("name");
        if (name != null) document.anchor(name);
        String href = tag.attribute("href");
        if (href != null) document.add(new MarkdownText.Link(line, column, document.endColumn(node), "", href));
    }
}

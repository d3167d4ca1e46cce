package io.github.assaymark.facts.repository.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a document into its pieces. Used by one thread. */
final class MarkdownVisitor extends AbstractVisitor {
    private static final Pattern EXPLICIT_ID = Pattern.compile("\\s*\\{#([\\w.:-]+)\\}\\s*$");
    private static final Pattern TASK = Pattern.compile("\\[([ xX])\\](?:\\s+(.*)|$)", Pattern.DOTALL);

    private final Set<String> closed;
    private final int[] shifts;
    private final Set<String> anchors;
    private final List<MarkdownText.Piece> pieces;
    private final Anchors slugs = new Anchors();
    private final Deque<OpenTask> tasks = new ArrayDeque<>();

    private static final class OpenTask {
        private final ListItem item;
        private final int piece;
        private final StringBuilder whole = new StringBuilder();

        OpenTask(ListItem item, int piece) {
            this.item = item;
            this.piece = piece;
        }
    }

    MarkdownVisitor(String markdown, int[] shifts, Set<String> anchors, List<MarkdownText.Piece> pieces) {
        this.closed = Tag.closed(markdown);
        this.shifts = shifts;
        this.anchors = anchors;
        this.pieces = pieces;
    }

    int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? line(node.getParent(), 0) : spans.get(0).getLineIndex() + 1;
    }

    private int line(@Nullable Node node, int depth) {
        if (node == null || depth > 1000) return 1;
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? line(node.getParent(), depth + 1)
                : spans.get(0).getLineIndex() + 1;
    }

    int column(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) return 1;
        SourceSpan span = spans.get(0);
        int shift = span.getLineIndex() < shifts.length ? shifts[span.getLineIndex()] : 0;
        return span.getColumnIndex() + shift + 1;
    }

    /** Column after the end of a node on one line; 0 when it has several. */
    int endColumn(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.size() == 1 ? column(node) + spans.get(0).getLength() : 0;
    }

    void add(MarkdownText.Piece piece) {
        pieces.add(piece);
    }

    void anchor(String id) {
        anchors.add(id.toLowerCase(Locale.ROOT));
    }

    void heading(int line, int level, String text, boolean top) {
        String anchor = slugs.next(text);
        anchors.add(anchor);
        add(new MarkdownText.Heading(line, level, text, anchor, top));
    }

    /** Names of the tags that are closed somewhere. */
    Set<String> closed() {
        return closed;
    }

    private InlineText inline(Node block) {
        InlineVisitor visitor = new InlineVisitor(this);
        visitor.children(block);
        return visitor.text();
    }

    @Override
    public void visit(Heading heading) {
        InlineText text = inline(heading);
        String plain = text.flat();
        Matcher id = EXPLICIT_ID.matcher(plain);
        if (id.find()) {
            anchor(id.group(1));
            plain = plain.substring(0, id.start());
        }
        heading(line(heading), heading.getLevel(), plain, heading.getParent() instanceof Document);
        add(new MarkdownText.Prose(line(heading), MarkdownText.Holder.HEADING, text));
    }

    @Override
    public void visit(Paragraph paragraph) {
        boolean item = paragraph.getParent() instanceof ListItem;
        InlineText text = inline(paragraph);
        if (item && paragraph.getPrevious() == null) task((ListItem) paragraph.getParent(), text);
        OpenTask task = tasks.peek();
        if (task != null) task.whole.append(text.flat()).append('\n');
        MarkdownText.Holder holder = item ? MarkdownText.Holder.LIST_ITEM : MarkdownText.Holder.PARAGRAPH;
        add(new MarkdownText.Prose(line(paragraph), holder, text));
    }

    private void task(ListItem item, InlineText text) {
        Matcher task = TASK.matcher(text.flat());
        if (!task.matches() || !text.prose().stripLeading().startsWith("[")) return;
        tasks.push(new OpenTask(item, pieces.size()));
        boolean checked = !task.group(1).equals(" ");
        String said = task.group(2) == null ? "" : task.group(2).strip();
        add(new MarkdownText.Task(line(item), column(item), checked, said, ""));
    }

    @Override
    public void visit(ListItem item) {
        add(new MarkdownText.Item(line(item)));
        visitChildren(item);
        OpenTask task = tasks.peek();
        if (task == null || task.item != item) return;
        tasks.pop();
        MarkdownText.Task open = (MarkdownText.Task) pieces.get(task.piece);
        pieces.set(
                task.piece,
                new MarkdownText.Task(open.line(), open.column(), open.checked(), open.text(), task.whole.toString()));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String info = block.getInfo() == null ? "" : block.getInfo();
        add(new MarkdownText.Code(line(block), Commands.language(info), block.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        add(new MarkdownText.Code(line(block), "", block.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock block) {
        new HtmlText(this, line(block), column(block)).read(block.getLiteral());
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) {
            visitChildren(block);
            return;
        }
        List<MarkdownText.Row> rows = new ArrayList<>();
        int at = pieces.size();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) rows.add(row(row));
            }
        }
        pieces.add(at, new MarkdownText.Table(line(block), rows));
    }

    private MarkdownText.Row row(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (!(cell instanceof TableCell)) continue;
            InlineText text = inline(cell);
            cells.add(text.flat());
            add(new MarkdownText.Prose(line(cell), MarkdownText.Holder.CELL, text));
        }
        return new MarkdownText.Row(line(row), cells);
    }
}

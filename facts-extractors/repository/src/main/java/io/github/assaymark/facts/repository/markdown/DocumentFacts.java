package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.repository.source.FileHistory;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Leftovers;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.ChecklistLine;
import io.github.assaymark.model.fact.DocField;
import io.github.assaymark.model.fact.DocLink;
import io.github.assaymark.model.fact.DocPlaceholder;
import io.github.assaymark.model.fact.DocRow;
import io.github.assaymark.model.fact.DocSection;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.SignOff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The facts of one document. Used by one thread. */
final class DocumentFacts {
    private final ScanContext context;
    private final Consumer<Fact> facts;
    private final ReadDocument read;
    private final MarkdownText document;
    private final Outline outline;
    private final String path;
    private final String owner;
    private final String name;
    private final Places places;
    private final Map<String, Integer> keys = new HashMap<>();

    DocumentFacts(ScanContext context, Consumer<Fact> facts, ReadDocument read) {
        this.context = context;
        this.facts = facts;
        this.read = read;
        this.document = read.text();
        this.outline = new Outline(document);
        this.path = read.path();
        this.owner = context.ownerOf(path);
        this.name = Paths.name(path);
        this.places = new Places(context.source());
    }

    /** A key that stays the same when lines move; repetitions are counted. */
    private String key(String kind, String text) {
        String key = path + "#" + kind + text;
        int count = keys.merge(key, 1, Integer::sum);
        return count == 1 ? key : key + ":" + count;
    }

    void document() {
        SectionTotals all = outline.all();
        facts.accept(new Document(
                path,
                owner,
                places.whole(path),
                path,
                name,
                Paths.stem(path),
                Paths.directory(path),
                document.title(),
                all.words,
                introWords(),
                outline.headings().size(),
                all.codeBlocks,
                List.copyOf(all.languages),
                List.copyOf(all.terms),
                all.placeholders,
                read.sha256(),
                read.changed()));
    }

    private int introWords() {
        int words = 0;
        int body = outline.bodyLine();
        Set<Integer> fieldLines = new HashSet<>();
        HeaderFields.in(document, body).forEach(f -> fieldLines.add(f.line()));
        for (MarkdownText.Piece piece : document.pieces()) {
            if (!(piece instanceof MarkdownText.Prose prose) || prose.line() >= body) continue;
            if (prose.holder() == MarkdownText.Holder.HEADING || prose.holder() == MarkdownText.Holder.CELL) continue;
            if (fieldLines.contains(prose.line())) continue;
            words += prose.text().words();
        }
        return words;
    }

    void sections() {
        Map<String, String> before = new HashMap<>();
        if (read.base() != null) {
            Outline old = new Outline(read.base());
            for (int i = 0; i < old.headings().size(); i++) {
                before.put(old.headings().get(i).anchor(), old.body(i));
            }
        }
        for (int i = 0; i < outline.headings().size(); i++) {
            MarkdownText.Heading heading = outline.headings().get(i);
            SectionTotals totals = outline.section(i);
            boolean changed = read.changed() && !outline.body(i).equals(before.get(heading.anchor()));
            facts.accept(new DocSection(
                    path + "#" + heading.anchor(),
                    owner,
                    places.lines(path, heading.line(), Math.max(heading.line(), outline.lastLine(i))),
                    path,
                    name,
                    heading.text(),
                    heading.anchor(),
                    heading.level(),
                    totals.words,
                    totals.codeBlocks,
                    totals.commands,
                    List.copyOf(totals.languages),
                    totals.listItems,
                    totals.links,
                    totals.placeholders,
                    List.copyOf(totals.terms),
                    changed));
        }
    }

    void links(LinkTargets targets, CoverageAccount account) {
        for (MarkdownText.Piece piece : document.pieces()) {
            if (!(piece instanceof MarkdownText.Link link)) continue;
            LinkTargets.Resolved to = targets.resolve(path, link.destination());
            if (to.unknown() != null) account.gap(path, link.line(), to.unknown());
            facts.accept(new DocLink(
                    key("link:", link.destination()),
                    owner,
                    link.endColumn() > link.column()
                            ? places.piece(path, link.line(), link.column(), link.endColumn())
                            : places.lines(path, link.line(), link.line()),
                    path,
                    name,
                    link.text(),
                    to.target(),
                    to.anchor(),
                    to.external(),
                    to.resolves(),
                    to.path()));
        }
    }

    void fields() {
        for (FrontMatter.Entry entry : document.frontMatter().entries()) {
            String label = entry.key().toLowerCase(Locale.ROOT);
            facts.accept(new DocField(
                    key("field:", label),
                    owner,
                    entry.endColumn() > entry.column()
                            ? places.piece(path, entry.line(), entry.column(), entry.endColumn())
                            : places.lines(path, entry.line(), entry.line()),
                    path,
                    name,
                    label,
                    entry.value(),
                    Dates.read(entry.value()),
                    number(entry.value()),
                    Leftovers.whole(entry.value()),
                    true));
        }
        for (HeaderFields.Field field : HeaderFields.in(document, outline.bodyLine())) {
            facts.accept(new DocField(
                    key("field:", field.label()),
                    owner,
                    places.lines(path, field.line(), field.line()),
                    path,
                    name,
                    field.label(),
                    field.value(),
                    Dates.read(field.value()),
                    number(field.value()),
                    Leftovers.whole(field.value()),
                    false));
        }
    }

    private static @Nullable Integer number(@Nullable String value) {
        String digits = value == null ? "" : value.strip();
        if (digits.startsWith("#")) digits = digits.substring(1);
        return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : null;
    }

    void rows() {
        for (MarkdownText.Piece piece : document.pieces()) {
            if (!(piece instanceof MarkdownText.Table table) || table.rows().isEmpty()) continue;
            List<String> head = table.rows().get(0).cells();
            for (MarkdownText.Row row : table.rows().subList(1, table.rows().size())) {
                String first = row.cells().isEmpty() ? "" : row.cells().get(0).strip();
                facts.accept(new DocRow(
                        key("row:", Anchors.slug(first)),
                        owner,
                        places.lines(path, row.line(), row.line()),
                        path,
                        name,
                        outline.above(table.line()),
                        first,
                        cells(head, row.cells())));
            }
        }
    }

    private static List<String> cells(List<String> head, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(head.size(), row.size()); i++) {
            String text = row.get(i).strip();
            if (!text.isEmpty()) cells.add(head.get(i).strip().toLowerCase(Locale.ROOT) + "=" + text);
        }
        return cells;
    }

    void placeholders() {
        for (Outline.Leftover leftover : outline.leftovers()) {
            facts.accept(new DocPlaceholder(
                    key("placeholder:", leftover.text()),
                    owner,
                    places.piece(
                            path,
                            leftover.line(),
                            leftover.column(),
                            leftover.column() + leftover.text().length()),
                    path,
                    name,
                    leftover.text(),
                    leftover.section()));
        }
    }

    void checklist() {
        for (MarkdownText.Piece piece : document.pieces()) {
            if (!(piece instanceof MarkdownText.Task task)) continue;
            String text = Justifications.without(task.text());
            facts.accept(new ChecklistLine(
                    key("line:", Anchors.slug(text)),
                    owner,
                    places.lines(path, task.line(), task.line()),
                    path,
                    name,
                    text,
                    outline.above(task.line()),
                    task.checked(),
                    task.checked() ? null : Justifications.in(task.whole())));
        }
    }

    void signOffs(CoverageAccount account) {
        FileHistory.@Nullable Change change = null;
        for (MarkdownText.Piece piece : document.pieces()) {
            if (!(piece instanceof MarkdownText.Table table)) continue;
            for (SignOffTable.Line row : SignOffTable.read(table, outline.above(table.line()))) {
                if (change == null) {
                    change = change();
                    if (change.problem() != null) account.gap(path, 0, change.problem());
                }
                facts.accept(signOff(row, change.at()));
            }
        }
    }

    private FileHistory.Change change() {
        return context.source() instanceof FileHistory history
                ? history.newestChange(path)
                : new FileHistory.Change(null, null);
    }

    private SignOff signOff(SignOffTable.Line row, @Nullable Instant changedAt) {
        return new SignOff(
                key("signoff:", row.role()),
                owner,
                places.lines(path, row.line(), row.line()),
                path,
                name,
                row.role(),
                SignOffTable.missing(row.name()) ? null : row.name(),
                Dates.read(row.date()),
                row.open(),
                row.refused(),
                changedAt);
    }
}

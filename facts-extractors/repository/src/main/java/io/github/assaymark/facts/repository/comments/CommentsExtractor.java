package io.github.assaymark.facts.repository.comments;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileByFile;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.CommentMarker;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds TODO and FIXME at the start of comments, and of lines of longer comments. */
public final class CommentsExtractor implements FactExtractor {
    private static final int MAX_TEXT = 200;

    /** A todo list is a thing of its own, and so may a Todo be; nobody writes fixme but to say so. */
    private static final Pattern MARKER = Pattern.compile(
            "[\\s*/#!@;-]*(?:((?i:fixme)|TODO)(?![\\w-])"
                    + "|((?i:todo)(?=\\s*[:(])|todo(?![\\w-])(?!\\s+(?:lists?|items?|apps?|entr(?:y|ies)|components?|comments?)\\b)))"
                    + "(.*)",
            Pattern.DOTALL);

    private static final Pattern LEAD = Pattern.compile("^[\\s:-]+");

    private record Marker(String word, String text, int line, int column, int endColumn) {}

    private record Scanned(List<Marker> markers, int openSince) {}

    @Override
    public String id() {
        return "comments";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(CommentMarker.class);
    }

    private static boolean scanned(SourceFile file) {
        return Syntax.of(file.path()) != null && file.kind() != FileKind.VENDORED && file.kind() != FileKind.GENERATED;
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account =
                new CoverageAccount(context, id(), "comments of known languages, without copied and generated files");
        new FileByFile<>(
                        context,
                        Scanned.class,
                        version(),
                        file -> scan(file, context),
                        outcome -> piece(context, outcome))
                .tell(CommentsExtractor::scanned, facts, account);
        account.close(facts, List.of(CommentMarker.class));
    }

    private static FileByFile.Piece piece(ScanContext context, FileWork.Outcome<Scanned> outcome) {
        SourceFile file = outcome.file();
        String path = file.path();
        Scanned scanned = outcome.value();
        if (scanned == null)
            return new FileByFile.Piece(
                    List.of(), List.of(new Coverage.Gap(path, 0, String.valueOf(outcome.failure()))), false);
        List<Coverage.Gap> gaps = scanned.openSince() > 0
                ? List.of(new Coverage.Gap(path, scanned.openSince(), "a comment or text that begins here never ends"))
                : List.of();
        List<Fact> facts = new ArrayList<>();
        Places places = new Places(context.source());
        Map<String, Integer> count = new HashMap<>();
        for (Marker marker : scanned.markers()) {
            int number = count.merge(marker.word(), 1, Integer::sum);
            facts.add(new CommentMarker(
                    path + "#" + marker.word() + ":" + number,
                    context.ownerOf(path),
                    places.piece(path, marker.line(), marker.column(), marker.endColumn()),
                    path,
                    marker.word(),
                    Secrets.redacted(marker.text()),
                    file.kind()));
        }
        return new FileByFile.Piece(facts, gaps, true);
    }

    private static Scanned scan(SourceFile file, ScanContext context) throws UnreadableFileException {
        Syntax syntax = Syntax.of(file.path());
        if (syntax == null) return new Scanned(List.of(), 0);
        CommentScanner scanner = new CommentScanner(file.text(context.limits()), syntax);
        List<Marker> markers = new ArrayList<>();
        for (CommentScanner.Comment comment : scanner.scan()) {
            Marker marker = marker(comment);
            if (marker != null) markers.add(marker);
        }
        return new Scanned(markers, scanner.openSince());
    }

    private static @Nullable Marker marker(CommentScanner.Comment comment) {
        Matcher found = MARKER.matcher(comment.text());
        if (!found.matches()) return null;
        int group = found.group(1) == null ? 2 : 1;
        String word = String.valueOf(found.group(group));
        String rest = LEAD.matcher(found.group(3).stripTrailing()).replaceFirst("");
        if (rest.length() > MAX_TEXT) rest = rest.substring(0, MAX_TEXT);
        int column = comment.column() + found.start(group);
        return new Marker(word.toUpperCase(Locale.ROOT), rest, comment.line(), column, column + word.length());
    }
}

package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.Bump;
import io.github.assaymark.model.fact.Changeset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the files of {@code .changeset} directories; the README in them is none. */
public final class ChangesetsExtractor implements FactExtractor {
    @Override
    public String id() {
        return "changesets";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(Changeset.class);
    }

    private static boolean isChangeset(SourceFile file) {
        String path = file.path();
        return Paths.name(Paths.directory(path)).equals(".changeset")
                && Paths.extension(path).equals("md")
                && !Paths.name(path).equalsIgnoreCase("README.md");
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(context, id(), ".changeset/*.md without README.md");
        List<SourceFile> files = context.source().files().stream()
                .filter(ChangesetsExtractor::isChangeset)
                .toList();
        for (FileWork.Outcome<MarkdownText> outcome : FileWork.over(
                files,
                context.limits(),
                file -> MarkdownReader.read(file.path(), file.text(context.limits()), context.limits()))) {
            String path = outcome.file().path();
            account.matched(path);
            MarkdownText text = outcome.value();
            if (text == null) account.gap(path, 0, String.valueOf(outcome.failure()));
            else changeset(context, path, text, account, facts);
        }
        account.close(facts, List.of(Changeset.class));
    }

    private static void changeset(
            ScanContext context, String path, MarkdownText text, CoverageAccount account, Consumer<Fact> facts) {
        FrontMatter head = text.frontMatter();
        if (head.lastLine() == 0) {
            account.gap(path, 1, "it does not begin with the packages between two lines of `---`");
            return;
        }
        if (head.problem() != null) {
            account.gap(path, head.problem().line(), head.problem().reason());
            return;
        }
        List<String> packages = new ArrayList<>();
        Bump largest = null;
        for (FrontMatter.Entry entry : head.entries()) {
            packages.add(entry.key());
            Bump bump = bump(entry.value());
            if (bump == null && !"none".equals(entry.value())) {
                account.gap(path, entry.line(), "`" + entry.value() + "` is no release kind");
                return;
            }
            if (bump != null && (largest == null || bump.compareTo(largest) > 0)) largest = bump;
        }
        facts.accept(new Changeset(
                path,
                context.ownerOf(path),
                new Places(context.source()).whole(path),
                path,
                packages,
                largest,
                summary(text),
                words(text),
                context.base() == null ? null : context.base().file(path) == null));
    }

    private static @Nullable Bump bump(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "patch" -> Bump.PATCH;
            case "minor" -> Bump.MINOR;
            case "major" -> Bump.MAJOR;
            default -> null;
        };
    }

    private static String summary(MarkdownText text) {
        for (MarkdownText.Piece piece : text.pieces()) {
            if (!(piece instanceof MarkdownText.Prose prose)) continue;
            String said = prose.text().plain().strip();
            if (!said.isEmpty()) return said.lines().findFirst().orElse("").strip();
        }
        return "";
    }

    private static int words(MarkdownText text) {
        int words = 0;
        for (MarkdownText.Piece piece : text.pieces()) {
            if (piece instanceof MarkdownText.Prose prose) words += prose.text().words();
        }
        return words;
    }
}

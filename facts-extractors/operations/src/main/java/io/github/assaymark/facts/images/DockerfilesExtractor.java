package io.github.assaymark.facts.images;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.Span;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.ImageBuild;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Dockerfiles: what the last stage begins with, and which user runs it. What build arguments decide, and a user
 * that only the base image may set, is not told.
 */
public final class DockerfilesExtractor implements FactExtractor {
    private static final Pattern NAME =
            Pattern.compile("(?:dockerfile|containerfile)(?:[.-].{1,100})?|.{1,100}\\.(?:dockerfile|containerfile)");

    private static final int MAX_TEXT = 300;

    @Override
    public String id() {
        return "dockerfiles";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(ImageBuild.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(context, id(), "Dockerfile, *.Dockerfile, Containerfile");
        List<SourceFile> files = context.source().files().stream()
                .filter(file -> isOne(context, file))
                .toList();
        for (FileWork.Outcome<Dockerfile> outcome :
                FileWork.over(files, context.limits(), file -> new Dockerfile(file.text(context.limits())))) {
            String path = outcome.file().path();
            account.matched(path);
            Dockerfile file = outcome.value();
            if (file == null) {
                account.gap(path, 0, String.valueOf(outcome.failure()));
                continue;
            }
            for (Dockerfile.Gap gap : file.gaps()) account.gap(path, gap.line(), gap.reason());
            Dockerfile.Stage stage = file.built();
            if (stage != null) facts.accept(fact(context, path, stage));
        }
        account.close(facts, List.of(ImageBuild.class));
    }

    private static boolean isOne(ScanContext context, SourceFile file) {
        FileKind kind = file.kind();
        return kind != FileKind.TEST
                && kind != FileKind.STUB
                && kind != FileKind.VENDORED
                && !context.isExported(file.path())
                && !file.path().endsWith(".dockerignore")
                && NAME.matcher(Paths.name(file.path()).toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static ImageBuild fact(ScanContext context, String path, Dockerfile.Stage stage) {
        String user = stage.user;
        String base = stage.base;
        return new ImageBuild(
                path,
                context.ownerOf(path),
                place(context, path, stage.line),
                path,
                base == null ? null : shown(base.replaceFirst("@.*$", "")),
                base != null && base.matches("[^@]{1,300}@sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})"),
                shown(user),
                user != null && isUnprivileged(user),
                stage.healthCheck,
                stage.labels.stream()
                        .map(label -> Secrets.shown(label, MAX_TEXT))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Provenance place(ScanContext context, String path, int line) {
        return new Span(line, 1, line, 1).in(context.source().commit(), path, null);
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Secrets.shown(text, MAX_TEXT);
    }

    private static boolean isUnprivileged(String user) {
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        return !name.isBlank() && !name.equals("root") && !name.matches("0+");
    }
}

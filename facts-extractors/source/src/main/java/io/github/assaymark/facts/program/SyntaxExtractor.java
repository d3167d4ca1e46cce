package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.Unreadable;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Says which files of TypeScript and JavaScript were not understood, or only in part. */
public final class SyntaxExtractor implements FactExtractor {
    private static final Set<FileKind> LEFT_OUT = Set.of(FileKind.GENERATED, FileKind.VENDORED);

    /** Holds nothing. */
    public SyntaxExtractor() {}

    @Override
    public String id() {
        return "source-syntax";
    }

    @Override
    public int version() {
        return Sources.VERSION;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(PartialParse.class, Unreadable.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(
                context, id(), "TypeScript and JavaScript, without generated, minified and copied files");
        for (SourceFile file : context.source().files()) {
            if (!Sources.reads(file.path()) || LEFT_OUT.contains(file.kind())) continue;
            account.matched(file.path());
            try {
                look(context, file, account, facts);
            } catch (UnreadableFileException e) {
                // whoever lists the files says that it cannot be read
                account.gap(file.path(), 0, String.valueOf(e.getMessage()));
            }
        }
        account.close(facts, List.of(PartialParse.class, Unreadable.class));
    }

    private static void look(ScanContext context, SourceFile file, CoverageAccount account, Consumer<Fact> facts)
            throws UnreadableFileException {
        SyntaxTree tree = Sources.module(file, context).tree();
        Places places = new Places(context.source());
        String path = file.path();
        String owner = context.ownerOf(path);
        if (tree.status() == SyntaxTree.Status.REFUSED) {
            String reason = String.valueOf(tree.refusal());
            account.gap(path, 0, reason);
            if (readable(file, context)) facts.accept(new Unreadable(path, owner, places.whole(path), path, reason));
        } else if (!tree.damaged().isEmpty()) {
            SyntaxTree.Damage first = tree.damaged().get(0);
            int more = tree.damaged().size() - 1;
            facts.accept(new PartialParse(
                    path,
                    owner,
                    places.lines(path, first.line(), first.endLine()),
                    path,
                    "the syntax is not understood here" + (more == 0 ? "" : " and in " + more + " more places")));
        }
    }

    /** A file without readable text is told of by whoever lists the files. */
    private static boolean readable(SourceFile file, ScanContext context) {
        try {
            String unused = file.text(context.limits());
            return true;
        } catch (UnreadableFileException e) {
            return false;
        }
    }
}

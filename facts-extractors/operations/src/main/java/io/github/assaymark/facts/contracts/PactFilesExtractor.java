package io.github.assaymark.facts.contracts;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.ContractVerification;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pacts that consumers wrote into a directory {@code pacts} of the repository (Pact specification, version 1
 * to 4: {@code consumer.name}, {@code provider.name}, {@code interactions} or {@code messages}). Such a file says what
 * somebody expects and never that it holds. What the messages hold is not read.
 */
public final class PactFilesExtractor implements FactExtractor {
    private static final String ID = "pact-files";
    private static final int MAX_NAME = 200;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(ContractVerification.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(context, ID, "pacts/*.json");
        for (SourceFile file : context.source().files()) {
            if (!isPact(context, file)) continue;
            account.matched(file.path());
            try {
                StructuredFile read = StructuredFile.read(file, context.source().commit(), context.limits());
                for (Problem problem : read.tree().problems())
                    account.gap(file.path(), problem.line(), problem.message());
                pact(context, account, read, facts);
            } catch (UnreadableFileException e) {
                account.gap(file.path(), 0, String.valueOf(e.getMessage()));
            }
        }
        account.close(
                fact -> facts.accept(((Coverage) fact).limitedTo(List.of("source=" + StateSource.DECLARED))),
                List.of(ContractVerification.class));
    }

    private static boolean isPact(ScanContext context, SourceFile file) {
        String path = "/" + file.path();
        String directory = path.substring(0, path.lastIndexOf('/'));
        return path.endsWith(".json")
                && directory.endsWith("/pacts")
                && file.kind() != FileKind.VENDORED
                && !context.isExported(file.path());
    }

    private static void pact(ScanContext context, CoverageAccount account, StructuredFile file, Consumer<Fact> facts) {
        LocatedNode root = file.tree().root();
        String consumer = root == null ? null : name(root, "consumer");
        String provider = root == null ? null : name(root, "provider");
        LocatedNode interactions = root == null || !root.isMap() ? null : root.get("interactions");
        if (root != null && interactions == null && root.isMap()) interactions = root.get("messages");
        if (consumer == null || provider == null || interactions == null || !interactions.isList()) {
            account.gap(file.path(), 1, "it is no pact: it has no consumer, provider and interactions or messages");
            return;
        }
        facts.accept(new ContractVerification(
                consumer + "/" + provider + "@" + file.path(),
                context.ownerOf(file.path()),
                file.whole(),
                consumer,
                provider,
                null,
                null,
                null,
                false,
                false,
                interactions.items().size(),
                StateSource.DECLARED,
                null));
    }

    private static @Nullable String name(LocatedNode root, String side) {
        LocatedNode of = root.isMap() ? root.get(side) : null;
        LocatedNode name = of == null || !of.isMap() ? null : of.get("name");
        boolean known = name != null && name.isScalar() && !name.text().isBlank();
        return known && name != null ? Secrets.shown(name.text(), MAX_NAME) : null;
    }
}

package io.github.assaymark.facts.repository.statements;

import io.github.assaymark.facts.repository.source.FileHistory;
import io.github.assaymark.facts.repository.source.Glob;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.SignatureStatus;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of statements: YAML or JSON that holds one entry, a list of entries, or a list of entries below a key of
 * the statements' name. An entry that is not whole is a gap with its line, never half a statement. Used by one thread.
 */
final class StatementFiles {
    private static final String SIGNERS = "signers";

    private final ScanContext context;
    private final String name;
    private final Set<String> keys;
    private final List<String> paths;
    private final CoverageAccount account;
    private final Map<String, Integer> seen = new HashMap<>();

    /** Makes the fact of an entry; null, with the problem put down in the entry, when there is none. */
    @FunctionalInterface
    interface Maker {
        @Nullable
        Fact make(StatementEntry entry);
    }

    /**
     * Looks where the configuration says.
     *
     * @param name key of the configuration and of the list in a file, also the extractor's id
     * @param usual globs that are looked at when the configuration says nothing
     * @param keys that an entry may have
     */
    StatementFiles(ScanContext context, String name, List<String> usual, Set<String> keys) {
        this.context = context;
        this.name = name;
        this.keys = keys;
        List<String> configured = context.configured(name);
        this.paths = configured.isEmpty() ? usual : configured;
        this.account = new CoverageAccount(context, name, String.join(", ", paths));
        for (String path : configured) {
            boolean glob = path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
            if (glob || context.source().file(path) != null) continue;
            account.matched(path);
            account.gap(path, 0, "there is no such file, although the configuration names it");
        }
    }

    void read(Consumer<Fact> facts, Class<? extends Fact> type, Maker maker) {
        for (FileWork.Outcome<StructuredFile> outcome : FileWork.over(
                files(),
                context.limits(),
                file -> StructuredFile.read(file, context.source().commit(), context.limits()))) {
            account.matched(outcome.file().path());
            StructuredFile file = outcome.value();
            if (file == null) account.gap(outcome.file().path(), 0, String.valueOf(outcome.failure()));
            else entries(file, facts, maker);
        }
        account.closeForEveryOwner(facts, List.of(type));
    }

    private List<SourceFile> files() {
        Map<String, SourceFile> files = new TreeMap<>();
        for (String path : paths) {
            Glob glob = Glob.of(path);
            for (SourceFile file : context.source().files()) {
                if (glob.matches(file.path())) files.put(file.path(), file);
            }
        }
        return List.copyOf(files.values());
    }

    private void entries(StructuredFile file, Consumer<Fact> facts, Maker maker) {
        for (Problem problem : file.tree().problems()) {
            account.gap(file.path(), problem.line(), problem.message());
        }
        for (LocatedNode root : file.tree().documents()) {
            if (root.isNull()) continue;
            for (LocatedNode node : entries(file, root)) {
                if (node.damaged()) continue;
                StatementEntry entry = new StatementEntry(file, node, keys);
                Fact fact = entry.problem() == null ? maker.make(entry) : null;
                String problem = entry.problem();
                if (problem != null) account.gap(file.path(), entry.problemLine(), problem);
                else if (fact != null) facts.accept(fact);
            }
        }
    }

    private List<LocatedNode> entries(StructuredFile file, LocatedNode root) {
        LocatedNode list = root.isMap() && root.get(name) != null ? root.get(name) : root;
        if (list == null || list.isNull()) return List.of();
        if (list != root && root.entries().size() > 1)
            account.gap(file.path(), root.span().startLine(), "keys next to `" + name + "`, which were not read");
        List<LocatedNode> entries = new ArrayList<>(list.isList() ? list.items() : List.of(list));
        entries.removeIf(node -> {
            if (node.isMap()) return false;
            account.gap(file.path(), node.span().startLine(), "an entry that is no map");
            return true;
        });
        return entries;
    }

    /** The key with a number behind it from its second use on. */
    String distinct(String key) {
        int count = seen.merge(key, 1, Integer::sum);
        return count == 1 ? key : key + "~" + count;
    }

    /** Who committed the lines of an entry, and whether signed where the configuration says who may sign. */
    FileHistory.Origin origin(StatementEntry entry) {
        Provenance.File place = entry.place();
        SourceFile file = context.source().file(place.path());
        FileHistory.Origin origin = FileHistory.Origin.NONE;
        try {
            if (context.source() instanceof FileHistory history && file != null)
                origin = history.origin(
                        place.path(), file.read(context.limits()), place.startLine(), place.endLine(), signers());
        } catch (UnreadableFileException e) {
            // Then git is not asked, and nobody is known to have written them.
        }
        boolean wanted = !context.configured(SIGNERS).isEmpty();
        return wanted && origin.signature() == null
                ? new FileHistory.Origin(origin.authors(), SignatureStatus.UNCHECKED)
                : origin;
    }

    /** The files that say who may sign, one after the other; null when the configuration names none. */
    private byte @Nullable [] signers() throws UnreadableFileException {
        List<String> named = context.configured(SIGNERS);
        if (named.isEmpty()) return null;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String path : named) {
            SourceFile file = context.source().file(path);
            // Where it is missing nobody may sign.
            if (file != null) all.writeBytes(file.read(context.limits()));
            all.write('\n');
        }
        return all.toByteArray();
    }

    /** The service a subject is; empty when it is none. */
    String owner(String subject) {
        return context.owners().contains(subject) ? subject : "";
    }
}

package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FreezeWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the freeze calendars that {@code freeze} in the configuration names: {@code .ics} files (RFC 5545), and YAML or
 * JSON files with a list of windows. Without the key, what is exported decides: an empty calendar is not a missing one.
 */
public final class FreezeCalendarExtractor implements FactExtractor {
    static final String ID = "freeze";

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
        return Set.of(FreezeWindow.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        List<String> paths = context.configured(ID);
        // Without paths, exported calendars are all there may be, and the reading of exports says whether there are
        // any.
        String looked = paths.isEmpty() ? "no file: the configuration has no key `freeze`" : String.join(", ", paths);
        CoverageAccount account = new CoverageAccount(context, ID, looked);
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths) {
            SourceFile file = context.source().file(path);
            if (file != null) files.add(file);
            account.matched(path);
            if (file == null) account.gap(path, 0, "there is no such file, although the configuration names it");
        }
        Map<String, Integer> keys = new HashMap<>();
        for (FileWork.Outcome<String> outcome :
                FileWork.over(files, context.limits(), file -> file.text(context.limits()))) {
            String path = outcome.file().path();
            String text = outcome.value();
            if (text == null) account.gap(path, 0, String.valueOf(outcome.failure()));
            else read(context, path, text, new Declared(context, path, account, facts, keys), account);
        }
        account.closeForEveryOwner(facts, List.of(FreezeWindow.class));
    }

    private static void read(
            ScanContext context, String path, String text, FreezeTarget target, CoverageAccount account) {
        if (Paths.extension(path).equals("ics")) {
            new IcsReading(target).read(text);
            return;
        }
        LocatedTree tree = LocatedTree.ofFile(path, text, context.limits());
        for (Problem problem : tree.problems()) account.gap(path, problem.line(), problem.message());
        List<JsonValue> documents = new ArrayList<>();
        for (LocatedNode root : tree.documents()) documents.add(new JsonValue(root, ""));
        new FreezeReading(target).read(documents);
    }

    private record Declared(
            ScanContext context, String path, CoverageAccount account, Consumer<Fact> facts, Map<String, Integer> keys)
            implements FreezeTarget {
        @Override
        public void fact(Fact fact) {
            facts.accept(fact);
        }

        @Override
        public void gap(int line, String reason) {
            account.gap(path, line, reason);
        }

        @Override
        public Provenance at(int line) {
            return new Places(context.source()).lines(path, line, line);
        }

        @Override
        public String key(String base) {
            int times = keys.merge(base, 1, Integer::sum);
            return times == 1 ? base : base + "#" + times;
        }

        @Override
        public String owner() {
            return "";
        }

        @Override
        public @Nullable String zone() {
            return null;
        }
    }
}

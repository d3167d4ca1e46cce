package io.github.assaymark.rules;

import io.github.assaymark.core.Assay;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.testkit.CaseFile;
import io.github.assaymark.testkit.CaseRunner;
import io.github.assaymark.testkit.ItemCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The case files of this module, and a runner for each tree they change. */
final class Cases implements AutoCloseable {
    static final Path DIRECTORY = Path.of("cases");
    /** Whether {@code -Dcases} leaves some of them out. */
    static final boolean NARROWED = System.getProperty("cases") != null;

    private static final Path ROOT = Path.of("..");

    private final Map<String, List<CaseFile>> byTree = new TreeMap<>();
    private final Map<String, CaseRunner> runners = new TreeMap<>();

    /**
     * Reads every file below {@code cases}; a file whose section does not fit its path is an error: it has the name of
     * its section, or lies in a directory of that name.
     */
    static Cases read() {
        Cases cases = new Cases();
        try (Stream<Path> paths = Files.walk(DIRECTORY.resolve(System.getProperty("cases", "")))) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                CaseFile file = CaseFile.read(path);
                String wanted = "cases/" + file.section().replace('#', '/');
                if (!file.path().equals(wanted + ".yaml") && !file.path().startsWith(wanted + "/"))
                    throw new AssertionError(file.path() + " holds cases of " + file.section() + ", not of its path");
                cases.byTree
                        .computeIfAbsent(file.tree(), tree -> new ArrayList<>())
                        .add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    Map<String, List<CaseFile>> byTree() {
        return byTree;
    }

    Stream<ItemCase> all() {
        return byTree.values().stream().flatMap(List::stream).flatMap(file -> file.cases().stream());
    }

    CaseRunner runner(String tree) {
        return runners.computeIfAbsent(tree, t -> {
            List<CaseFile> files = byTree.getOrDefault(t, List.of());
            TreeSet<String> packs = new TreeSet<>();
            files.forEach(
                    file -> packs.add(file.section().substring(0, file.section().indexOf('/'))));
            Assay assay = Assay.with(packs.stream().map(Pack::load).toArray(Pack[]::new));
            return CaseRunner.on(ROOT.resolve(t), files.get(0).now(), assay);
        });
    }

    @Override
    public void close() {
        runners.values().forEach(CaseRunner::close);
    }
}

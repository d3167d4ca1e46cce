package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.Unreadable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorRunTest {
    @TempDir
    private Path directory = Path.of("");

    private record Scripted(String id, Set<Class<? extends Fact>> factTypes, Script script) implements FactExtractor {
        interface Script {
            void run(ScanContext context, Consumer<Fact> facts);
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void extract(ScanContext context, Consumer<Fact> facts) {
            script.run(context, facts);
        }
    }

    private Scan scan(Limits limits) {
        WorkingTree tree = WorkingTree.of(directory, null, limits);
        ServiceLayout layout = new ServiceDetection(tree, RepositoryConfiguration.NONE, limits).detect();
        return new Scan(tree, null, layout, RepositoryConfiguration.NONE, null, limits, List.of());
    }

    private static Unreadable fact(String path) {
        return new Unreadable(path, "", Provenance.File.whole(path), path, "x");
    }

    private List<Fact> run(Limits limits, FactExtractor... extractors) {
        return new ExtractorRun(scan(limits), (stage, done, total) -> {}).run(List.of(extractors));
    }

    @Test
    void one_that_fails_costs_its_own_types_only_and_nothing_it_said_counts() {
        new TempRepository(directory).file("a/service.yaml", "name: a\n");
        Scripted failing = new Scripted("failing", Set.of(Unreadable.class), (context, facts) -> {
            facts.accept(fact("half"));
            facts.accept(Coverage.of("failing", "Unreadable", "", 1, 0, "all", List.of()));
            throw new IllegalStateException("broken");
        });
        Scripted deep = new Scripted("deep", Set.of(PartialParse.class), (context, facts) -> recurse(0));
        Scripted good = new Scripted("good", Set.of(), (context, facts) -> facts.accept(fact("good")));
        List<Fact> facts = run(Limits.DEFAULT, failing, deep, good);
        assertThat(facts).contains(fact("good")).doesNotContain(fact("half"));
        List<Coverage> coverage = Snapshot.of(facts).facts(Coverage.class);
        assertThat(coverage)
                .extracting(Coverage::key, Coverage::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("deep/PartialParse/", Coverage.Status.FAILED),
                        org.assertj.core.groups.Tuple.tuple("failing/Unreadable/", Coverage.Status.FAILED),
                        org.assertj.core.groups.Tuple.tuple("deep/PartialParse/a", Coverage.Status.FAILED),
                        org.assertj.core.groups.Tuple.tuple("failing/Unreadable/a", Coverage.Status.FAILED));
        assertThat(coverage.get(1).gaps().get(0).reason()).isEqualTo("it failed: IllegalStateException: broken");
        assertThat(coverage.get(0).gaps().get(0).reason()).isEqualTo("it failed: StackOverflowError");
    }

    private static int recurse(int depth) {
        return depth == Integer.MAX_VALUE ? 0 : 1 + recurse(depth + 1);
    }

    @Test
    void one_that_never_ends_is_given_up() {
        new TempRepository(directory).file("a.md", "a");
        CountDownLatch never = new CountDownLatch(1);
        Scripted endless = new Scripted("endless", Set.of(Unreadable.class), (context, facts) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<Fact> facts = run(new Limits(1000, 10, 10, Duration.ofMillis(5)), endless);
        assertThat(facts).singleElement().isInstanceOfSatisfying(Coverage.class, c -> {
            assertThat(c.status()).isEqualTo(Coverage.Status.FAILED);
            assertThat(c.gaps().get(0).reason()).startsWith("it took longer than");
        });
    }

    @Test
    void one_that_does_not_account_for_its_search_did_not_search() {
        new TempRepository(directory).file("a.md", "a");
        Scripted silent = new Scripted("silent", Set.of(Unreadable.class), (context, facts) -> {});
        assertThat(run(Limits.DEFAULT, silent)).singleElement().isInstanceOfSatisfying(Coverage.class, c -> {
            assertThat(c.status()).isEqualTo(Coverage.Status.NOT_ATTEMPTED);
        });
    }

    @Test
    void a_file_that_takes_too_long_or_breaks_the_work_costs_that_file() throws UnreadableFileException {
        TempRepository repository = new TempRepository(directory);
        for (String name : List.of("a", "b-hang", "c", "d-break", "f-unreadable", "g")) {
            repository.file(name, "x");
        }
        CountDownLatch never = new CountDownLatch(1);
        List<SourceFile> files = WorkingTree.of(directory, null, Limits.DEFAULT).files();
        List<String> seen = new ArrayList<>();
        Limits limits = new Limits(1000, 10, 10, Duration.ofSeconds(1));
        for (FileWork.Outcome<Integer> outcome : FileWork.over(files, limits, file -> {
            if (file.path().endsWith("hang")) awaitForever(never);
            if (file.path().endsWith("break")) throw new IllegalStateException("broken");
            if (file.path().endsWith("unreadable")) throw new UnreadableFileException("too odd");
            return file.path().length();
        })) {
            seen.add(outcome.file().path() + " " + outcome.value() + " " + outcome.failure());
        }
        assertThat(seen)
                .containsExactly(
                        "a 1 null",
                        "b-hang null it took longer than 1 seconds",
                        "c 1 null",
                        "d-break null the extractor failed on it: IllegalStateException",
                        "f-unreadable null too odd",
                        "g 1 null");
    }

    @Test
    void a_file_that_nests_too_deeply_costs_that_file() {
        new TempRepository(directory).file("a", "x").file("b", "x");
        assertThat(FileWork.over(
                        WorkingTree.of(directory, null, Limits.DEFAULT).files(),
                        Limits.DEFAULT,
                        file -> file.path().equals("a") ? recurse(0) : 1))
                .extracting(FileWork.Outcome::value, FileWork.Outcome::failure)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, "nested too deeply"),
                        org.assertj.core.groups.Tuple.tuple(1, null));
    }

    private static void awaitForever(CountDownLatch never) {
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // A file that hangs does not listen either.
            }
        }
    }

    @Test
    void several_files_that_hang_end_the_work() {
        TempRepository repository = new TempRepository(directory);
        for (int i = 0; i < 6; i++) repository.file("f" + i, "x");
        CountDownLatch never = new CountDownLatch(1);
        List<String> failures = new ArrayList<>();
        for (FileWork.Outcome<Integer> outcome : FileWork.over(
                WorkingTree.of(directory, null, Limits.DEFAULT).files(),
                new Limits(1000, 10, 10, Duration.ofMillis(20)),
                file -> {
                    awaitForever(never);
                    return 1;
                })) {
            failures.add(String.valueOf(outcome.failure()));
        }
        assertThat(failures.subList(0, 4)).containsOnly("it took longer than 0 seconds");
        assertThat(failures.subList(4, 6)).containsOnly("not tried, because several files before took too long");
    }

    @Test
    void the_order_of_extractors_and_threads_does_not_show() {
        new TempRepository(directory).file("a/service.yaml", "name: a\n").file("b/service.yaml", "name: b\n");
        List<FactExtractor> extractors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = "e" + i;
            extractors.add(new Scripted(id, Set.of(Unreadable.class), (context, facts) -> {
                List<String> paths = new ArrayList<>(List.of("p" + id, "q" + id, "r" + id));
                Collections.shuffle(paths, new Random(System.nanoTime()));
                paths.forEach(path -> {
                    facts.accept(fact(path));
                });
                context.owners()
                        .forEach(owner -> facts.accept(Coverage.of(id, "Unreadable", owner, 3, 0, "all", List.of())));
            }));
        }
        Scan scan = scan(Limits.DEFAULT);
        Snapshot first = null;
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(extractors, new Random(round));
            Snapshot snapshot = Snapshot.of(new ExtractorRun(scan, (stage, done, total) -> {}).run(extractors));
            if (first == null) first = snapshot;
            assertThat(snapshot).isEqualTo(first);
            assertThat(snapshot.toString()).isEqualTo(first.toString());
        }
    }

    /** What members of a family were asked, each with what it shares. */
    private record Member(String id, List<String> asked) implements FactExtractor {
        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends Fact>> factTypes() {
            return Set.of(Unreadable.class);
        }

        @Override
        public boolean byOwner() {
            return true;
        }

        @Override
        public String family() {
            return "relatives";
        }

        @Override
        public void extract(ScanContext context, Consumer<Fact> facts) {
            String first = context.shared(String.class, () -> id);
            synchronized (asked) {
                asked.add(id + " " + context.owners() + " of " + first + " lists "
                        + context.source().files().size() + " of "
                        + context.whole().files().size());
            }
            if (id.equals("second") && context.owners().contains("b")) throw new IllegalStateException("b is odd");
            context.owners()
                    .forEach(owner -> facts.accept(Coverage.of(id, "Unreadable", owner, 1, 0, "all", List.of())));
        }
    }

    @Test
    void a_family_shares_what_it_derives_of_each_owner_and_a_failure_costs_that_owner() {
        new TempRepository(directory)
                .file("a/service.yaml", "name: a\n")
                .file("b/service.yaml", "name: b\n")
                .file("b/more.txt", "more\n");
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        List<Fact> facts = run(Limits.DEFAULT, new Member("first", asked), new Member("second", asked));
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "first [] of first lists 0 of 3",
                        "second [] of first lists 0 of 3",
                        "first [a] of first lists 1 of 3",
                        "second [a] of first lists 1 of 3",
                        "first [b] of first lists 2 of 3",
                        "second [b] of first lists 2 of 3");
        assertThat(Snapshot.of(facts).facts(Coverage.class))
                .extracting(c -> c.extractor() + " " + c.owner() + " " + c.status())
                .containsExactlyInAnyOrder(
                        "first  COMPLETE",
                        "first a COMPLETE",
                        "first b COMPLETE",
                        "second  COMPLETE",
                        "second a COMPLETE",
                        "second b FAILED");
    }

    @Test
    void progress_is_told_once_for_each_member_of_a_family() {
        new TempRepository(directory).file("a/service.yaml", "name: a\n").file("b/service.yaml", "name: b\n");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        new ExtractorRun(scan(Limits.DEFAULT), (stage, done, total) -> told.add(stage + " " + done + "/" + total))
                .run(List.of(new Member("first", asked), new Member("third", asked)));
        assertThat(told).containsExactly("first 1/2", "third 2/2");
    }
}

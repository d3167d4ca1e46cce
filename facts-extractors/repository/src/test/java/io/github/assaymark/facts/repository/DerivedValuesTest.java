package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.repository.source.DerivedValues;
import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.Unreadable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedValuesTest {
    @TempDir
    private Path directory = Path.of("");

    private record Upper(String text) {}

    /** Says the upper-case text of every file of an owner, and notes which ones it had to derive. */
    private record Shouting(String id, List<String> derived) implements FactExtractor {
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
        public void extract(ScanContext context, Consumer<Fact> facts) {
            for (SourceFile file : context.source().files()) {
                String path = file.path();
                if (!path.endsWith(".txt")) continue;
                try {
                    Upper upper = context.cache().get(Upper.class, 1, file, one -> {
                        derived.add(path);
                        return new Upper(one.text(context.limits()).toUpperCase(java.util.Locale.ROOT));
                    });
                    facts.accept(new Unreadable(
                            id + path, context.ownerOf(path), Provenance.File.whole(path), path, upper.text()));
                } catch (UnreadableFileException e) {
                    throw new IllegalStateException(e);
                }
            }
            for (String owner : context.owners())
                facts.accept(Coverage.of(id, "Unreadable", owner, 1, 0, "texts", List.of()));
        }
    }

    @Test
    void a_value_is_derived_once_for_each_kind_and_version() throws UnreadableFileException {
        new TempRepository(directory).file("a.txt", "one");
        SourceFile file = WorkingTree.of(directory, null, Limits.DEFAULT).file("a.txt");
        assertThat(file).isNotNull();
        if (file == null) return;
        List<String> derived = new ArrayList<>();
        ContentCache.Derivation<Upper> first = one -> {
            derived.add("1");
            return new Upper(one.text(Limits.DEFAULT));
        };
        Upper value = DerivedValues.SHARED.get(Upper.class, 1, file, first);
        assertThat(DerivedValues.SHARED.get(Upper.class, 1, file, first)).isSameAs(value);
        assertThat(DerivedValues.SHARED.get(Upper.class, 2, file, first)).isNotSameAs(value);
        assertThat(DerivedValues.SHARED.get(String.class, 1, file, one -> "text"))
                .isEqualTo("text");
        assertThat(derived).hasSize(2);
    }

    @Test
    void what_could_not_be_read_is_asked_for_again() throws UnreadableFileException {
        new TempRepository(directory).file("a.txt", "one");
        SourceFile file = WorkingTree.of(directory, null, Limits.DEFAULT).file("a.txt");
        if (file == null) throw new AssertionError("no file");
        assertThatThrownBy(() -> DerivedValues.SHARED.get(Upper.class, 1, file, one -> {
                    throw new UnreadableFileException("not now");
                }))
                .hasMessage("not now");
        assertThat(DerivedValues.SHARED.get(Upper.class, 1, file, one -> new Upper("now")))
                .isEqualTo(new Upper("now"));
    }

    @Test
    void a_file_that_is_followed_is_derived_again_when_it_changes_and_once_for_all_extractors() {
        TempRepository repository = new TempRepository(directory)
                .file("one/service.yaml", "name: one\n")
                .file("one/a.txt", "first")
                .file("one/b.txt", "second")
                .file("two/service.yaml", "name: two\n")
                .file("two/c.txt", "third");
        List<String> derived = Collections.synchronizedList(new ArrayList<>());
        LocalRepositoryScanner scanner =
                new LocalRepositoryScanner(List.of(new Shouting("x", derived), new Shouting("y", derived)), null);
        ScanRequest request = ScanRequest.of(directory).at(Instant.EPOCH);
        try (LiveScan live = scanner.follow(request)) {
            assertThat(derived).containsExactlyInAnyOrder("one/a.txt", "one/b.txt", "two/c.txt");
            derived.clear();
            repository.file("one/a.txt", "changed");
            assertThat(live.update(List.of("one/a.txt")).added().toString()).contains("CHANGED");
            assertThat(derived).containsExactly("one/a.txt");
            derived.clear();
            repository.file("one/d.txt", "new");
            live.update(List.of("one/d.txt"));
            assertThat(derived).containsExactly("one/d.txt");
            assertThat(live.snapshot()).isEqualTo(scanner.scan(request).snapshot());
        }
    }

    /** Says what the file holds that another one names. */
    private record Following() implements FactExtractor {
        @Override
        public String id() {
            return "following";
        }

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
        public void extract(ScanContext context, Consumer<Fact> facts) {
            try {
                String wanted = "";
                for (SourceFile file : context.source().files())
                    if (file.path().equals("which")) wanted = file.text(context.limits());
                for (SourceFile file : context.source().files())
                    if (file.path().equals(wanted))
                        facts.accept(new Unreadable(
                                wanted, "", Provenance.File.whole(wanted), wanted, file.text(context.limits())));
            } catch (UnreadableFileException e) {
                throw new IllegalStateException(e);
            }
            for (String owner : context.owners())
                facts.accept(Coverage.of(id(), "Unreadable", owner, 1, 0, "texts", List.of()));
        }
    }

    @Test
    void a_file_that_changed_before_anybody_looked_at_it_is_seen_as_it_is() {
        TempRepository repository = new TempRepository(directory)
                .file("a.txt", "first")
                .file("b.txt", "second")
                .file("which", "a.txt");
        LocalRepositoryScanner scanner = new LocalRepositoryScanner(List.of(new Following()), null);
        ScanRequest request = ScanRequest.of(directory).at(Instant.EPOCH);
        try (LiveScan live = scanner.follow(request)) {
            repository.file("b.txt", "third");
            assertThat(live.update(List.of("b.txt")).isEmpty()).isTrue();
            repository.file("which", "b.txt");
            assertThat(live.update(List.of("which")).added().toString()).contains("third");
            repository.file("b.txt", "fourth");
            assertThat(live.update(List.of("b.txt")).added().toString()).contains("fourth");
            repository.file("c.txt", "new");
            live.update(List.of("c.txt"));
            repository.file("b.txt", "fifth");
            assertThat(live.update(List.of("b.txt")).added().toString()).contains("fifth");
            assertThat(live.snapshot()).isEqualTo(scanner.scan(request).snapshot());
        }
    }
}

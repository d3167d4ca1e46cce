package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.configuration.AssayYaml;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.RemoteReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFoldersTest {
    @TempDir
    private Path directory = Path.of("");

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private final class Witness implements FactExtractor {
        @Override
        public String id() {
            return "witness";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends Fact>> factTypes() {
            return Set.of(RemoteReference.class);
        }

        @Override
        public void extract(ScanContext context, Consumer<Fact> facts) {
            for (RepositorySource folder : context.exports()) {
                for (SourceFile file : folder.files())
                    seen.add(folder.name() + ":" + file.path() + "=" + text(context, file));
                seen.add(folder.name() + " one " + (folder.file("aws/alarms.json") != null));
            }
            for (SourceFile file : context.source().files())
                if (context.isExported(file.path())) seen.add("exported " + file.path());
        }

        private String text(ScanContext context, SourceFile file) {
            try {
                return file.text(context.limits());
            } catch (UnreadableFileException e) {
                throw new AssertionError(e);
            }
        }
    }

    private ScanResult scan(ScanRequest request) {
        return new LocalRepositoryScanner(List.of(new Witness()), new AssayYaml()).scan(request);
    }

    private Path write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void folders_of_the_request_and_of_the_configuration_are_given_with_paths_relative_to_them() throws IOException {
        write("repo/assay.yaml", "state: [exported]\n");
        write("repo/.gitignore", "exported\n");
        write("repo/exported/aws/alarms.json", "{}");
        write("outside/dns.json", "[]");
        ScanResult result =
                scan(ScanRequest.of(directory.resolve("repo")).withState(List.of(directory.resolve("outside"))));
        assertThat(seen)
                .containsExactly(
                        directory.resolve("outside") + ":dns.json=[]",
                        directory.resolve("outside") + " one false",
                        "exported:aws/alarms.json={}",
                        "exported one true");
        assertThat(result.detection()).contains("exported state: 1 files in exported");
    }

    @Test
    void a_folder_that_is_named_twice_is_read_once() throws IOException {
        write("repo/assay.yaml", "state: [exported]\n");
        write("repo/exported/aws/alarms.json", "{}");
        scan(ScanRequest.of(directory.resolve("repo"))
                .withState(List.of(directory.resolve("repo/../repo/exported"), directory.resolve("repo"))));
        assertThat(seen)
                .filteredOn(line -> line.contains("alarms.json="))
                .containsExactly(
                        directory.resolve("repo") + ":exported/aws/alarms.json={}", "exported:aws/alarms.json={}");
    }

    @Test
    void a_folder_of_the_request_in_the_repository_declares_nothing() throws IOException {
        write("repo/exported/aws/alarms.json", "{}");
        write("repo/exported-not/alarms.json", "{}");
        scan(ScanRequest.of(directory.resolve("repo"))
                .withState(List.of(directory.resolve("repo/exported-not/../exported"))));
        assertThat(seen)
                .containsExactly(
                        "exported:aws/alarms.json={}", "exported one true", "exported exported/aws/alarms.json");
    }

    @Test
    void a_folder_of_the_configuration_that_does_not_exist_is_said() throws IOException {
        write("repo/assay.yaml", "state: [exported]\n");
        ScanResult result = scan(ScanRequest.of(directory.resolve("repo")));
        assertThat(seen).isEmpty();
        assertThat(result.detection())
                .contains("no exported state: the directory exported that `state` names does not exist");
    }

    @Test
    void a_link_does_not_lead_out_of_the_repository() throws IOException {
        write("repo/assay.yaml", "state: [exported]\n");
        write("outside/dns.json", "[]");
        Files.createSymbolicLink(directory.resolve("repo/exported"), directory.resolve("outside"));
        scan(ScanRequest.of(directory.resolve("repo")));
        assertThat(seen).isEmpty();
    }

    @Test
    void a_folder_of_the_request_that_is_none_is_refused() {
        assertThatThrownBy(() -> scan(ScanRequest.of(directory).withState(List.of(directory.resolve("nowhere")))))
                .isInstanceOf(ScanException.class)
                .hasMessageContaining(
                        "the folder of exported state `" + directory.resolve("nowhere") + "` is not a directory")
                .hasMessageContaining("Maybe there is a slip in the path");
    }

    @Test
    void files_in_memory_give_the_folder_they_hold() throws IOException {
        write("repo/assay.yaml", "state: exported\n");
        write("repo/exported/aws/alarms.json", "{}");
        ScanRequest request = ScanRequest.of(directory.resolve("repo"));
        LocalRepositoryScanner scanner = new LocalRepositoryScanner(List.of(new Witness()), new AssayYaml());
        scanner.scan(request, scanner.open(request), null);
        assertThat(seen)
                .containsExactly(
                        "exported:aws/alarms.json={}", "exported one true", "exported exported/aws/alarms.json");
    }

    @Test
    void changed_export_below_the_repository_is_followed() throws IOException {
        write("assay.yaml", "state: [state]\n");
        write("state/aws/alarms.json", "first");
        LocalRepositoryScanner scanner = new LocalRepositoryScanner(List.of(new Witness()), new AssayYaml());
        try (LiveScan live = scanner.follow(ScanRequest.of(directory))) {
            assertThat(seen).contains("state:aws/alarms.json=first");
            write("state/aws/alarms.json", "second");
            live.update(List.of("state/aws/alarms.json"));
            assertThat(seen).contains("state:aws/alarms.json=second");
        }
    }
}

package io.github.assaymark.facts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.ApiOperation;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewScopesTest {
    private static final String SPEC =
            "openapi: 3.0.0\ninfo: {title: T, version: '1'}\npaths: {/x: {get: {security: [{oauth: [SCOPES]}], responses: {'200': {description: d}}}}}\n";

    @TempDir
    private Path root;

    private Snapshot compared(String before, String after) throws Exception {
        Repo repo = new Repo(root).with("service.yaml", "name: a\n");
        if (!before.isEmpty()) repo.with("openapi.yaml", before);
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setMessage("before")
                    .setAuthor("a", "a@example.org")
                    .setCommitter("a", "a@example.org")
                    .call();
        }
        repo.with("openapi.yaml", after);
        return Extractors.standard()
                .scan(ScanRequest.of(root).comparedWith("HEAD"))
                .snapshot();
    }

    @Test
    void scopes_that_the_base_does_not_name_are_new() throws Exception {
        Snapshot snapshot = compared(SPEC.replace("SCOPES", "read"), SPEC.replace("SCOPES", "read, write"));

        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::newScopes)
                .containsExactly(List.of("write"));
    }

    @Test
    void all_scopes_of_a_new_description_are_new() throws Exception {
        Snapshot snapshot = compared("", SPEC.replace("SCOPES", "read"));

        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::newScopes)
                .containsExactly(List.of("read"));
    }

    @Test
    void a_base_that_cannot_be_read_is_a_gap() throws Exception {
        Snapshot snapshot = compared("openapi: [", SPEC.replace("SCOPES", "read"));

        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::newScopes)
                .containsOnlyNulls();
        assertThat(Repo.gaps(snapshot, "ApiOperation"))
                .extracting(gap -> gap.reason())
                .contains("its base revision cannot be read, so new scopes are not known");
    }

    @Test
    void without_a_base_nothing_is_new_or_old() throws Exception {
        Snapshot snapshot = new Repo(root)
                .with("openapi.yaml", SPEC.replace("SCOPES", "read"))
                .scan();

        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::newScopes)
                .containsOnlyNulls();
    }
}

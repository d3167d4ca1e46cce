package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacePackagesTest {
    @TempDir
    private Path directory = Path.of("");

    private WorkspacePackages packages() {
        return new WorkspacePackages(tree(), List.of("packages/_template"), Limits.DEFAULT);
    }

    private WorkingTree tree() {
        return WorkingTree.of(directory, null, Limits.DEFAULT);
    }

    private @Nullable SourceFile file(String path) {
        return tree().file(path);
    }

    private static String named(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    @Test
    void without_workspaces_every_package_counts() {
        new TempRepository(directory)
                .file("a/package.json", named("@x/a"))
                .file("b/c/package.json", named("c"))
                .file("later/package.json", named("c"))
                .file("b/node_modules/d/package.json", named("d"))
                .file("b/test/fixtures/package.json", named("e"))
                .file("packages/_template/package.json", named("f"))
                .file("broken/package.json", "{ name")
                .file("nameless/package.json", "{}");
        assertThat(packages().directories()).hasToString("{@x/a=a, c=b/c}");
    }

    @Test
    void workspaces_say_which_packages_count() {
        new TempRepository(directory)
                .file(
                        "package.json",
                        "{\"name\": \"root\", \"workspaces\": {\"packages\": [\"./apps/*\", \"!apps/old\"]}}")
                .file("apps/one/package.json", named("one"))
                .file("apps/old/package.json", named("old"))
                .file("libs/deep/two/package.json", named("two"))
                .file("libs/pnpm-workspace.yaml", "packages:\n  - '**'\n")
                .file("outside/package.json", named("outside"));
        assertThat(packages().directories()).hasToString("{one=apps/one, root=, two=libs/deep/two}");
    }

    @Test
    void a_change_of_what_a_manifest_says_of_packages_is_seen() {
        TempRepository repository = new TempRepository(directory).file("a/package.json", named("a"));
        WorkspacePackages packages = packages();
        assertThat(packages.isChangedBy("a/package.json", null))
                .as("nobody asked yet")
                .isFalse();
        assertThat(packages.directories()).hasSize(1);
        repository.file("a/package.json", "{\"name\": \"a\", \"scripts\": {}}");
        assertThat(packages.isChangedBy("a/package.json", file("a/package.json")))
                .isFalse();
        repository.file("a/package.json", named("renamed"));
        assertThat(packages.isChangedBy("a/package.json", file("a/package.json")))
                .isTrue();
        assertThat(packages.isChangedBy("a/package.json", null)).isTrue();
        repository.file("pnpm-workspace.yaml", "packages: []\n");
        assertThat(packages.isChangedBy("pnpm-workspace.yaml", file("pnpm-workspace.yaml")))
                .isTrue();
        assertThat(packages.isChangedBy("a/index.ts", null)).isFalse();
    }
}

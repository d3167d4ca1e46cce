package io.github.assaymark.facts.structured;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.extract.Limits;
import java.util.List;
import java.util.Objects;

/** Short ways to trees in tests. */
final class Trees {
    private Trees() {}

    static LocatedTree yaml(String... lines) {
        return LocatedTree.yaml(String.join("\n", lines), Limits.DEFAULT);
    }

    static LocatedNode root(LocatedTree tree) {
        LocatedNode root = tree.root();
        assertThat(root).isNotNull();
        return Objects.requireNonNull(root);
    }

    static LocatedNode node(LocatedTree tree, String... path) {
        return Objects.requireNonNull(root(tree).find(List.of(path)), () -> String.join("/", path));
    }
}

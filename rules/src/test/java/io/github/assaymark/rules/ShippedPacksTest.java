package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every shipped pack. */
final class ShippedPacksTest {
    static final List<String> PACKS = List.of("loop", "matter", "config-service", "starter");

    @ParameterizedTest
    @ValueSource(strings = {"loop", "matter", "config-service", "starter"})
    void pack_compiles_and_is_not_empty(String name) {
        assertThat(Pack.load(name).items()).isNotEmpty();
    }

    @Test
    void ids_are_unique_across_packs_and_former_ones_are_not_taken() {
        Set<String> seen = new HashSet<>();
        for (String pack : PACKS)
            Pack.load(pack).items().forEach(item -> {
                assertThat(seen.add(item.id())).as(item.id()).isTrue();
                item.formerly()
                        .forEach(former ->
                                assertThat(seen.add(former)).as(former).isTrue());
            });
        assertThat(seen).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "matter", "config-service", "starter"})
    void titles_are_statements_of_the_good_state(String name) {
        assertThat(Pack.load(name).items().map(Item::title)).allSatisfy(title -> {
            assertThat(title).matches("[A-Z].{7,99}").doesNotEndWith(".").doesNotContain("  ");
            assertThat(title).doesNotMatch("(?i).*\\b(must|should|shall|please|missing)\\b.*");
        });
    }
}

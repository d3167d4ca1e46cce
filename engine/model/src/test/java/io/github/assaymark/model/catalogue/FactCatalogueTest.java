package io.github.assaymark.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.CommentMarker;
import io.github.assaymark.model.fact.FileKind;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FactCatalogueTest {
    private final FactCatalogue catalogue = FactCatalogue.standard();

    @Test
    void every_type_and_property_says_what_it_means() {
        assertThat(catalogue.types()).hasSizeGreaterThan(30).allSatisfy(type -> {
            assertThat(type.description()).isNotBlank().doesNotEndWith(".");
            assertThat(type.properties())
                    .as(type.name())
                    .isNotEmpty()
                    .allSatisfy(property -> assertThat(property.description())
                            .as(type + "." + property)
                            .isNotBlank()
                            .doesNotEndWith("."));
            assertThat(Modifier.isPublic(type.javaType().getModifiers())).isTrue();
        });
    }

    @Test
    void property_indexes_are_unique_within_a_type() {
        for (FactType type : catalogue.types()) {
            Set<Integer> seen = new HashSet<>();
            assertThat(type.properties()).allMatch(property -> seen.add(property.index()));
        }
    }

    @Test
    void no_property_name_breaks_the_code_generator_of_the_rule_engine() {
        // it looks for property names inside these words with String.contains
        for (FactType type : catalogue.types())
            for (Property property : type.properties())
                assertThat(List.of("alphaIndexedBy", "betaIndexedBy"))
                        .as(type + "." + property.name())
                        .noneMatch(word -> word.contains(property.name()));
    }

    @Test
    void values_come_in_the_representation_of_the_language() {
        CommentMarker marker = new CommentMarker(
                "a.ts#TODO~1",
                "services/billing",
                Provenance.File.line("a.ts", 3),
                "a.ts",
                "TODO",
                "later",
                FileKind.PRODUCTION);
        FactType type = catalogue.typeOf(marker);
        assertThat(value(type, "kind", marker)).isEqualTo("PRODUCTION");
        assertThat(value(type, "file", marker)).isEqualTo("a.ts");
        Property kind = type.property("kind");
        assertThat(kind).isNotNull();
        assertThat(kind.type().words()).contains("PRODUCTION", "TEST");
    }

    @Test
    void a_type_that_is_not_in_the_catalogue_is_named() {
        FactCatalogue small = FactCatalogue.of(List.of(Now.class));
        assertThatThrownBy(() -> small.typeOf(Param.of("a", "b")))
                .hasMessage("fact type io.github.assaymark.model.Param is not in the catalogue\n"
                        + "  Maybe it is missing in FactCatalogue.of(...)");
    }

    @Test
    void records_that_hold_what_facts_cannot_are_refused() {
        assertThatThrownBy(() -> FactCatalogue.of(List.of(Floating.class)))
                .hasMessageContaining("Floating.share has type double, which facts cannot hold");
    }

    @Test
    void the_digest_changes_with_the_types() {
        assertThat(FactCatalogue.of(List.of(Now.class)).digest())
                .isNotEqualTo(FactCatalogue.of(List.of(Param.class)).digest())
                .isEqualTo(FactCatalogue.of(List.of(Now.class)).digest());
    }

    private static Object value(FactType type, String name, Fact fact) {
        return Objects.requireNonNull(
                Objects.requireNonNull(type.property(name)).of(fact));
    }

    /** A fact type that must be refused. */
    @Describe("A fact that holds a floating point number")
    public record Floating(
            String key,
            String owner,
            Provenance provenance,
            @Describe("a share") double share) implements Fact {}
}

package io.github.assaymark.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReferenceTest {
    private static final Path REFERENCE = Path.of("reference");

    @Test
    void the_page_of_fact_types_is_true() throws IOException {
        new GoldenFile(REFERENCE.resolve("facts.md")).holds(FactReference.text());
    }

    @Test
    void the_page_of_the_language_is_true() throws IOException {
        new GoldenFile(REFERENCE.resolve("language.md")).holds(LanguageReference.text());
    }

    @Test
    void the_page_of_exported_state_is_true() throws IOException {
        new GoldenFile(REFERENCE.resolve("exports.md")).holds(ExportReference.text());
    }

    @Test
    void the_page_of_items_is_true() throws IOException {
        new GoldenFile(REFERENCE.resolve("items.md")).holds(ItemReference.text());
    }
}

package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How much of the catalogue of demands is shipped. */
final class CatalogueTest {
    private static final Path IDS = Path.of("catalogue-ids.txt");
    private static final Path OPEN = Path.of("catalogue-open.txt");

    @Test
    void shipped_ids_are_those_of_the_catalogue() throws IOException {
        Set<String> known = new TreeSet<>(Files.readAllLines(IDS));
        assertThat(known).hasSize(328);
        assertThat(shipped()).isSubsetOf(known);
    }

    @Test
    void number_of_entries_without_an_item_only_goes_down() throws IOException {
        Set<String> open = new TreeSet<>(Files.readAllLines(IDS));
        open.removeAll(shipped());
        int before = Integer.parseInt(Files.readString(OPEN).strip());
        System.out.println("catalogue: " + open.size() + " of 328 entries have no item yet");
        open.forEach(id -> System.out.println("  " + id));
        assertThat(open.size())
                .as("entries without an item; when the number went down, write it into rules/" + OPEN)
                .isEqualTo(before);
    }

    private static Set<String> shipped() {
        Set<String> ids = new TreeSet<>();
        for (String pack : List.of("loop", "matter", "config-service"))
            Pack.load(pack).items().map(Item::id).forEach(ids::add);
        return ids;
    }
}

package io.github.assaymark.facts.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.schema.MemoryRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbTable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PrismaFuzzTest {
    private static final String SAMPLE = """
            datasource db {
              provider = "postgresql"
            }
            model Ticket {
              id      Int     @id @default(autoincrement())
              brandId String  @map("brand_id") // tenant
              seller  Seller? @relation(fields: [sellerId], references: [id])
              sellerId Int?
              tags    Tag[]
              @@unique([brandId, id(sort: Desc)], map: "u")
              @@map("tickets")
            }
            /* all of them */
            model Seller {
              id Int @id
              tickets Ticket[]
            }
            model Tag {
              id Int @id
              tickets Ticket[]
            }
            """;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\\",
            "//",
            "/*",
            "*/",
            "@",
            "@@",
            "\n",
            ",",
            ":",
            "?",
            "=",
            "model ",
            "enum ",
            "\0",
            "\uD800",
            "é",
            "@@index([",
            "@relation(fields: [",
            "Unsupported(");

    private static Snapshot scan(String text) {
        return new MemoryRepository().with("schema.prisma", text).facts(new PrismaExtractor());
    }

    @Test
    void damage_never_breaks_the_extractor_and_never_turns_into_columns_of_no_table() {
        Random random = new Random(4);
        for (int round = 0; round < 1_500; round++) {
            StringBuilder text = new StringBuilder(SAMPLE);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                    default ->
                        text.insert(
                                random.nextInt(text.length()), text.substring(at, Math.min(text.length(), at + 20)));
                }
            }
            Snapshot snapshot = scan(text.toString());
            List<String> tables =
                    snapshot.facts(DbTable.class).stream().map(DbTable::key).toList();
            assertThat(snapshot.facts(DbColumn.class))
                    .allSatisfy(c -> assertThat(tables).contains(c.table()));
            assertThat(snapshot.facts(Coverage.class))
                    .hasSize(4)
                    .allSatisfy(
                            c -> assertThat(c.gaps()).noneMatch(g -> g.reason().contains("failed on it")));
        }
    }

    @Test
    void a_lost_line_of_a_model_never_goes_unnoticed() {
        String[] lines = SAMPLE.split("\n", -1);
        for (int i = 4; i < 11; i++) {
            String[] damaged = lines.clone();
            damaged[i] = damaged[i].replaceFirst("\\S+", "%%%");
            Snapshot snapshot = scan(String.join("\n", damaged));
            assertThat(MemoryRepository.coverage(snapshot, "DbColumn", "").status())
                    .as(damaged[i])
                    .isEqualTo(Coverage.Status.PARTIAL);
        }
    }
}

package io.github.assaymark.facts.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.DbColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveMigrationsTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    private static final String GOOSE = "services/ship/db/migrations/";
    private static final String PAIRS = "services/ship/pairs/migrations/";

    @TempDir
    Path root;

    private final Random random = new Random(815);

    @BeforeEach
    void histories() throws IOException {
        put("services/ship/service.yaml", "name: ship\nowner: team\n");
        put("services/ship/db/seeds/first.sql", "insert into t0 (id) values (11);\n");
        for (int i = 1; i <= 12; i++) put(goose(i), gooseText(i));
        for (int i = 1; i <= 8; i++) {
            put(pair(i, "up"), statement(i) + ";\n");
            put(pair(i, "down"), "drop table if exists t" + i + ";\n");
        }
    }

    @Test
    void after_every_edit_the_facts_are_those_of_a_scan_from_scratch() throws IOException {
        ScanRequest request = ScanRequest.of(root).at(NOW);
        try (LiveScan live = Extractors.standard().follow(request)) {
            for (int round = 0; round < 100; round++) {
                List<String> paths = edit();
                live.update(paths);
                Snapshot anew = Extractors.standard().scan(request).snapshot();
                assertThat(live.snapshot().facts())
                        .as("round " + round + " " + paths)
                        .isEqualTo(anew.facts());
            }
            assertThat(live.rescans()).isZero();
            assertThat(live.snapshot().facts(DbColumn.class)).isNotEmpty();
        }
    }

    @Test
    void an_edit_that_is_taken_back_leaves_everything_as_it_was() throws IOException {
        try (LiveScan live = Extractors.standard().follow(ScanRequest.of(root).at(NOW))) {
            Snapshot before = live.snapshot();
            String text = Files.readString(root.resolve(goose(3)));

            put(goose(3), text.replace("-- +goose Down", "create table other (id int);\n-- +goose Down"));
            assertThat(live.update(List.of(goose(3))).added()).isNotEmpty();
            put(goose(3), text);
            live.update(List.of(goose(3)));

            assertThat(live.snapshot().facts()).isEqualTo(before.facts());
        }
    }

    private List<String> edit() throws IOException {
        int i = 1 + random.nextInt(14);
        String path = switch (random.nextInt(4)) {
            case 0, 1 -> goose(i);
            case 2 -> pair(i, "up");
            default -> pair(i, "down");
        };
        boolean there = Files.exists(root.resolve(path));
        if (there && random.nextInt(6) == 0) Files.delete(root.resolve(path));
        else put(path, path.startsWith(GOOSE) ? gooseText(i) : statement(i) + (there ? ";\n" : ";\n\n"));
        if (random.nextInt(6) == 0) {
            String other = goose(15 + random.nextInt(3));
            if (Files.exists(root.resolve(other))) Files.delete(root.resolve(other));
            else put(other, gooseText(15));
            return List.of(path, other);
        }
        if (random.nextInt(8) > 0) return List.of(path);
        String seeds = "services/ship/db/seeds/first.sql";
        put(seeds, "insert into t1 (id) values (" + i + "), (" + (i + 20) + ");\n");
        return List.of(path, seeds);
    }

    private String gooseText(int i) {
        List<String> lines = new ArrayList<>();
        String how = random.nextInt(6) == 0 ? "-- +goose NO TRANSACTION\n" : "";
        for (int n = random.nextInt(3); n >= 0; n--) lines.add(statement(i + n) + ";\n");
        return how + "-- +goose Up\n" + String.join("", lines) + "-- +goose Down\n" + statement(i) + ";\n";
    }

    private String statement(int i) {
        int t = random.nextInt(5);
        int u = random.nextInt(5);
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> "create table t" + t + " (id int primary key, c" + i + " text, u_id int)";
            case 4, 5 -> "alter table t" + t + " add column c" + i + " int not null default " + u;
            case 6 -> "alter table t" + t + " add foreign key (u_id) references t" + u + " (id)";
            case 7 -> "drop table if exists t" + t + " cascade";
            case 8 -> "create index i" + i + " on t" + t + " (c" + u + ")";
            case 9 -> "alter table t" + t + " rename to t" + u;
            case 10 -> "create view v" + t + " as select id from t" + u;
            case 11 -> "grant select, insert on t" + t + " to app" + u;
            case 12 -> "do $$ begin execute 'alter table t" + t + " add c" + i + " int'; end $$";
            case 13 -> "create type k" + t + " as enum ('a', 'b" + u + "')";
            case 15 -> "drop table t" + t;
            case 16 -> "alter table t" + t + " drop column if exists c" + u;
            case 17 -> "alter table t" + t + " rename column c" + u + " to c" + i;
            case 18 -> "alter table t" + t + " add kind k" + u;
            case 19 -> "create table p" + i + " (id int) inherits (t" + t + ")";
            case 20 -> "create function f" + u + "() returns trigger language plpgsql as $$ begin end $$";
            case 21 ->
                "create trigger g" + i + " after insert on t" + t + " for each row execute function f" + u + "()";
            case 22 -> "create policy y" + i + " on t" + t + " using (c" + u + " = 'x')";
            case 14 -> "set lock_timeout = '" + (i + 1) + "s'";
            default -> "insert into t" + t + " (id) values (" + i + ")";
        };
    }

    private static String goose(int i) {
        return GOOSE + String.format(Locale.ROOT, "%04d_step.sql", i);
    }

    private static String pair(int i, String way) {
        return PAIRS + String.format(Locale.ROOT, "%04d_pair.%s.sql", i, way);
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What was looked at for some fact types of one owner, and what of it was not understood. Used by one thread. */
final class Account {
    private static final String LOOKED =
            "migrations of drizzle-kit, Prisma, Flyway, Liquibase, golang-migrate, goose, dbmate, Knex, TypeORM, pop,"
                    + " the Supabase command line, and numbered files of SQL";

    private final String owner;
    private final List<Class<? extends Fact>> types;
    private final Set<String> matched = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final List<Coverage.Gap> gaps = new ArrayList<>();

    Account(String owner, List<Class<? extends Fact>> types) {
        this.owner = owner;
        this.types = List.copyOf(types);
    }

    List<String> typeNames() {
        return types.stream().map(Class::getSimpleName).toList();
    }

    void matched(String path) {
        matched.add(path);
    }

    void gap(String path, int line, String reason) {
        matched.add(path);
        failed.add(path);
        gaps.add(new Coverage.Gap(path, line, reason));
    }

    void add(Account other) {
        matched.addAll(other.matched);
        failed.addAll(other.failed);
        gaps.addAll(other.gaps);
    }

    void close(Consumer<Fact> facts) {
        for (Class<? extends Fact> type : types)
            facts.accept(Coverage.of(
                    MigrationExtractor.ID, type.getSimpleName(), owner, matched.size(), failed.size(), LOOKED, gaps));
    }
}

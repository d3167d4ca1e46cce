package io.github.assaymark.core.rete;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Facts whose properties have three or four values each, so that constants and partners meet often. */
final class RandomFacts {
    static final List<String> TEXTS = List.of("a", "b", "ab/c", "");
    static final List<String> OWNERS = List.of("", "one", "two");
    static final Instant START = Instant.parse("2026-01-10T00:00:00Z");

    private final Random random;

    RandomFacts(Random random) {
        this.random = random;
    }

    Fact next() {
        String key = "k" + random.nextInt(6);
        String owner = pick(OWNERS);
        Provenance place = Provenance.File.line("f", 1 + random.nextInt(2));
        String kind = pick(TEXTS);
        int number = random.nextInt(4);
        Integer rank = maybe(random.nextInt(4));
        boolean flag = random.nextBoolean();
        String note = maybe(pick(TEXTS));
        Trial.Level level = pick(Arrays.asList(Trial.Level.values()));
        Instant at = instant();
        Instant until = maybe(instant());
        Duration age = Duration.ofHours(12L * random.nextInt(4));
        Quantity size = maybe(quantity());
        List<String> tags = texts();
        String sha = maybe("sha" + random.nextInt(2));
        return switch (random.nextInt(13)) {
            case 0 -> new Repository("", "", place, "repo" + random.nextInt(2), sha, null);
            case 1, 2, 3, 4 ->
                new Trial.Ant(
                        key, owner, place, kind, number, rank, flag, note, level, at, until, age, size, tags, sha);
            case 5, 6, 7, 8 ->
                new Trial.Bee(
                        key, owner, place, kind, number, rank, flag, note, level, at, until, age, size, tags, sha);
            default ->
                new Trial.Cat(
                        key, owner, place, kind, number, rank, flag, note, level, at, until, age, size, tags, sha);
        };
    }

    List<Fact> many(int count) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) facts.add(next());
        return facts;
    }

    Instant instant() {
        return START.plus(Duration.ofHours(12L * (random.nextInt(5) - 2)));
    }

    Quantity quantity() {
        return random.nextInt(12) == 0
                ? Quantity.of(1 + random.nextInt(2), Quantity.Unit.PIECES)
                : Quantity.of(
                        1 + random.nextInt(2), random.nextBoolean() ? Quantity.Unit.BYTES : Quantity.Unit.KIBIBYTES);
    }

    List<String> texts() {
        return TEXTS.stream().filter(t -> random.nextInt(3) == 0).toList();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}

package io.github.assaymark.core.rete;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.TeamMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three fact types alike, with a property of every kind, so that a random pack uses each in every role. */
public final class Trial {
    private Trial() {}

    /** Words. */
    public enum Level {
        LOW,
        MIDDLE,
        HIGH
    }

    /** A fact. */
    @Describe("A fact")
    public record Ant(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("kind") String kind,
            @Describe("whole number") int number,
            @Describe("nullable whole number") @Nullable Integer rank,
            @Describe("truth") boolean flag,
            @Describe("nullable text") @Nullable String note,
            @Describe("enumeration") Level level,
            @Describe("instant") Instant at,
            @Describe("nullable instant") @Nullable Instant until,
            @Describe("duration") Duration age,
            @Describe("nullable quantity") @Nullable Quantity size,
            @Describe("texts") List<String> tags,
            @Describe("commit") @Nullable String sha)
            implements Fact {}

    /** A fact. */
    @Describe("A fact")
    public record Bee(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("kind") String kind,
            @Describe("whole number") int number,
            @Describe("nullable whole number") @Nullable Integer rank,
            @Describe("truth") boolean flag,
            @Describe("nullable text") @Nullable String note,
            @Describe("enumeration") Level level,
            @Describe("instant") Instant at,
            @Describe("nullable instant") @Nullable Instant until,
            @Describe("duration") Duration age,
            @Describe("nullable quantity") @Nullable Quantity size,
            @Describe("texts") List<String> tags,
            @Describe("commit") @Nullable String sha)
            implements Fact {}

    /** A fact. */
    @Describe("A fact")
    public record Cat(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("kind") String kind,
            @Describe("whole number") int number,
            @Describe("nullable whole number") @Nullable Integer rank,
            @Describe("truth") boolean flag,
            @Describe("nullable text") @Nullable String note,
            @Describe("enumeration") Level level,
            @Describe("instant") Instant at,
            @Describe("nullable instant") @Nullable Instant until,
            @Describe("duration") Duration age,
            @Describe("nullable quantity") @Nullable Quantity size,
            @Describe("texts") List<String> tags,
            @Describe("commit") @Nullable String sha)
            implements Fact {}

    /** A fact that cannot be read. */
    @Describe("A fact that cannot be read")
    public record Bomb(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("kind") String kind)
            implements Fact {
        Bomb(String key, String owner, Provenance provenance) {
            this(key, owner, provenance, "");
        }

        @Override
        public String kind() {
            throw new IllegalStateException("tick");
        }

        @Override
        public String toString() {
            return "Bomb[key=" + key + "]";
        }
    }

    static final FactCatalogue CATALOGUE = FactCatalogue.of(List.of(
            Ant.class,
            Bee.class,
            Cat.class,
            Bomb.class,
            Repository.class,
            PolicyValue.class,
            Now.class,
            Param.class,
            Coverage.class,
            Attestation.class,
            TeamMember.class));
}

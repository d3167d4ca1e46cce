package io.github.assaymark.benchmarks;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.fact.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up monorepo and a made-up checklist, the same in every run: facts of six types spread over services, and 250
 * items of five shapes (120 must, 60 hasNo, 40 has, 15 some, 15 atLeast).
 */
final class Workload {
    static final int ITEMS = 250;
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private Workload() {}

    /** One item: which shape over which types with which numbers. Every way of judging reads this. */
    record Spec(int number, Shape shape, int type, int other, String kind, int above, int below) {
        enum Shape {
            MUST,
            HAS_NO,
            HAS,
            SOME,
            AT_LEAST
        }
    }

    static List<Spec> specs() {
        Random random = new Random(11);
        List<Spec> specs = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Spec.Shape shape = i < 120
                    ? Spec.Shape.MUST
                    : i < 180
                            ? Spec.Shape.HAS_NO
                            : i < 220 ? Spec.Shape.HAS : i < 235 ? Spec.Shape.SOME : Spec.Shape.AT_LEAST;
            int type = i % Sample.TYPES;
            int other = (type + 1 + random.nextInt(Sample.TYPES - 1)) % Sample.TYPES;
            specs.add(new Spec(
                    i,
                    shape,
                    type,
                    other,
                    "k" + random.nextInt(10),
                    900 + random.nextInt(60),
                    960 + random.nextInt(39)));
        }
        return specs;
    }

    /** The checklist as an author would write it. */
    static String text() {
        StringBuilder text = new StringBuilder(
                "checklist('bench/all') {\n  title 'All'\n  judges Service\n  section('all', 'All') {\n");
        for (Spec spec : specs()) text.append(item(spec));
        return text.append("  }\n}\n").toString();
    }

    private static String item(Spec spec) {
        String type = Sample.NAMES.get(spec.type());
        String other = Sample.NAMES.get(spec.other());
        String a = type.toLowerCase(java.util.Locale.ROOT);
        String b = other.toLowerCase(java.util.Locale.ROOT);
        String guard = a + ".kind == '" + spec.kind() + "' && " + a + ".num > " + spec.above();
        String body = switch (spec.shape()) {
            case MUST ->
                "every " + type + " where { " + guard + " } must { " + a + ".flag || " + a + ".num < " + spec.below()
                        + " }";
            case HAS_NO ->
                "every " + type + " where { " + guard + " } hasNo " + other + " where { " + b + ".target == " + a
                        + ".key && " + b + ".num > " + spec.below() + " }";
            case HAS ->
                "every " + type + " where { " + guard + " } has " + other + " where { " + b + ".target == " + a
                        + ".key && " + b + ".num < " + spec.below() + " }";
            case SOME -> "some " + type + " where { " + guard + " }";
            case AT_LEAST -> "atLeast 2 of " + type + " where { " + guard + " }";
        };
        return "    item('i" + spec.number() + "') {\n      title 'Item " + spec.number() + " holds'\n      " + body
                + "\n    }\n";
    }

    static FactCatalogue catalogue() {
        List<Class<? extends Fact>> types =
                new ArrayList<>(List.of(Alarm.class, Call.class, Handler.class, Page.class, Table.class, Topic.class));
        FactCatalogue.standard().types().forEach(type -> types.add(type.javaType()));
        return FactCatalogue.of(types);
    }

    /** {@code count} facts over {@code services} services, with complete coverage. */
    static Snapshot snapshot(int count, int services) {
        Random random = new Random(7);
        List<Fact> facts = new ArrayList<>(count + services * 7 + 1);
        facts.add(Now.at(NOW));
        for (int s = 0; s < services; s++) {
            String owner = "services/s" + s;
            facts.add(new Service(
                    owner, owner, Provenance.File.whole(owner + "/service.yaml"), "s" + s, owner, "manifest", null));
            for (String type : Sample.NAMES) facts.add(Coverage.of("bench", type, owner, 1, 0, "*", List.of()));
        }
        facts.add(Coverage.of("bench", "Service", "", 1, 0, "*", List.of()));
        for (int i = 0; i < count; i++) facts.add(fact(random, i, services, count));
        return Snapshot.of(facts);
    }

    private static Fact fact(Random random, int i, int services, int count) {
        String owner = "services/s" + i % services;
        int target = (i % services) + services * random.nextInt(Math.max(1, count / services));
        return (Fact) Sample.of(
                i / services % Sample.TYPES,
                "f" + i,
                owner,
                "k" + random.nextInt(10),
                random.nextInt(1000),
                random.nextInt(4) > 0,
                "f" + target);
    }
}

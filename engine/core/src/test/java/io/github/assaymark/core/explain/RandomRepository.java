package io.github.assaymark.core.explain;

import io.github.assaymark.core.judge.Ruleset;
import io.github.assaymark.core.judge.Session;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Items of every kind, and facts that meet some of them. */
final class RandomRepository {
    static final List<String> TYPES =
            List.of("Document", "DocSection", "DocPlaceholder", "ApiOperation", "ApiResponse");

    static final Pack PACK = pack();
    private static final Ruleset RULES = Ruleset.of(List.of(PACK), FactCatalogue.standard());

    private final Random random;

    RandomRepository(long seed) {
        this.random = new Random(seed);
    }

    /** Judges with the plain matcher, which is the quicker one for few facts. */
    static Session judged(Snapshot snapshot) {
        return new Session(RULES, snapshot, Phase.AFTER_GA, PlainMatcher::new, new ItemExplainer(List.of(PACK)));
    }

    private static Pack pack() {
        Condition.Leaf readme = Ir.some(Ir.of(
                "Document",
                Ir.eq(Ir.own("Document", "path"), Ir.plus(Ir.subject("directory"), Ir.text("/README.md"))),
                Ir.atLeast(Ir.own("Document", "words"), 20)));
        Condition.Leaf secured =
                Ir.must(Ir.of("ApiOperation", Ir.own("ApiOperation", "mutation")), Ir.own("ApiOperation", "secured"));
        Condition.Leaf limited = Ir.has(
                Ir.of("ApiOperation", Ir.own("ApiOperation", "mutation")),
                Ir.of(
                        "ApiResponse",
                        Ir.eq(Ir.own("ApiResponse", "operation"), Ir.outer("ApiOperation", "key")),
                        Ir.eq(Ir.own("ApiResponse", "status"), Ir.text("429"))));
        Condition.Leaf finished = Ir.hasNo(
                Ir.of("Document"),
                Ir.of("DocPlaceholder", Ir.eq(Ir.own("DocPlaceholder", "document"), Ir.outer("Document", "path"))));
        Condition.Leaf none = Ir.no(Ir.of("Document", Ir.atLeast(Ir.own("Document", "words"), 40)));
        Condition.Leaf two = Ir.count(
                Condition.Quantity.AT_LEAST,
                2,
                Ir.of(
                        "DocSection",
                        Ir.eq(Ir.own("DocSection", "documentName"), Ir.text("RUNBOOK.md")),
                        Ir.atLeast(Ir.own("DocSection", "words"), 20)));
        Condition.Leaf most = Ir.count(Condition.Quantity.AT_MOST, 2, Ir.of("Document"));
        Condition.Leaf one = Ir.count(Condition.Quantity.EXACTLY, 1, Ir.of("DocSection"));
        List<Item> items = new ArrayList<>();
        for (Condition condition : List.of(
                readme,
                secured,
                limited,
                finished,
                none,
                two,
                most,
                one,
                Ir.all(readme, secured),
                Ir.any(two, limited),
                Ir.all(Ir.any(readme, two), Ir.any(none, finished))))
            items.add(Ir.item("item-" + (char) ('a' + items.size()), condition));
        items.add(Ir.item("applies", "Where there is an API", Ir.some(Ir.of("ApiOperation")), readme, null, null));
        return Ir.pack(items.toArray(new Item[0]));
    }

    Snapshot snapshot() {
        return Given.snapshot(facts().toArray(new Fact[0]));
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (String type : TYPES) {
            int way = random.nextInt(8);
            if (way > 1) facts.add(Given.complete(type));
            else if (way == 1) facts.add(Given.partial(type));
        }
        for (String name : List.of("README.md", "Readme.md", "RUNBOOK.md", "API.md"))
            if (random.nextInt(3) > 0) facts.add(Given.document(name, 10 + random.nextInt(50)));
        for (String heading : List.of("Alarms", "Rollback", "Restore"))
            if (random.nextBoolean())
                facts.add(Given.section(
                        random.nextInt(4) == 0 ? "README.md" : "RUNBOOK.md", heading, 10 + random.nextInt(30), 5));
        for (String method : List.of("GET", "POST", "PUT", "PATCH"))
            if (random.nextBoolean()) {
                ApiOperation operation = Given.operation(method, "/v1/orders", random.nextInt(3) > 0, 20);
                facts.add(operation);
                if (random.nextBoolean())
                    facts.add(Given.response(operation, random.nextInt(3) > 0 ? "429" : "428", 22));
            }
        if (random.nextBoolean()) facts.add(Given.placeholder(random.nextBoolean() ? "README.md" : "API.md", "TBD", 4));
        return facts;
    }
}

package io.github.assaymark.benchmarks;

import io.github.assaymark.model.Provenance;
import java.util.List;

/** What the fact types of the benchmark have in common, so that hand-written loops can be short. */
public sealed interface Sample permits Alarm, Call, Handler, Page, Table, Topic {
    /** How many types there are. */
    int TYPES = 6;

    /** Their names, by number. */
    List<String> NAMES = List.of("Alarm", "Call", "Handler", "Page", "Table", "Topic");

    String key();

    String owner();

    String kind();

    int num();

    boolean flag();

    String target();

    /** A fact of the type of that number. */
    static Sample of(int type, String key, String owner, String kind, int num, boolean flag, String target) {
        Provenance place = Provenance.File.line("f.ts", num + 1);
        return switch (type) {
            case 0 -> new Alarm(key, owner, place, kind, num, flag, target);
            case 1 -> new Call(key, owner, place, kind, num, flag, target);
            case 2 -> new Handler(key, owner, place, kind, num, flag, target);
            case 3 -> new Page(key, owner, place, kind, num, flag, target);
            case 4 -> new Table(key, owner, place, kind, num, flag, target);
            default -> new Topic(key, owner, place, kind, num, flag, target);
        };
    }
}

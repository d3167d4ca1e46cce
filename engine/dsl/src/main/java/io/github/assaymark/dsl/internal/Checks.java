package io.github.assaymark.dsl.internal;

import java.util.Map;
import java.util.TreeMap;

/** The shared checks of a pack, each read once. */
final class Checks {
    private final Sources sources;
    private final Map<String, CheckDeclaration> read = new TreeMap<>();
    private final Map<String, Problem> broken = new TreeMap<>();

    Checks(Sources sources) {
        this.sources = sources;
    }

    CheckDeclaration named(String name, Span at, SourceText user) {
        Problem problem = broken.get(name);
        if (problem != null) throw new Refusal(problem);
        CheckDeclaration known = read.get(name);
        if (known != null) return known;
        SourceText source = Characters.kebab(name) ? sources.find("checks/" + name + ".groovy") : null;
        if (source == null)
            throw user.refuse(at, "there is no check `" + name + "`", Suggestion.nearOrAll(name, sources.checkNames()));
        try {
            CheckDeclaration check = CheckReader.read(name, source);
            read.put(name, check);
            return check;
        } catch (Refusal refusal) {
            broken.put(name, refusal.problem());
            throw refusal;
        }
    }
}

package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.StateSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A text of YAML or JSON and what a reader said of it. */
final class RecordedFile implements AlertingFile {
    private final Map<String, Integer> keys = new HashMap<>();
    final List<Fact> facts = new ArrayList<>();
    final List<String> gaps = new ArrayList<>();

    static LocatedNode root(String yaml) {
        return Objects.requireNonNull(LocatedTree.yaml(yaml, Limits.DEFAULT).root());
    }

    static RecordedFile of(String yaml, BiConsumer<LocatedNode, AlertingFile> reader) {
        RecordedFile file = new RecordedFile();
        LocatedTree tree = LocatedTree.yaml(yaml, Limits.DEFAULT);
        tree.problems().forEach(problem -> file.gaps.add(problem.toString()));
        tree.duplicates().forEach(duplicate -> file.gaps.add(duplicate.toString()));
        if (tree.complete()) tree.documents().forEach(document -> reader.accept(document, file));
        return file;
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public StateSource source() {
        return StateSource.DECLARED;
    }

    @Override
    public @Nullable Instant at() {
        return null;
    }

    @Override
    public String name() {
        return "file.yaml";
    }

    @Override
    public Provenance place(LocatedNode value) {
        return value.span().in(null, name(), null);
    }

    @Override
    public String owner(@Nullable String service) {
        return service == null ? "" : "services/" + service;
    }

    @Override
    public @Nullable String service(@Nullable String named) {
        return named;
    }

    @Override
    public @Nullable String stage(@Nullable String named) {
        return named;
    }

    @Override
    public String key(String base) {
        int times = keys.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + "#" + times;
    }

    @Override
    public void gap(LocatedNode value, String reason) {
        gaps.add(value.span().startLine() + ": " + reason);
    }

    @Override
    public void fact(Fact fact) {
        facts.add(fact);
    }
}

package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.alerting.AlertingFile;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.StateSource;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exported file that a reader of alerting reads: what stands there is deployed. Used by one thread. */
final class ExportedAlerting implements AlertingFile {
    private final Exported file;
    private final boolean pointed;
    /** Nodes are equal only to themselves. */
    private final Map<LocatedNode, String> pointers = new HashMap<>();

    /**
     * A document of a file.
     *
     * @param inner whether it is text inside of a value of the file: then everything stands at this value
     */
    ExportedAlerting(Exported file, JsonValue document, boolean inner) {
        this.file = file;
        this.pointed = !inner;
        pointers.put(document.node(), document.pointer());
        Deque<LocatedNode> open = new ArrayDeque<>();
        open.add(document.node());
        while (!open.isEmpty()) {
            LocatedNode node = open.remove();
            String at = pointers.getOrDefault(node, "");
            int index = 0;
            for (LocatedNode item : node.items()) enter(item, at, Integer.toString(index++), open);
            for (LocatedEntry entry : node.entries()) {
                String step = entry.key().replace("~", "~0").replace("/", "~1");
                enter(entry.value(), at, step, open);
                pointers.putIfAbsent(entry.keyNode(), pointers.getOrDefault(entry.value(), at));
            }
        }
    }

    private void enter(LocatedNode node, String at, String step, Deque<LocatedNode> open) {
        if (pointers.putIfAbsent(node, pointed ? at + "/" + step : at) == null) open.add(node);
    }

    @Override
    public StateSource source() {
        return StateSource.DEPLOYED;
    }

    @Override
    public Instant at() {
        return file.observedAt();
    }

    @Override
    public String name() {
        return file.at("").path();
    }

    @Override
    public Provenance place(LocatedNode value) {
        return file.at(pointers.getOrDefault(value, ""));
    }

    @Override
    public String owner(@Nullable String service) {
        return file.owner(service);
    }

    @Override
    public @Nullable String service(@Nullable String named) {
        return file.service(named);
    }

    @Override
    public @Nullable String stage(@Nullable String named) {
        return file.stage(named);
    }

    @Override
    public String key(String base) {
        return file.key(base);
    }

    @Override
    public void gap(LocatedNode value, String reason) {
        file.gap(pointers.getOrDefault(value, ""), reason);
    }

    @Override
    public void fact(Fact fact) {
        file.fact(fact);
    }
}

package io.github.assaymark.core.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The order in which items are judged: those that verdicts are asked of come first. */
final class VerdictOrder {
    private static final int NEW = 0;
    private static final int OPEN = -1;

    private final List<RuledItem> items;
    private final Map<String, RuledItem> byId;
    private final int[] ranks;
    private int next = 1;

    VerdictOrder(List<RuledItem> items, Map<String, RuledItem> byId) {
        this.items = items;
        this.byId = byId;
        this.ranks = new int[items.size()];
    }

    /** The rank of each item by its ordinal, from 1; adds a problem for each item that depends on itself. */
    int[] rank(List<String> problems) {
        for (RuledItem item : items) visit(item, new ArrayList<>(), problems);
        return ranks;
    }

    private void visit(RuledItem item, List<String> path, List<String> problems) {
        if (ranks[item.ordinal()] > NEW) return;
        path.add(item.id());
        if (ranks[item.ordinal()] == OPEN) {
            List<String> cycle = path.subList(path.indexOf(item.id()), path.size());
            problems.add(item.item().place() + ": `" + item.id() + "` depends on its own verdict: "
                    + String.join(" -> ", cycle) + "\n  Maybe ask for single items instead of a whole checklist");
        } else {
            ranks[item.ordinal()] = OPEN;
            for (String id : item.asks()) {
                RuledItem asked = byId.get(id);
                if (asked != null) visit(asked, path, problems);
            }
            ranks[item.ordinal()] = next++;
        }
        path.remove(path.size() - 1);
    }
}

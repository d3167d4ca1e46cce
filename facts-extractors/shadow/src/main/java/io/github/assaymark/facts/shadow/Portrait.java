package io.github.assaymark.facts.shadow;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the schema looks like, kept line by line, so that only what a migration touched is read again. */
final class Portrait {
    private static final long BESIDE = 0;
    private static final int SHOWN = 3;
    private static final int SHOWN_CHARACTERS = 200;

    private final Session session;
    private Map<Long, List<String>> lines = new HashMap<>();

    Portrait(Session session) {
        this.session = session;
    }

    /** What is different now from the state that was kept, in words; null when nothing is. */
    @Nullable
    String difference(Collection<Long> touched) throws SQLException {
        session.execute("set local search_path to default");
        Set<String> before = new TreeSet<>(lines.getOrDefault(BESIDE, List.of()));
        for (long oid : touched) before.addAll(lines.getOrDefault(oid, List.of()));
        Set<String> after = new TreeSet<>();
        session.lines(touched).values().forEach(after::addAll);
        List<String> differences = new ArrayList<>();
        for (String line : before) if (!after.contains(line)) differences.add("lost: " + shown(line));
        for (String line : after) if (!before.contains(line)) differences.add("left over: " + shown(line));
        if (differences.isEmpty()) return null;
        String first = differences.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return differences.size() <= SHOWN ? first : first + "; and " + (differences.size() - SHOWN) + " more";
    }

    private static String shown(String line) {
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }

    /** Keeps the state as it is now, outside of a transaction; {@code all} when more changed than was touched. */
    void renew(Set<Long> touched, boolean all) throws SQLException {
        session.execute("reset all");
        if (all) {
            lines = session.lines(session.relations().keySet());
            return;
        }
        Set<Long> here = new HashSet<>(touched);
        here.forEach(lines::remove);
        lines.remove(BESIDE);
        lines.putAll(session.lines(here));
    }
}

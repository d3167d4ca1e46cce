package io.github.assaymark.core.facts;

import java.util.List;
import java.util.Map;

/**
 * What a pattern demands of properties of the facts it can match, by an equality with a known value. Coverage that is
 * limited to other values says nothing about these facts.
 *
 * @param values by property
 */
public record Fixed(Map<String, String> values) {
    /** Demands nothing. */
    public static final Fixed NOTHING = new Fixed(Map.of());

    /** Copies the map. */
    public Fixed {
        values = Map.copyOf(values);
    }

    /** Whether coverage with these limits ({@link io.github.assaymark.model.Coverage#about}) speaks of such facts. */
    public boolean concerns(List<String> about) {
        for (String limit : about) {
            int sign = limit.indexOf('=');
            if (sign < 1) continue;
            boolean except = limit.charAt(sign - 1) == '!';
            String value = values.get(limit.substring(0, except ? sign - 1 : sign));
            if (value == null) continue;
            if (List.of(limit.substring(sign + 1).split(",", -1)).contains(value) == except) return false;
        }
        return true;
    }
}

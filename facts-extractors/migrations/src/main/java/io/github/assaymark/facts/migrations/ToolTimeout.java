package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.TimeoutScope;
import io.github.assaymark.model.fact.TimeoutSetting;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A time limit, and where it is set.
 *
 * @param setting its name in PostgreSQL; empty for none at all
 * @param migration key; null when it holds for more than one
 * @param place what sets it, for its key
 */
record ToolTimeout(
        String setting,
        Quantity value,
        TimeoutScope scope,
        @Nullable String migration,
        String place,
        String path,
        int line) {
    static final ToolTimeout NONE =
            new ToolTimeout("", Quantity.of(0, Quantity.Unit.MILLISECONDS), TimeoutScope.STATEMENT, null, "", "", 0);

    void emit(String owner, Places places, HistoryFacts.Keys keys, Consumer<Fact> facts) {
        if (setting.isEmpty()) return;
        facts.accept(new TimeoutSetting(
                keys.distinct(scope + " " + place),
                owner,
                line == 0 ? places.whole(path) : places.lines(path, line, line),
                scope,
                migration,
                setting.equals(Timeouts.LOCK) ? value : null,
                setting.equals(Timeouts.STATEMENT) ? value : null,
                setting.equals(Timeouts.IDLE) ? value : null,
                path));
    }
}

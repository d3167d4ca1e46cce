package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import org.jspecify.annotations.Nullable;

/** Where what a freeze calendar says goes. */
interface FreezeTarget {
    void fact(Fact fact);

    /** Something at a line that was not understood. */
    void gap(int line, String reason);

    Provenance at(int line);

    String key(String base);

    /** Directory of the service that the whole calendar is for; empty when it is for all. */
    String owner();

    /** The zone of values that name none; null when nothing says it. */
    @Nullable
    String zone();

    /** The same for an exported calendar. */
    static FreezeTarget of(Exported file) {
        return new FreezeTarget() {
            @Override
            public void fact(Fact fact) {
                file.fact(fact);
            }

            @Override
            public void gap(int line, String reason) {
                file.gap("#L" + line, reason);
            }

            @Override
            public Provenance at(int line) {
                return file.at("#L" + line);
            }

            @Override
            public String key(String base) {
                return file.key(base);
            }

            @Override
            public String owner() {
                return file.owner(file.service(null));
            }

            @Override
            public @Nullable String zone() {
                return file.entry().scope().get("zone");
            }
        };
    }
}

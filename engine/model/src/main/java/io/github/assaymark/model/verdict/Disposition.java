package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was decided about an outcome: a second axis that never hides the first. */
public sealed interface Disposition {

    /** The word every report prints. */
    String word();

    /** Nothing was decided. */
    record None() implements Disposition {
        @Override
        public String word() {
            return "NONE";
        }
    }

    /**
     * A person allows it for a time.
     *
     * @param until first instant at which the waiver no longer holds
     * @param place where the waiver is written
     */
    record Waived(
            String approvedBy, String reason, @Nullable String ticket, Instant until, Provenance place)
            implements Disposition {
        @Override
        public String word() {
            return "WAIVED";
        }
    }

    /** Every finding is old, accepted debt. */
    record Baselined() implements Disposition {
        @Override
        public String word() {
            return "BASELINED";
        }
    }

    /** The item counts from a later moment on. */
    record NotYetEffective(Instant from) implements Disposition {
        @Override
        public String word() {
            return "NOT_YET_EFFECTIVE";
        }
    }
}

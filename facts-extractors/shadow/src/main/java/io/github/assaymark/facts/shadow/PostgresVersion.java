package io.github.assaymark.facts.shadow;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A major version of PostgreSQL that can be asked for.
 *
 * @param major for example 18
 * @param artifact version of the binaries on Maven Central, for example {@code 18.6.0}
 */
record PostgresVersion(int major, String artifact) {
    static final List<PostgresVersion> KNOWN = List.of(
            new PostgresVersion(14, "14.24.0"),
            new PostgresVersion(15, "15.19.0"),
            new PostgresVersion(16, "16.15.0"),
            new PostgresVersion(17, "17.11.0"),
            new PostgresVersion(18, "18.6.0"));

    /** The one that comes with the command. */
    static final PostgresVersion DEFAULT = KNOWN.get(KNOWN.size() - 1);

    static PostgresVersion of(String major) {
        for (PostgresVersion version : KNOWN) if (String.valueOf(version.major).equals(major)) return version;
        throw new ShadowException("no PostgreSQL `" + major + "` to make a shadow database of\n  Maybe one of "
                + KNOWN.stream().map(v -> String.valueOf(v.major)).collect(Collectors.joining(", "))
                + ", or the path of the bin directory of an installed one");
    }
}

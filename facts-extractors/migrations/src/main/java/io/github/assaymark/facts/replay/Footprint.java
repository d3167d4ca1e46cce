package io.github.assaymark.facts.replay;

/** What somebody asked of a schema, or changed in it. Used by one thread; not changed any more once it is kept. */
final class Footprint {
    final KeyLog<Integer> relations = new KeyLog<>();
    final KeyLog<String> names = new KeyLog<>();
    final KeyLog<Long> referrers = new KeyLog<>();
    final KeyLog<Integer> types = new KeyLog<>();
    final KeyLog<String> typeNames = new KeyLog<>();
    final KeyLog<String> routines = new KeyLog<>();
    final KeyLog<Integer> privileges = new KeyLog<>();

    /** Whether a schema that differs may have been answered otherwise. */
    boolean meets(Difference difference) {
        return difference.cluster()
                || relations.asks(difference.relations().keySet())
                || names.asks(difference.names().keySet())
                || referrers.asks(difference.referrers().keySet())
                || types.asks(difference.types().keySet())
                || typeNames.asks(difference.typeNames().keySet())
                || routines.asks(difference.routines().keySet())
                || privileges.asks(difference.privileges().keySet());
    }
}

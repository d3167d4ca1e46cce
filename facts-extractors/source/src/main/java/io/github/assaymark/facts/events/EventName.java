package io.github.assaymark.facts.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the names of events say. */
final class EventName {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*([.:/-][A-Za-z0-9_*]+)+");
    private static final Pattern VERSION = Pattern.compile("(?:[._:/-][vV]|V|@)(\\d{1,6})$");

    private EventName() {}

    /** Whether a text reads as the name of an event rather than a word or a sentence. */
    static boolean reads(String text) {
        return NAME.matcher(text).matches();
    }

    /** The version at the end of a name; null when there is none. */
    static @Nullable Integer version(String name) {
        Matcher matcher = VERSION.matcher(name);
        return matcher.find() ? (Integer) Integer.parseInt(matcher.group(1)) : null;
    }

    /** The part before the first dot; null when there is none. */
    static @Nullable String family(String name) {
        int dot = name.indexOf('.');
        return dot <= 0 ? null : name.substring(0, dot);
    }
}

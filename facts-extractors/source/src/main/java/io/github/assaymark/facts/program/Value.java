package io.github.assaymark.facts.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression stands for, as far as source code says. Immutable. */
@SuppressWarnings("JavaLangClash") // nested, and the words of the language
public sealed interface Value {

    /** A constant text. */
    record Text(String text) implements Value {}

    /** A constant number, as it is written. */
    record Number(String raw) implements Value {}

    /** A constant truth value. */
    record Bool(boolean value) implements Value {}

    /** Null or undefined. */
    record Nothing() implements Value {}

    /**
     * The elements of an array.
     *
     * @param items in order, those of spread arrays among them
     * @param complete whether these are all of them; when not, items may be missing anywhere
     */
    record Items(List<Located> items, boolean complete) implements Value {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * The entries of an object or members of an enum.
     *
     * @param entries by key, in order, those of spread objects among them; an entry that something unknown may replace
     *     is left out
     * @param complete whether these are all of them
     */
    record Struct(Map<String, Located> entries, boolean complete) implements Value {
        /** Copies the map. */
        public Struct {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of a key; null when it has none, or when it is not known. */
        public @Nullable Located get(String key) {
            return entries.get(key);
        }
    }

    /** A function, arrow function or method of the repository. */
    record Function(Located function) implements Value {}

    /** A class of the repository. */
    record Class(Located declaration) implements Value {}

    /**
     * What a call or {@code new} gives that cannot be reduced further.
     *
     * @param call the call or {@code new}; it stands in a factory function when the value comes from there
     * @param callee what it calls
     * @param site the outermost call the value came through: two sites are two values. The same as {@code call} unless
     *     a factory function stands between
     */
    record CallResult(Located call, Callee callee, Located site) implements Value {}

    /**
     * Something imported from outside of the repository.
     *
     * @param module as the import names it
     * @param name exported name, {@code default} or {@code *}, with the members behind dots: {@code default.charges}
     */
    record External(String module, String name) implements Value {}

    /**
     * A global name, for example {@code fetch}, or a member of one, for example {@code Object.keys}.
     *
     * @param name with dots
     */
    record Global(String name) implements Value {}

    /**
     * A parameter whose value differs from call to call or is not known.
     *
     * @param function that takes it
     * @param index of the parameter, from 0
     * @param name of it, with the members behind dots; the name of the member alone when the parameter is a pattern
     */
    record Parameter(Located function, int index, String name) implements Value {}

    /** An environment variable. */
    record Environment(String name) implements Value {}

    /**
     * What source code leaves open.
     *
     * @param expression where the search ended
     * @param reason in words
     */
    record Open(Located expression, String reason) implements Value {}
}

package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a type as it is written. */
final class TypeArguments {
    private TypeArguments() {}

    /** {@code Order} and {@code Map<A, B>} for {@code X<Order, Map<A, B>>}; empty for a type without arguments. */
    static List<String> of(String type) {
        List<String> arguments = new ArrayList<>();
        int open = type.indexOf('<');
        int close = type.lastIndexOf('>');
        if (open < 0 || close < open) return arguments;
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i < close; i++) {
            char c = type.charAt(i);
            if (c == '<') depth++;
            if (c == '>') depth--;
            if (c != ',' || depth > 0) continue;
            arguments.add(type.substring(start, i).strip());
            start = i + 1;
        }
        arguments.add(type.substring(start, close).strip());
        return arguments;
    }
}

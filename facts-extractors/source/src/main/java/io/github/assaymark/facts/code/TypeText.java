package io.github.assaymark.facts.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Types, which the tree keeps as text only. */
final class TypeText {
    private static final Set<String> PRIMITIVE =
            Set.of("string", "number", "boolean", "bigint", "symbol", "null", "undefined", "void", "Date", "never");

    private TypeText() {}

    /** The parts between commas outside of brackets. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '<' || c == '(' || c == '[' || c == '{') depth++;
            else if (c == '>' || c == ')' || c == ']' || c == '}') depth--;
            else if (c == ',' && depth <= 0) {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(list.substring(start).strip());
        return parts;
    }

    /** The name of a type without its arguments: {@code Repository} of {@code Repository<User>}. */
    static String name(String type) {
        int end = type.indexOf('<');
        return (end < 0 ? type : type.substring(0, end)).strip();
    }

    /** Whether no value of the type holds other values. */
    static boolean primitive(String type) {
        for (String part : type.split("\\|", -1)) {
            String one = part.strip();
            boolean constant = one.matches("'[^']*'|\"[^\"]*\"|-?[0-9]+|true|false");
            if (!constant && !PRIMITIVE.contains(one)) return false;
        }
        return true;
    }
}

package io.github.assaymark.model.rule;

import io.github.assaymark.model.catalogue.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of the language: there are no others. */
public enum Function {
    STARTS_WITH(
            "startsWith",
            ValueType.TEXT,
            List.of(ValueType.TEXT),
            ValueType.BOOLEAN,
            "the text begins with the argument"),
    ENDS_WITH(
            "endsWith", ValueType.TEXT, List.of(ValueType.TEXT), ValueType.BOOLEAN, "the text ends with the argument"),
    CONTAINS_TEXT(
            "contains", ValueType.TEXT, List.of(ValueType.TEXT), ValueType.BOOLEAN, "the text holds the argument"),
    EQUALS_IGNORE_CASE(
            "equalsIgnoreCase",
            ValueType.TEXT,
            List.of(ValueType.TEXT),
            ValueType.BOOLEAN,
            "the texts are equal but for the case of their letters"),
    GLOB(
            "glob",
            ValueType.TEXT,
            List.of(ValueType.TEXT),
            ValueType.BOOLEAN,
            "the path matches the pattern: `*` within a part, `**` across parts, `?` one character, `{a,b}` alternatives"),
    REQUESTS_TEXT(
            "requests",
            ValueType.TEXT,
            List.of(ValueType.TEXT),
            ValueType.BOOLEAN,
            "the text is a request, `METHOD path`, that the route `METHOD path` with parameters in braces answers"),
    LOWER("lower", ValueType.TEXT, List.of(), ValueType.TEXT, "the text in lower case"),
    LENGTH("length", ValueType.TEXT, List.of(), ValueType.INTEGER, "number of UTF-16 units of the text"),
    IS_BLANK("isBlank", ValueType.TEXT, List.of(), ValueType.BOOLEAN, "the text is empty or white space"),
    CONTAINS_ITEM(
            "contains", ValueType.TEXT_LIST, List.of(ValueType.TEXT), ValueType.BOOLEAN, "the list holds the argument"),
    CONTAINS_ALL(
            "containsAll",
            ValueType.TEXT_LIST,
            List.of(ValueType.TEXT_LIST),
            ValueType.BOOLEAN,
            "the list holds every element of the argument"),
    CONTAINS_ANY(
            "containsAny",
            ValueType.TEXT_LIST,
            List.of(ValueType.TEXT_LIST),
            ValueType.BOOLEAN,
            "the list holds an element of the argument"),
    REQUESTS_ITEM(
            "requests",
            ValueType.TEXT_LIST,
            List.of(ValueType.TEXT),
            ValueType.BOOLEAN,
            "the list holds a request, `METHOD path`, that the route `METHOD path` with parameters in braces answers"),
    ANY_MATCHES(
            "anyMatches",
            ValueType.TEXT_LIST,
            List.of(ValueType.TEXT),
            ValueType.BOOLEAN,
            "an element of the list holds a match of the argument, a constant RE2 pattern"),
    ALL_MATCH(
            "allMatch",
            ValueType.TEXT_LIST,
            List.of(ValueType.TEXT),
            ValueType.BOOLEAN,
            "every element of the list holds a match of the argument, a constant RE2 pattern; so it is of an empty list"),
    SIZE("size", ValueType.TEXT_LIST, List.of(), ValueType.INTEGER, "number of elements of the list"),
    IS_EMPTY("isEmpty", ValueType.TEXT_LIST, List.of(), ValueType.BOOLEAN, "the list has no element");

    private final String text;
    private final ValueType receiver;
    private final List<ValueType> parameters;
    private final ValueType result;
    private final String meaning;

    Function(String text, ValueType receiver, List<ValueType> parameters, ValueType result, String meaning) {
        this.text = text;
        this.receiver = receiver;
        this.parameters = parameters;
        this.result = result;
        this.meaning = meaning;
    }

    /** Its name in checklists. */
    public String text() {
        return text;
    }

    public ValueType receiver() {
        return receiver;
    }

    public List<ValueType> parameters() {
        return parameters;
    }

    public ValueType result() {
        return result;
    }

    /** What it is true of, or gives, in words. */
    public String meaning() {
        return meaning;
    }

    /** The function of that name for a receiver of that kind; null when there is none. */
    public static @Nullable Function named(String text, ValueType receiver) {
        for (Function function : values())
            if (function.text.equals(text) && function.receiver.kind() == receiver.kind()) return function;
        return null;
    }
}

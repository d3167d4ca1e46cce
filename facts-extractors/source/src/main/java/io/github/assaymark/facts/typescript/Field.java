package io.github.assaymark.facts.typescript;

import org.jspecify.annotations.Nullable;

/** Numbers of the roles that nodes have in their parents. */
final class Field {
    static final int NONE = 0;
    static final int ACCESSIBILITY = 1;
    static final int ACCESSOR = 2;
    static final int ALIAS = 3;
    static final int ALTERNATIVE = 4;
    static final int ARGUMENT = 5;
    static final int ARGUMENTS = 6;
    static final int ASYNC = 7;
    static final int ATTRIBUTE = 8;
    static final int ATTRIBUTES = 9;
    static final int BODY = 10;
    static final int CLOSE_TAG = 11;
    static final int CONDITION = 12;
    static final int CONSEQUENCE = 13;
    static final int CONSTRUCTOR = 14;
    static final int DECLARATION = 15;
    static final int DECLARE = 16;
    static final int DECORATOR = 17;
    static final int DEFAULT = 18;
    static final int FINALIZER = 19;
    static final int FUNCTION = 20;
    static final int HANDLER = 21;
    static final int HERITAGE = 22;
    static final int INCREMENT = 23;
    static final int INDEX = 24;
    static final int INITIALIZER = 25;
    static final int KEY = 26;
    static final int KIND = 27;
    static final int LABEL = 28;
    static final int LEFT = 29;
    static final int NAME = 30;
    static final int OBJECT = 31;
    static final int OPEN_TAG = 32;
    static final int OPERATOR = 33;
    static final int OPTIONAL = 34;
    static final int OVERRIDE = 35;
    static final int PARAMETER = 36;
    static final int PARAMETERS = 37;
    static final int PATTERN = 38;
    static final int PROPERTY = 39;
    static final int READONLY = 40;
    static final int RETURN_TYPE = 41;
    static final int RIGHT = 42;
    static final int SOURCE = 43;
    static final int STATIC = 44;
    static final int TYPE = 45;
    static final int TYPE_ARGUMENTS = 46;
    static final int TYPE_PARAMETERS = 47;
    static final int TYPEONLY = 48;
    static final int VALUE = 49;
    static final int ABSTRACT = 50;
    static final int AWAIT = 51;

    private static final String[] NAMES = {
        "",
        "accessibility",
        "accessor",
        "alias",
        "alternative",
        "argument",
        "arguments",
        "async",
        "attribute",
        "attributes",
        "body",
        "close_tag",
        "condition",
        "consequence",
        "constructor",
        "declaration",
        "declare",
        "decorator",
        "default",
        "finalizer",
        "function",
        "handler",
        "heritage",
        "increment",
        "index",
        "initializer",
        "key",
        "kind",
        "label",
        "left",
        "name",
        "object",
        "open_tag",
        "operator",
        "optional",
        "override",
        "parameter",
        "parameters",
        "pattern",
        "property",
        "readonly",
        "return_type",
        "right",
        "source",
        "static",
        "type",
        "type_arguments",
        "type_parameters",
        "typeonly",
        "value",
        "abstract",
        "await",
    };

    private Field() {}

    static @Nullable String name(int field) {
        return field == NONE ? null : NAMES[field];
    }
}

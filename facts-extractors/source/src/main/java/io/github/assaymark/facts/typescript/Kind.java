package io.github.assaymark.facts.typescript;

import io.github.assaymark.facts.syntax.SyntaxKind;

/** Numbers of {@link SyntaxKind}s, for compact trees. */
final class Kind {
    static final int PROGRAM = 0;
    static final int IMPORT_STATEMENT = 1;
    static final int IMPORT_CLAUSE = 2;
    static final int NAMESPACE_IMPORT = 3;
    static final int NAMED_IMPORTS = 4;
    static final int IMPORT_SPECIFIER = 5;
    static final int EXPORT_STATEMENT = 6;
    static final int EXPORT_CLAUSE = 7;
    static final int EXPORT_SPECIFIER = 8;
    static final int NAMESPACE_EXPORT = 9;
    static final int IMPORT_EQUALS_DECLARATION = 10;
    static final int LEXICAL_DECLARATION = 11;
    static final int VARIABLE_DECLARATION = 12;
    static final int VARIABLE_DECLARATOR = 13;
    static final int FUNCTION_DECLARATION = 14;
    static final int GENERATOR_FUNCTION_DECLARATION = 15;
    static final int FUNCTION_SIGNATURE = 16;
    static final int FUNCTION_EXPRESSION = 17;
    static final int GENERATOR_FUNCTION = 18;
    static final int ARROW_FUNCTION = 19;
    static final int FORMAL_PARAMETERS = 20;
    static final int REQUIRED_PARAMETER = 21;
    static final int OPTIONAL_PARAMETER = 22;
    static final int REST_PATTERN = 23;
    static final int CLASS_DECLARATION = 24;
    static final int ABSTRACT_CLASS_DECLARATION = 25;
    static final int CLASS = 26;
    static final int CLASS_HERITAGE = 27;
    static final int EXTENDS_CLAUSE = 28;
    static final int IMPLEMENTS_CLAUSE = 29;
    static final int CLASS_BODY = 30;
    static final int METHOD_DEFINITION = 31;
    static final int METHOD_SIGNATURE = 32;
    static final int ABSTRACT_METHOD_SIGNATURE = 33;
    static final int PUBLIC_FIELD_DEFINITION = 34;
    static final int CLASS_STATIC_BLOCK = 35;
    static final int DECORATOR = 36;
    static final int ENUM_DECLARATION = 37;
    static final int ENUM_BODY = 38;
    static final int ENUM_ASSIGNMENT = 39;
    static final int PROPERTY_IDENTIFIER = 40;
    static final int PRIVATE_PROPERTY_IDENTIFIER = 41;
    static final int COMPUTED_PROPERTY_NAME = 42;
    static final int INTERFACE_DECLARATION = 43;
    static final int TYPE_ALIAS_DECLARATION = 44;
    static final int MODULE = 45;
    static final int INTERNAL_MODULE = 46;
    static final int AMBIENT_DECLARATION = 47;
    static final int STATEMENT_BLOCK = 48;
    static final int EXPRESSION_STATEMENT = 49;
    static final int EMPTY_STATEMENT = 50;
    static final int IF_STATEMENT = 51;
    static final int ELSE_CLAUSE = 52;
    static final int FOR_STATEMENT = 53;
    static final int FOR_IN_STATEMENT = 54;
    static final int WHILE_STATEMENT = 55;
    static final int DO_STATEMENT = 56;
    static final int RETURN_STATEMENT = 57;
    static final int THROW_STATEMENT = 58;
    static final int BREAK_STATEMENT = 59;
    static final int CONTINUE_STATEMENT = 60;
    static final int DEBUGGER_STATEMENT = 61;
    static final int TRY_STATEMENT = 62;
    static final int CATCH_CLAUSE = 63;
    static final int FINALLY_CLAUSE = 64;
    static final int SWITCH_STATEMENT = 65;
    static final int SWITCH_BODY = 66;
    static final int SWITCH_CASE = 67;
    static final int SWITCH_DEFAULT = 68;
    static final int LABELED_STATEMENT = 69;
    static final int WITH_STATEMENT = 70;
    static final int CALL_EXPRESSION = 71;
    static final int NEW_EXPRESSION = 72;
    static final int ARGUMENTS = 73;
    static final int MEMBER_EXPRESSION = 74;
    static final int SUBSCRIPT_EXPRESSION = 75;
    static final int OBJECT = 76;
    static final int PAIR = 77;
    static final int SHORTHAND_PROPERTY_IDENTIFIER = 78;
    static final int SPREAD_ELEMENT = 79;
    static final int ARRAY = 80;
    static final int STRING = 81;
    static final int TEMPLATE_STRING = 82;
    static final int STRING_FRAGMENT = 83;
    static final int TEMPLATE_SUBSTITUTION = 84;
    static final int REGEX = 85;
    static final int NUMBER = 86;
    static final int IDENTIFIER = 87;
    static final int THIS = 88;
    static final int SUPER = 89;
    static final int TRUE = 90;
    static final int FALSE = 91;
    static final int NULL = 92;
    static final int UNDEFINED = 93;
    static final int IMPORT = 94;
    static final int META_PROPERTY = 95;
    static final int BINARY_EXPRESSION = 96;
    static final int UNARY_EXPRESSION = 97;
    static final int UPDATE_EXPRESSION = 98;
    static final int ASSIGNMENT_EXPRESSION = 99;
    static final int AUGMENTED_ASSIGNMENT_EXPRESSION = 100;
    static final int TERNARY_EXPRESSION = 101;
    static final int SEQUENCE_EXPRESSION = 102;
    static final int YIELD_EXPRESSION = 103;
    static final int AWAIT_EXPRESSION = 104;
    static final int PARENTHESIZED_EXPRESSION = 105;
    static final int AS_EXPRESSION = 106;
    static final int SATISFIES_EXPRESSION = 107;
    static final int NON_NULL_EXPRESSION = 108;
    static final int TYPE_ASSERTION = 109;
    static final int INSTANTIATION_EXPRESSION = 110;
    static final int OBJECT_PATTERN = 111;
    static final int ARRAY_PATTERN = 112;
    static final int ASSIGNMENT_PATTERN = 113;
    static final int OBJECT_ASSIGNMENT_PATTERN = 114;
    static final int SHORTHAND_PROPERTY_IDENTIFIER_PATTERN = 115;
    static final int PAIR_PATTERN = 116;
    static final int TYPE_ANNOTATION = 117;
    static final int TYPE_ARGUMENTS = 118;
    static final int TYPE_PARAMETERS = 119;
    static final int TYPE = 120;
    static final int OPERATOR = 121;
    static final int STATEMENT_IDENTIFIER = 122;
    static final int JSX_ELEMENT = 123;
    static final int JSX_SELF_CLOSING_ELEMENT = 124;
    static final int JSX_OPENING_ELEMENT = 125;
    static final int JSX_CLOSING_ELEMENT = 126;
    static final int JSX_ATTRIBUTE = 127;
    static final int JSX_EXPRESSION = 128;
    static final int JSX_TEXT = 129;
    static final int JSX_FRAGMENT = 130;
    static final int COMMENT = 131;
    static final int HASH_BANG_LINE = 132;
    static final int ERROR = 133;

    private static final String[] NAMES = {
        SyntaxKind.PROGRAM,
        SyntaxKind.IMPORT_STATEMENT,
        SyntaxKind.IMPORT_CLAUSE,
        SyntaxKind.NAMESPACE_IMPORT,
        SyntaxKind.NAMED_IMPORTS,
        SyntaxKind.IMPORT_SPECIFIER,
        SyntaxKind.EXPORT_STATEMENT,
        SyntaxKind.EXPORT_CLAUSE,
        SyntaxKind.EXPORT_SPECIFIER,
        SyntaxKind.NAMESPACE_EXPORT,
        SyntaxKind.IMPORT_EQUALS_DECLARATION,
        SyntaxKind.LEXICAL_DECLARATION,
        SyntaxKind.VARIABLE_DECLARATION,
        SyntaxKind.VARIABLE_DECLARATOR,
        SyntaxKind.FUNCTION_DECLARATION,
        SyntaxKind.GENERATOR_FUNCTION_DECLARATION,
        SyntaxKind.FUNCTION_SIGNATURE,
        SyntaxKind.FUNCTION_EXPRESSION,
        SyntaxKind.GENERATOR_FUNCTION,
        SyntaxKind.ARROW_FUNCTION,
        SyntaxKind.FORMAL_PARAMETERS,
        SyntaxKind.REQUIRED_PARAMETER,
        SyntaxKind.OPTIONAL_PARAMETER,
        SyntaxKind.REST_PATTERN,
        SyntaxKind.CLASS_DECLARATION,
        SyntaxKind.ABSTRACT_CLASS_DECLARATION,
        SyntaxKind.CLASS,
        SyntaxKind.CLASS_HERITAGE,
        SyntaxKind.EXTENDS_CLAUSE,
        SyntaxKind.IMPLEMENTS_CLAUSE,
        SyntaxKind.CLASS_BODY,
        SyntaxKind.METHOD_DEFINITION,
        SyntaxKind.METHOD_SIGNATURE,
        SyntaxKind.ABSTRACT_METHOD_SIGNATURE,
        SyntaxKind.PUBLIC_FIELD_DEFINITION,
        SyntaxKind.CLASS_STATIC_BLOCK,
        SyntaxKind.DECORATOR,
        SyntaxKind.ENUM_DECLARATION,
        SyntaxKind.ENUM_BODY,
        SyntaxKind.ENUM_ASSIGNMENT,
        SyntaxKind.PROPERTY_IDENTIFIER,
        SyntaxKind.PRIVATE_PROPERTY_IDENTIFIER,
        SyntaxKind.COMPUTED_PROPERTY_NAME,
        SyntaxKind.INTERFACE_DECLARATION,
        SyntaxKind.TYPE_ALIAS_DECLARATION,
        SyntaxKind.MODULE,
        SyntaxKind.INTERNAL_MODULE,
        SyntaxKind.AMBIENT_DECLARATION,
        SyntaxKind.STATEMENT_BLOCK,
        SyntaxKind.EXPRESSION_STATEMENT,
        SyntaxKind.EMPTY_STATEMENT,
        SyntaxKind.IF_STATEMENT,
        SyntaxKind.ELSE_CLAUSE,
        SyntaxKind.FOR_STATEMENT,
        SyntaxKind.FOR_IN_STATEMENT,
        SyntaxKind.WHILE_STATEMENT,
        SyntaxKind.DO_STATEMENT,
        SyntaxKind.RETURN_STATEMENT,
        SyntaxKind.THROW_STATEMENT,
        SyntaxKind.BREAK_STATEMENT,
        SyntaxKind.CONTINUE_STATEMENT,
        SyntaxKind.DEBUGGER_STATEMENT,
        SyntaxKind.TRY_STATEMENT,
        SyntaxKind.CATCH_CLAUSE,
        SyntaxKind.FINALLY_CLAUSE,
        SyntaxKind.SWITCH_STATEMENT,
        SyntaxKind.SWITCH_BODY,
        SyntaxKind.SWITCH_CASE,
        SyntaxKind.SWITCH_DEFAULT,
        SyntaxKind.LABELED_STATEMENT,
        SyntaxKind.WITH_STATEMENT,
        SyntaxKind.CALL_EXPRESSION,
        SyntaxKind.NEW_EXPRESSION,
        SyntaxKind.ARGUMENTS,
        SyntaxKind.MEMBER_EXPRESSION,
        SyntaxKind.SUBSCRIPT_EXPRESSION,
        SyntaxKind.OBJECT,
        SyntaxKind.PAIR,
        SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER,
        SyntaxKind.SPREAD_ELEMENT,
        SyntaxKind.ARRAY,
        SyntaxKind.STRING,
        SyntaxKind.TEMPLATE_STRING,
        SyntaxKind.STRING_FRAGMENT,
        SyntaxKind.TEMPLATE_SUBSTITUTION,
        SyntaxKind.REGEX,
        SyntaxKind.NUMBER,
        SyntaxKind.IDENTIFIER,
        SyntaxKind.THIS,
        SyntaxKind.SUPER,
        SyntaxKind.TRUE,
        SyntaxKind.FALSE,
        SyntaxKind.NULL,
        SyntaxKind.UNDEFINED,
        SyntaxKind.IMPORT,
        SyntaxKind.META_PROPERTY,
        SyntaxKind.BINARY_EXPRESSION,
        SyntaxKind.UNARY_EXPRESSION,
        SyntaxKind.UPDATE_EXPRESSION,
        SyntaxKind.ASSIGNMENT_EXPRESSION,
        SyntaxKind.AUGMENTED_ASSIGNMENT_EXPRESSION,
        SyntaxKind.TERNARY_EXPRESSION,
        SyntaxKind.SEQUENCE_EXPRESSION,
        SyntaxKind.YIELD_EXPRESSION,
        SyntaxKind.AWAIT_EXPRESSION,
        SyntaxKind.PARENTHESIZED_EXPRESSION,
        SyntaxKind.AS_EXPRESSION,
        SyntaxKind.SATISFIES_EXPRESSION,
        SyntaxKind.NON_NULL_EXPRESSION,
        SyntaxKind.TYPE_ASSERTION,
        SyntaxKind.INSTANTIATION_EXPRESSION,
        SyntaxKind.OBJECT_PATTERN,
        SyntaxKind.ARRAY_PATTERN,
        SyntaxKind.ASSIGNMENT_PATTERN,
        SyntaxKind.OBJECT_ASSIGNMENT_PATTERN,
        SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN,
        SyntaxKind.PAIR_PATTERN,
        SyntaxKind.TYPE_ANNOTATION,
        SyntaxKind.TYPE_ARGUMENTS,
        SyntaxKind.TYPE_PARAMETERS,
        SyntaxKind.TYPE,
        SyntaxKind.OPERATOR,
        SyntaxKind.STATEMENT_IDENTIFIER,
        SyntaxKind.JSX_ELEMENT,
        SyntaxKind.JSX_SELF_CLOSING_ELEMENT,
        SyntaxKind.JSX_OPENING_ELEMENT,
        SyntaxKind.JSX_CLOSING_ELEMENT,
        SyntaxKind.JSX_ATTRIBUTE,
        SyntaxKind.JSX_EXPRESSION,
        SyntaxKind.JSX_TEXT,
        SyntaxKind.JSX_FRAGMENT,
        SyntaxKind.COMMENT,
        SyntaxKind.HASH_BANG_LINE,
        SyntaxKind.ERROR,
    };

    private Kind() {}

    static String name(int kind) {
        return NAMES[kind];
    }
}

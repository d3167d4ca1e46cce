package io.github.assaymark.facts.typescript;

import java.nio.charset.StandardCharsets;

/** Numbers of tokens: marks, then reserved words, then words that are reserved in some places only. */
abstract class Token {
    static final int EOF = 0;
    static final int UNKNOWN = 1;
    static final int NAME = 2;
    static final int PRIVATE = 3;
    static final int STRING = 4;
    static final int NUMBER = 5;
    static final int REGEX = 6;
    static final int TEMPLATE = 7;
    static final int TEMPLATE_HEAD = 8;
    static final int TEMPLATE_MIDDLE = 9;
    static final int TEMPLATE_TAIL = 10;
    static final int JSX_TEXT = 11;

    static final int OPEN_PAREN = 12;
    static final int OPEN_BRACKET = 13;
    static final int OPEN_BRACE = 14;
    static final int CLOSE_PAREN = 15;
    static final int CLOSE_BRACKET = 16;
    static final int CLOSE_BRACE = 17;

    static final int COMMA = 18;
    static final int SEMICOLON = 19;
    static final int COLON = 20;
    static final int DOT = 21;
    static final int ELLIPSIS = 22;
    static final int QUESTION = 23;
    static final int OPTIONAL_CHAIN = 24;
    static final int ARROW = 25;
    static final int AT = 26;
    static final int NOT = 27;
    static final int TILDE = 28;
    static final int INCREMENT = 29;
    static final int DECREMENT = 30;

    static final int ASSIGN = 31;
    static final int ADD_ASSIGN = 32;
    static final int SUB_ASSIGN = 33;
    static final int MUL_ASSIGN = 34;
    static final int DIV_ASSIGN = 35;
    static final int MOD_ASSIGN = 36;
    static final int POWER_ASSIGN = 37;
    static final int SHL_ASSIGN = 38;
    static final int SHR_ASSIGN = 39;
    static final int USHR_ASSIGN = 40;
    static final int AND_ASSIGN = 41;
    static final int OR_ASSIGN = 42;
    static final int XOR_ASSIGN = 43;
    static final int LOGICAL_AND_ASSIGN = 44;
    static final int LOGICAL_OR_ASSIGN = 45;
    static final int COALESCE_ASSIGN = 46;

    static final int COALESCE = 47;
    static final int LOGICAL_OR = 48;
    static final int LOGICAL_AND = 49;
    static final int OR = 50;
    static final int XOR = 51;
    static final int AND = 52;
    static final int EQ = 53;
    static final int NE = 54;
    static final int SAME = 55;
    static final int NOT_SAME = 56;
    static final int LT = 57;
    static final int GT = 58;
    static final int LE = 59;
    static final int GE = 60;
    static final int SHL = 61;
    static final int SHR = 62;
    static final int USHR = 63;
    static final int PLUS = 64;
    static final int MINUS = 65;
    static final int STAR = 66;
    static final int SLASH = 67;
    static final int PERCENT = 68;
    static final int POWER = 69;

    static final int FIRST_WORD = 70;
    static final int BREAK = 70;
    static final int CASE = 71;
    static final int CATCH = 72;
    static final int CLASS = 73;
    static final int CONST = 74;
    static final int CONTINUE = 75;
    static final int DEBUGGER = 76;
    static final int DEFAULT = 77;
    static final int DELETE = 78;
    static final int DO = 79;
    static final int ELSE = 80;
    static final int ENUM = 81;
    static final int EXPORT = 82;
    static final int EXTENDS = 83;
    static final int FALSE = 84;
    static final int FINALLY = 85;
    static final int FOR = 86;
    static final int FUNCTION = 87;
    static final int IF = 88;
    static final int IMPORT = 89;
    static final int IN = 90;
    static final int INSTANCEOF = 91;
    static final int NEW = 92;
    static final int NULL = 93;
    static final int RETURN = 94;
    static final int SUPER = 95;
    static final int SWITCH = 96;
    static final int THIS = 97;
    static final int THROW = 98;
    static final int TRUE = 99;
    static final int TRY = 100;
    static final int TYPEOF = 101;
    static final int VAR = 102;
    static final int VOID = 103;
    static final int WHILE = 104;
    static final int WITH = 105;

    static final int FIRST_CONTEXTUAL = 106;
    static final int ABSTRACT = 106;
    static final int ACCESSOR = 107;
    static final int AS = 108;
    static final int ASSERTS = 109;
    static final int ASYNC = 110;
    static final int AWAIT = 111;
    static final int DECLARE = 112;
    static final int DEFER = 113;
    static final int FROM = 114;
    static final int GET = 115;
    static final int GLOBAL = 116;
    static final int IMPLEMENTS = 117;
    static final int INFER = 118;
    static final int INTERFACE = 119;
    static final int IS = 120;
    static final int KEYOF = 121;
    static final int LET = 122;
    static final int MODULE = 123;
    static final int NAMESPACE = 124;
    static final int OF = 125;
    static final int OUT = 126;
    static final int OVERRIDE = 127;
    static final int PRIVATE_WORD = 128;
    static final int PROTECTED = 129;
    static final int PUBLIC = 130;
    static final int READONLY = 131;
    static final int REQUIRE = 132;
    static final int SATISFIES = 133;
    static final int SET = 134;
    static final int SOURCE = 135;
    static final int STATIC = 136;
    static final int TYPE = 137;
    static final int UNDEFINED = 138;
    static final int UNIQUE = 139;
    static final int USING = 140;
    static final int YIELD = 141;
    static final int COUNT = 142;

    private static final String[] WORDS =
            ("break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with"
                            + " abstract accessor as asserts async await declare defer from get global implements infer interface is keyof let module namespace of out override private protected public readonly require satisfies set source static type undefined unique using yield")
                    .split(" ");
    private static final int LONGEST = 10;
    private static final int MASK = 1023;
    private static final byte[][] SPELLING = new byte[MASK + 1][];
    private static final short[] NUMBER_OF = new short[MASK + 1];
    private static final byte[] PRECEDENCE = new byte[COUNT];

    static {
        for (int word = 0; word < WORDS.length; word++) {
            byte[] spelling = WORDS[word].getBytes(StandardCharsets.US_ASCII);
            int slot = slot(spelling, 0, spelling.length);
            while (SPELLING[slot] != null) slot = (slot + 1) & MASK;
            SPELLING[slot] = spelling;
            NUMBER_OF[slot] = (short) (FIRST_WORD + word);
        }
        int[][] levels = {
            {COALESCE},
            {LOGICAL_OR},
            {LOGICAL_AND},
            {OR},
            {XOR},
            {AND},
            {EQ, NE, SAME, NOT_SAME},
            {LT, GT, LE, GE, IN, INSTANCEOF, AS, SATISFIES},
            {SHL, SHR, USHR},
            {PLUS, MINUS},
            {STAR, SLASH, PERCENT},
            {POWER}
        };
        for (int level = 0; level < levels.length; level++)
            for (int token : levels[level]) PRECEDENCE[token] = (byte) (level + 1);
    }

    Token() {}

    private static int slot(byte[] bytes, int from, int to) {
        return (bytes[from] * 37 + bytes[from + 1] * 101 + bytes[to - 1] * 331 + (to - from) * 59) & MASK;
    }

    /** The word's token, {@link #NAME} for a word that means nothing anywhere. */
    static int word(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2 || length > LONGEST || bytes[from] < 'a') return NAME;
        for (int slot = slot(bytes, from, to); ; slot = (slot + 1) & MASK) {
            byte[] spelling = SPELLING[slot];
            if (spelling == null) return NAME;
            if (spelling.length == length && same(spelling, bytes, from)) return NUMBER_OF[slot];
        }
    }

    private static boolean same(byte[] spelling, byte[] bytes, int from) {
        for (int i = 0; i < spelling.length; i++) if (spelling[i] != bytes[from + i]) return false;
        return true;
    }

    /** Of a binary operator, higher binds closer; 0 for other tokens. */
    static int precedence(int token) {
        return PRECEDENCE[token];
    }

    /** Whether it may name a variable. */
    static boolean identifier(int token) {
        return token == NAME || token >= FIRST_CONTEXTUAL;
    }

    /** Whether it is a word, reserved or not. */
    static boolean word(int token) {
        return token == NAME || token >= FIRST_WORD;
    }

    static boolean assignment(int token) {
        return token >= ASSIGN && token <= COALESCE_ASSIGN;
    }

    static boolean closer(int token) {
        return token >= CLOSE_PAREN && token <= CLOSE_BRACE;
    }

    /** Whether a slash after it starts a regular expression, as far as that can be said without parsing. */
    static boolean beforeRegex(int token) {
        if (token == EOF || (token >= OPEN_PAREN && token <= OPEN_BRACE)) return true;
        if (token >= COMMA && token <= POWER) return token != INCREMENT && token != DECREMENT;
        return switch (token) {
            case RETURN, TYPEOF, CASE, IN, OF, DELETE, VOID, THROW, NEW, DO, ELSE, INSTANCEOF, YIELD, AWAIT -> true;
            default -> false;
        };
    }

    /** Whether it can only start a statement, not continue one, when it stands first on a line. */
    static boolean startsStatement(int token) {
        return switch (token) {
            case BREAK,
                    CLASS,
                    CONST,
                    CONTINUE,
                    DEBUGGER,
                    DO,
                    ENUM,
                    EXPORT,
                    FOR,
                    FUNCTION,
                    IF,
                    IMPORT,
                    RETURN,
                    SWITCH,
                    THROW,
                    TRY,
                    VAR,
                    WHILE,
                    AT,
                    LET,
                    INTERFACE,
                    NAMESPACE,
                    DECLARE,
                    ABSTRACT,
                    TYPE,
                    ASYNC -> true;
            default -> false;
        };
    }
}

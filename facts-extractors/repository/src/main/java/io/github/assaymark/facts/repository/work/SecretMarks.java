package io.github.assaymark.facts.repository.work;

/**
 * What a text holds at least when there is a credential of a form in it; almost all texts hold none of it, and need not
 * be searched for that form.
 */
record SecretMarks(boolean block, boolean url, boolean named, boolean bearer, boolean known, boolean random) {
    /** Of a text that must be searched for everything. */
    static final SecretMarks ALL = new SecretMarks(true, true, true, true, true, true);

    /** The shortest credential of a known form, {@code xoxb-} and eight more. */
    private static final int SHORTEST_KNOWN = 13;

    private static final int SHORTEST_RANDOM = 24;
    private static final String[] WORDS = {
        "passw", "passphrase", "secret", "token", "api", "private", "credential", "authorization"
    };
    private static final String[] SCHEMES = {"bearer", "basic"};

    /** What credentials of known forms begin with. */
    private static final String[] STARTS = {
        "sk_",
        "pk_",
        "rk_",
        "sk-",
        "gh",
        "github_pat_",
        "glpat-",
        "xox",
        "AKIA",
        "ASIA",
        "AIza",
        "ya29.",
        "npm_",
        "whsec_",
        "re_",
        "SG.",
        "eyJ"
    };

    /** Kinds of characters: those of random runs, those of known forms, quotes, digits, and first letters of words. */
    private static final byte[] KINDS = new byte[128];

    private static final int RANDOM = 1;
    private static final int KNOWN = 2;
    private static final int QUOTE = 4;
    private static final int DIGIT = 8;
    private static final int FIRST = 16;
    private static final int START = 32;

    static {
        for (char c = 0; c < KINDS.length; c++) {
            int kind = 0;
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter || digit || "+_=-".indexOf(c) >= 0) kind |= RANDOM | KNOWN;
            if (c == '.' || c == '/' || c == '~') kind |= KNOWN;
            if (c == '\'' || c == '"' || c == '`') kind |= QUOTE;
            if (digit) kind |= DIGIT;
            if ("pstacbPSTACB".indexOf(c) >= 0) kind |= FIRST;
            if ("sprgxAynweS".indexOf(c) >= 0) kind |= START;
            KINDS[c] = (byte) kind;
        }
    }

    static SecretMarks of(String text) {
        int run = 0;
        int longest = 0;
        int knownRun = 0;
        int longestKnown = 0;
        int digits = 0;
        boolean quote = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = c < 128 ? KINDS[c] : 0;
            run = (kind & RANDOM) == 0 ? 0 : run + 1;
            knownRun = (kind & KNOWN) == 0 ? 0 : knownRun + 1;
            if (run > longest) longest = run;
            if (knownRun > longestKnown) longestKnown = knownRun;
            if ((kind & DIGIT) != 0) digits++;
            quote |= (kind & QUOTE) != 0;
        }
        boolean block = text.contains("-----BEGIN ");
        boolean url = text.indexOf('@') >= 0 && text.contains("://");
        boolean named = quote && holds(text, WORDS);
        boolean bearer = longestKnown >= 8 && holds(text, SCHEMES);
        boolean known = longestKnown >= SHORTEST_KNOWN && begins(text);
        boolean random = longest >= SHORTEST_RANDOM && digits >= 3;
        return new SecretMarks(block, url, named, bearer, known, random);
    }

    boolean any() {
        return block || url || named || bearer || known || random;
    }

    /** Whether a text holds a word that names credentials. */
    static boolean speaks(String text) {
        return holds(text, WORDS);
    }

    private static boolean holds(String text, String[] words) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || (KINDS[c] & FIRST) == 0) continue;
            for (String word : words) {
                if ((c | 0x20) == word.charAt(0) && text.regionMatches(true, i, word, 0, word.length())) return true;
            }
        }
        return false;
    }

    /** Whether a credential of a known form may begin somewhere. */
    private static boolean begins(String text) {
        for (int i = 0; i <= text.length() - SHORTEST_KNOWN; i++) {
            char c = text.charAt(i);
            if (c >= 128 || (KINDS[c] & START) == 0) continue;
            for (String start : STARTS) if (c == start.charAt(0) && text.startsWith(start, i)) return true;
        }
        return false;
    }
}

package io.github.assaymark.facts.structured;

/** Finds template expressions. {@code ${{ … }}} is not one: workflow files hold it in ordinary YAML texts. */
final class Templates {
    private Templates() {}

    /** Whether an unquoted text holds an expression. */
    static boolean in(String text) {
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 2)) {
            if (at == 0 || text.charAt(at - 1) != '$') return true;
        }
        return false;
    }

    /** Whether the line at which reading stopped, or the one before, holds an expression. */
    static boolean before(SourceText source, int offset) {
        int end = source.text.indexOf('\n', Math.min(offset, source.length()));
        int start = source.text.lastIndexOf('\n', Math.max(0, Math.min(offset, source.length()) - 1));
        start = start <= 0 ? 0 : source.text.lastIndexOf('\n', start - 1) + 1;
        return in(source.text.substring(start, end < 0 ? source.length() : Math.max(start, end)));
    }
}

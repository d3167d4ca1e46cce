package io.github.assaymark.facts.repository.markdown;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An HTML or JSX tag, or an HTML comment.
 *
 * @param name as written; empty for fragments, {@code !--} for comments
 * @param start index of its {@code <}
 * @param end index after its {@code >}
 */
record Tag(String name, boolean closing, boolean selfClosing, String attributes, int start, int end) {
    private static final int MAX_LENGTH = 20_000;

    private static final Set<String> HTML = Set.of(
            "a",
            "abbr",
            "address",
            "article",
            "aside",
            "audio",
            "b",
            "bdi",
            "bdo",
            "blockquote",
            "body",
            "br",
            "button",
            "canvas",
            "caption",
            "center",
            "cite",
            "code",
            "col",
            "colgroup",
            "data",
            "datalist",
            "dd",
            "del",
            "details",
            "dfn",
            "dialog",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "fieldset",
            "figcaption",
            "figure",
            "font",
            "footer",
            "form",
            "g",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hgroup",
            "hr",
            "html",
            "i",
            "iframe",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
            "legend",
            "li",
            "link",
            "main",
            "map",
            "mark",
            "menu",
            "meta",
            "meter",
            "nav",
            "noscript",
            "object",
            "ol",
            "optgroup",
            "option",
            "output",
            "p",
            "param",
            "path",
            "picture",
            "pre",
            "progress",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "script",
            "section",
            "select",
            "slot",
            "small",
            "source",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "summary",
            "sup",
            "svg",
            "table",
            "tbody",
            "td",
            "template",
            "textarea",
            "tfoot",
            "th",
            "thead",
            "time",
            "title",
            "tr",
            "tt",
            "u",
            "ul",
            "var",
            "video",
            "wbr");

    /** The tag at an index that holds {@code <}; null when there is none. */
    static @Nullable Tag at(String text, int start) {
        if (text.startsWith("<!--", start)) {
            int end = text.indexOf("-->", start + 4);
            return new Tag("!--", false, true, "", start, end < 0 ? text.length() : end + 3);
        }
        int i = start + 1;
        boolean closing = i < text.length() && text.charAt(i) == '/';
        if (closing) i++;
        int nameStart = i;
        if (i < text.length() && !Character.isLetter(text.charAt(i)) && text.charAt(i) != '>') return null;
        while (i < text.length() && isName(text.charAt(i))) i++;
        String name = text.substring(nameStart, i);
        if (i < text.length() && !Character.isWhitespace(text.charAt(i)) && "/>{".indexOf(text.charAt(i)) < 0)
            return null;
        int limit = Math.min(text.length(), start + MAX_LENGTH);
        int attributes = i;
        int braces = 0;
        char quote = 0;
        for (; i < limit; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) quote = 0;
                else if (c == '\\' && braces > 0) i++;
            } else if (c == '"'
                    || (c == '\'' && (braces > 0 || text.charAt(i - 1) == '='))
                    || (c == '`' && braces > 0)) {
                quote = c;
            } else if (c == '{') {
                braces++;
            } else if (c == '}') {
                braces--;
            } else if (c == '>' && braces <= 0) {
                boolean selfClosing = text.charAt(i - 1) == '/' && !closing;
                return new Tag(name, closing, selfClosing, text.substring(attributes, i), start, i + 1);
            } else if (c == '<' && braces <= 0) {
                return null;
            }
        }
        return null;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':';
    }

    /** Whether it is an element of HTML. */
    boolean html() {
        return HTML.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The names of all closing tags of a text. */
    static Set<String> closed(String text) {
        Set<String> names = new HashSet<>();
        for (int at = text.indexOf("</"); at >= 0; at = text.indexOf("</", at + 2)) {
            int end = at + 2;
            while (end < text.length() && isName(text.charAt(end))) end++;
            names.add(text.substring(at + 2, end));
        }
        return names;
    }

    /** Whether it looks like {@code <your-service>}: no element, no attributes, not among the names that are closed. */
    boolean leftOver(Set<String> closed) {
        return !closing
                && !selfClosing
                && !html()
                && attributes.isBlank()
                && !name.isEmpty()
                && !name.equals("!--")
                && name.indexOf(':') < 0
                && !closed.contains(name);
    }

    /** The value of an attribute in quotes; null when there is none. */
    @Nullable
    String attribute(String key) {
        int at = -1;
        while (true) {
            at = attributes.indexOf(key, at + 1);
            if (at < 0) return null;
            int i = at + key.length();
            boolean alone = at == 0 || Character.isWhitespace(attributes.charAt(at - 1));
            while (i < attributes.length() && Character.isWhitespace(attributes.charAt(i))) i++;
            if (!alone || i >= attributes.length() || attributes.charAt(i) != '=') continue;
            i++;
            while (i < attributes.length()
                    && (Character.isWhitespace(attributes.charAt(i)) || attributes.charAt(i) == '{')) {
                i++;
            }
            if (i >= attributes.length()) return null;
            char quote = attributes.charAt(i);
            if (quote != '"' && quote != '\'') return null;
            int end = attributes.indexOf(quote, i + 1);
            return end < 0 ? null : attributes.substring(i + 1, end);
        }
    }
}

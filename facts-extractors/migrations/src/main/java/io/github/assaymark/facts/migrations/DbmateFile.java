package io.github.assaymark.facts.migrations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The markers of a file of dbmate (its documentation, Migration Options). */
final class DbmateFile {
    private static final Pattern UP = Pattern.compile("(?m)^--[ \\t]*migrate:up([ \\t][^\\r\\n]*)?\\r?$");
    private static final Pattern DOWN = Pattern.compile("(?m)^--[ \\t]*migrate:down([ \\t][^\\r\\n]*)?\\r?$");

    private DbmateFile() {}

    static boolean marked(String text) {
        return text.contains("migrate:up") && UP.matcher(text).find();
    }

    /** One of its parts; null when it has none of this kind. */
    static @Nullable Section part(String text, boolean up) {
        Matcher begin = (up ? UP : DOWN).matcher(text);
        if (!begin.find()) return null;
        Matcher other = (up ? DOWN : UP).matcher(text);
        int end = other.find(begin.end()) ? other.start() : text.length();
        String options = begin.group(1) == null ? "" : begin.group(1).replace(" ", "");
        return Section.of(Blank.outside(text, begin.end(), end), !options.contains("transaction:false"));
    }
}

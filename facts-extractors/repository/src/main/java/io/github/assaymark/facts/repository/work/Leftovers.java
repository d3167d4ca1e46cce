package io.github.assaymark.facts.repository.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a template left behind, in prose and in values: TBD, TODO, {@code <your-service>}, lorem ipsum. */
public final class Leftovers {
    private static final int MAX_LOOKED_AT = 100_000;

    /** Empty values people write when they have nothing to say. */
    private static final Set<String> NOTHING =
            Set.of("-", "--", "---", "\u2013", "\u2014", "?", "??", "???", "...", "\u2026", "n/a", "na", "none yet");

    /** Whole texts, in lower case and without a period at the end. */
    private static final Set<String> WHOLE = Set.of(
            "tbd",
            "tbc",
            "tba",
            "todo",
            "fixme",
            "xxx",
            "coming soon",
            "placeholder",
            "to be determined",
            "to be decided",
            "to be defined",
            "to be done",
            "to be written",
            "to be added",
            "to be announced",
            "to be confirmed",
            "to be completed",
            "to be filled in",
            "fill me in",
            "fill in",
            "changeme",
            "change me",
            "change-me",
            "change_me",
            "replace me",
            "replaceme",
            "replace-me",
            "replace_me");

    /** How values of a manifest begin that are left-overs; in prose such words may begin a sentence. */
    private static final Pattern VALUE_BEGINS =
            Pattern.compile("(?i)(todo|tbd|tbc|fixme)\\s*[:(].*|@?your[-_ ].*", Pattern.DOTALL);

    /** What makes a value of a manifest a left-over wherever it stands. */
    private static final Pattern VALUE_HOLDS =
            Pattern.compile("(?i)^@?<[^<>]+>$|<your[a-z0-9_ -]*>|<[a-z0-9]+([ _-][a-z0-9]+)+>");

    private static final int VALUE_LOOKED_AT = 1_000;

    private static final Pattern MARKS = Pattern.compile("(?<![\\w/-])(TBD|TBC|TBA)(?![\\w/-])"
            + "|(?<![\\w/-])(TODO|FIXME|XXX)(?![\\w/-])"
            + "|(?i:\\blorem ipsum\\b)"
            + "|(?<!\\w)@your[-_][a-z0-9_-]+"
            + "|(?i:\\[(?:your|insert|add|describe|fill in|replace)\\b[^\\]\\n]{0,80}\\])"
            + "|<(?i:your|insert|replace|my)[ _-][^<>\\n]{0,80}>"
            + "|<(?i:todo|tbd|placeholder|name|service|team|owner|handle|date|link|url|version|org)>"
            + "|\\{\\{? ?(?i:your|insert|todo|placeholder)[ _-]?[^{}\\n]{0,80}\\}\\}?");

    /** One of these is in everything the pattern finds; most prose holds none. */
    private static final List<String> HINTS =
            List.of("TB", "TODO", "FIXME", "XXX", "orem", "OREM", "@your", "[", "<", "{");

    /** After these words a TODO is spoken about. */
    private static final Pattern SPOKEN_ABOUT = Pattern.compile(
            "^s?\\s+(?i:comments?|markers?|items?|lists?|notes?|or|and|entries|in|is|are|must|should|may|left|remains?)\\b");

    private Leftovers() {}

    /**
     * A left-over.
     *
     * @param at index of its first character
     */
    public record Found(String text, int at) {}

    /** Whether a value as a whole is empty or a left-over. */
    public static boolean whole(@Nullable String value) {
        if (value == null) return true;
        String text = plain(value);
        if (text.isEmpty() || NOTHING.contains(text) || WHOLE.contains(text)) return true;
        String stripped = value.strip();
        if (text.startsWith("tbd") || text.startsWith("todo") || text.startsWith("tbc")) {
            if (text.length() == 3 || !Character.isLetterOrDigit(text.charAt(text.startsWith("todo") ? 4 : 3)))
                return true;
        }
        Matcher marks = MARKS.matcher(stripped);
        if (marks.lookingAt() && marks.end() == stripped.length()) return true;
        boolean bracketed = stripped.startsWith("<") && stripped.endsWith(">");
        return bracketed && !stripped.contains(":") && !stripped.contains("@");
    }

    /** Whether a value of a manifest is empty or a left-over; names such as {@code todo-list} are neither. */
    public static boolean value(String value) {
        String text = plain(value);
        if (text.isEmpty() || NOTHING.contains(text) || WHOLE.contains(text)) return true;
        String stripped = value.strip();
        String looked = stripped.length() > VALUE_LOOKED_AT ? stripped.substring(0, VALUE_LOOKED_AT) : stripped;
        return VALUE_BEGINS.matcher(looked).matches()
                || VALUE_HOLDS.matcher(looked).find();
    }

    private static String plain(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        while (text.endsWith(".") && text.length() > 1 && !text.endsWith("..")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.length() > 2
                && "([_*".indexOf(text.charAt(0)) >= 0
                && ")]_*".indexOf(text.charAt(text.length() - 1)) >= 0)
            text = text.substring(1, text.length() - 1).strip();
        return text;
    }

    /**
     * The left-overs of a piece of prose, in order.
     *
     * @param standsAlone whether the piece is a paragraph or list item, where a lone dash or n/a is one, too
     */
    public static List<Found> in(String prose, boolean standsAlone) {
        String text = prose.length() > MAX_LOOKED_AT ? prose.substring(0, MAX_LOOKED_AT) : prose;
        List<Found> found = new ArrayList<>();
        String plain = plain(text);
        if (WHOLE.contains(plain) || (standsAlone && NOTHING.contains(plain))) {
            found.add(
                    new Found(text.strip(), text.length() - text.stripLeading().length()));
            return found;
        }
        if (HINTS.stream().noneMatch(text::contains)) return found;
        Matcher marks = MARKS.matcher(text);
        while (marks.find()) {
            if (marks.group(2) != null && !meant(text, marks.start(), marks.end())) continue;
            found.add(new Found(marks.group().replace('\n', ' '), marks.start()));
        }
        return found;
    }

    /** Whether TODO is a note to do something, not a word of a sentence about such notes. */
    private static boolean meant(String text, int start, int end) {
        String after = text.substring(end, Math.min(text.length(), end + 40));
        if (SPOKEN_ABOUT.matcher(after).find() || after.startsWith("/") || after.startsWith("s ")) return false;
        String before = text.substring(0, start).stripTrailing();
        boolean first = before.isEmpty()
                || ".!?:|(-\u2013\u2014[\n".indexOf(before.charAt(before.length() - 1)) >= 0
                || text.substring(0, start).endsWith("\n");
        String rest = after.stripLeading();
        boolean last = rest.isEmpty() || rest.startsWith(":") || rest.startsWith("(") || rest.startsWith("]");
        return first || last;
    }
}

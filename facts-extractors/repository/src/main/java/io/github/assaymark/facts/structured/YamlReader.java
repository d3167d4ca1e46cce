package io.github.assaymark.facts.structured;

import io.github.assaymark.model.extract.Limits;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML from SnakeYAML's stream of events, the one Jackson's YAML parser sits on. Jackson's own tokens are not
 * used: they decode numbers of any length on the way, lose style, tag and anchor of keys, and refuse keys that are
 * aliases or collections.
 */
final class YamlReader {
    private static final String TEXT_TAG = "tag:yaml.org,2002:str";

    private final SourceText source;
    private final TreeBuilder tree;
    private int documents;
    private boolean templated;

    YamlReader(SourceText source, Limits limits) {
        this.source = source;
        this.tree = new TreeBuilder(source, limits, true);
    }

    LocatedTree read() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            ParserImpl parser = new ParserImpl(new CodePointReader(source.text), options);
            Event event = parser.getEvent();
            while (event != null && !event.is(Event.ID.StreamEnd)) {
                take(event);
                event = parser.getEvent();
            }
            return tree.tree(0, templated);
        } catch (TreeBuilder.LimitPassed passed) {
            return broken(Problem.Kind.LIMIT, passed.offset, passed.offset, passed.getMessage());
        } catch (MarkedYAMLException e) {
            int offset = offset(e.getProblemMark());
            return broken(Problem.Kind.SYNTAX, offset, damage(e, offset), problem(e));
        } catch (ReaderException e) {
            int offset = source.offsetOfCodePoint(e.getPosition());
            return broken(
                    Problem.Kind.SYNTAX,
                    offset,
                    offset,
                    String.format("the character U+%04X is not allowed", e.getCodePoint()));
        } catch (RuntimeException e) {
            // SnakeYAML lets some malformed escapes and tags through to the class library
            return broken(Problem.Kind.SYNTAX, source.length(), tree.lastOffset(), "not understood");
        }
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> tree.startDocument(documents++);
            case Alias -> tree.alias(((AliasEvent) event).getAnchor(), start(event), end(event));
            case Scalar -> scalar((ScalarEvent) event);
            case MappingStart -> collection(LocatedNode.Kind.MAP, (CollectionStartEvent) event);
            case SequenceStart -> collection(LocatedNode.Kind.LIST, (CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> tree.end(end(event));
            default -> {}
        }
    }

    private void collection(LocatedNode.Kind kind, CollectionStartEvent event) {
        boolean flow = event.isFlow();
        int start = afterProperties(start(event), event.getAnchor() != null || event.getTag() != null);
        if (flow && source.text.startsWith("{{", start)) templated(start);
        tree.start(kind, flow ? Style.FLOW : Style.BLOCK, start, event.getAnchor(), event.getTag());
    }

    private void scalar(ScalarEvent event) {
        String text = event.getValue();
        Style style = style(event.getScalarStyle());
        String tag = "!".equals(event.getTag()) ? TEXT_TAG : event.getTag();
        Looks looks = tag == null || (style == Style.PLAIN && !tag.equals(TEXT_TAG)) ? looks(style, text) : Looks.TEXT;
        int start = afterProperties(start(event), event.getAnchor() != null || event.getTag() != null);
        if (style == Style.PLAIN && Templates.in(text)) templated(start);
        LocatedNode.Kind kind = looks == Looks.NOTHING ? LocatedNode.Kind.NULL : LocatedNode.Kind.SCALAR;
        tree.scalar(kind, style, text, looks, start, end(event, style), event.getAnchor(), tag);
    }

    private static Looks looks(Style style, String text) {
        return style == Style.PLAIN ? Looks.ofPlain(text) : Looks.TEXT;
    }

    private static Style style(DumperOptions.ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
            default -> Style.PLAIN;
        };
    }

    private void templated(int offset) {
        if (!templated) tree.problem(Problem.Kind.TEMPLATED, offset, "a template expression outside of quotes");
        templated = true;
    }

    /** The offset behind anchors, tags, blanks and comments, where there are any. */
    private int afterProperties(int start, boolean any) {
        if (!any) return start;
        int at = start;
        while (at < source.length()) {
            char c = source.at(at);
            if (c == '&' || c == '!') {
                while (at < source.length() && !isBlank(source.at(at)) && !endsProperty(source.at(at))) at++;
            } else if (c == '#') {
                while (at < source.length() && source.at(at) != '\n' && source.at(at) != '\r') at++;
            } else if (isBlank(c)) {
                at++;
            } else {
                return at;
            }
        }
        return start;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean endsProperty(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    /** A block's end mark lies behind the empty lines after it. */
    private int end(Event event, Style style) {
        int end = end(event);
        if (style == Style.LITERAL || style == Style.FOLDED) {
            while (end > 0 && isBlank(source.at(end - 1))) end--;
        }
        return end;
    }

    private int offset(@Nullable Mark mark) {
        return mark == null ? source.length() : source.offsetOfCodePoint(mark.getIndex());
    }

    /** Unclosed quotes are noticed at the end of the file, but the damage begins where they open. */
    private int damage(MarkedYAMLException e, int offset) {
        String context = e.getContext();
        boolean opened = context != null && (context.startsWith("while scanning") || context.contains("flow"));
        return opened && e.getContextMark() != null ? Math.min(offset, offset(e.getContextMark())) : offset;
    }

    private static @Nullable String problem(MarkedYAMLException e) {
        String problem = e.getProblem();
        int advice = problem == null ? -1 : problem.indexOf(". (Do not use");
        return problem == null || advice < 0 ? problem : problem.substring(0, advice);
    }

    private LocatedTree broken(Problem.Kind kind, int offset, int damagedFrom, @Nullable String message) {
        int damage = Math.min(damagedFrom, tree.breakOff(offset));
        tree.problem(kind, offset, message == null ? "not understood" : message);
        if (kind == Problem.Kind.SYNTAX && !templated && Templates.before(source, offset)) templated(offset);
        return tree.tree(source.lineOf(damage), templated);
    }
}

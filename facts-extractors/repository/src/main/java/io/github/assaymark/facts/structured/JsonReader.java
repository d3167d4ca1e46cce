package io.github.assaymark.facts.structured;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON and JSONC from Jackson's stream of tokens. */
final class JsonReader {
    // names are not interned: a hostile file must not fill a table that outlives it
    private static final JsonFactory PLAIN = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final JsonFactory COMMENTED = ((JsonFactoryBuilder) PLAIN.rebuild())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final SourceText source;
    private final boolean comments;
    private final TreeBuilder tree;

    JsonReader(SourceText source, Limits limits, boolean comments) {
        this.source = source;
        this.comments = comments;
        this.tree = new TreeBuilder(source, limits, false);
    }

    LocatedTree read() {
        try (JsonParser parser = (comments ? COMMENTED : PLAIN).createParser(source.text.toCharArray())) {
            JsonToken token = parser.nextToken();
            if (token == null) return broken(Problem.Kind.SYNTAX, 0, "there is nothing in it");
            for (; token != null; token = parser.nextToken()) {
                if (tree.documents() > 0) {
                    return broken(Problem.Kind.SYNTAX, offset(parser), "something stands after the end of the value");
                }
                take(parser, token);
            }
            return tree.tree(0, false);
        } catch (TreeBuilder.LimitPassed passed) {
            return broken(Problem.Kind.LIMIT, passed.offset, passed.getMessage());
        } catch (JsonProcessingException e) {
            return broken(Problem.Kind.SYNTAX, offset(e.getLocation()), e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            return broken(Problem.Kind.SYNTAX, tree.lastOffset(), "not understood");
        }
    }

    private void take(JsonParser parser, JsonToken token) throws IOException {
        int start = offset(parser);
        switch (token) {
            case START_OBJECT -> tree.start(LocatedNode.Kind.MAP, Style.FLOW, start, null, null);
            case START_ARRAY -> tree.start(LocatedNode.Kind.LIST, Style.FLOW, start, null, null);
            case END_OBJECT, END_ARRAY -> tree.end(start + 1);
            case FIELD_NAME -> text(parser.currentName(), start);
            case VALUE_STRING -> text(parser.getText(), start);
            case VALUE_NULL -> plain(LocatedNode.Kind.NULL, "null", Looks.NOTHING, start);
            case VALUE_TRUE, VALUE_FALSE -> plain(LocatedNode.Kind.SCALAR, parser.getText(), Looks.BOOLEAN, start);
            case VALUE_NUMBER_INT -> plain(LocatedNode.Kind.SCALAR, parser.getText(), Looks.INTEGER, start);
            default -> plain(LocatedNode.Kind.SCALAR, parser.getText(), Looks.DECIMAL, start);
        }
    }

    private void text(String text, int start) {
        tree.scalar(
                LocatedNode.Kind.SCALAR, Style.DOUBLE_QUOTED, text, Looks.TEXT, start, afterQuotes(start), null, null);
    }

    private void plain(LocatedNode.Kind kind, String text, Looks looks, int start) {
        tree.scalar(kind, Style.PLAIN, text, looks, start, start + text.length(), null, null);
    }

    private int afterQuotes(int start) {
        for (int i = start + 1; i < source.length(); i++) {
            char c = source.at(i);
            if (c == '\\') i++;
            else if (c == '"') return i + 1;
        }
        return source.length();
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int offset(@Nullable JsonLocation place) {
        return place == null || place.getCharOffset() < 0 ? source.length() : (int) place.getCharOffset();
    }

    private LocatedTree broken(Problem.Kind kind, int offset, @Nullable String message) {
        tree.breakOff(offset);
        String first =
                message == null ? "not understood" : message.lines().findFirst().orElse("not understood");
        int note = first.indexOf(" (start marker at");
        tree.problem(kind, offset, note < 0 ? first : first.substring(0, note));
        return tree.tree(source.lineOf(offset), Templates.before(source, offset));
    }
}

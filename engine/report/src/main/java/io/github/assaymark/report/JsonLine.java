package io.github.assaymark.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text into maps, lists, texts, {@link Long}s, booleans and null. */
final class JsonLine {
    private static final int MAX_DEPTH = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(20)
                    .maxStringLength(64 << 20)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonLine() {}

    /**
     * The tree of a text.
     *
     * @throws Mismatch when it is no JSON, holds a fraction, repeats a key, or is too deep
     */
    static @Nullable Object read(String text) throws Mismatch {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) throw new Mismatch("the line is empty");
            Object tree = value(parser);
            if (parser.nextToken() != null) throw new Mismatch("text follows the JSON value");
            return tree;
        } catch (IOException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new Mismatch(
                    "not JSON: " + Visible.of(message.lines().findFirst().orElse(message)));
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException, Mismatch {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case START_ARRAY -> list(parser);
            case START_OBJECT -> map(parser);
            default -> throw new Mismatch("a number with a fraction, which facts cannot hold: " + parser.getText());
        };
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException, Mismatch {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) list.add(value(parser));
        return list;
    }

    private static Map<String, @Nullable Object> map(JsonParser parser) throws IOException, Mismatch {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }
}

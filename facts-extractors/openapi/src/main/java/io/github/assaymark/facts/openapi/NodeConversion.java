package io.github.assaymark.facts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import java.math.BigDecimal;

/** Our tree as the one Swagger Parser reads: aliases expanded, YAML 1.2 types, the last of repeated keys. */
final class NodeConversion {
    /** More values than this come of aliases only. */
    private static final int MAX_VALUES = 2_000_000;

    private static final int MAX_DIGITS = 300;

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private int values;

    /** Aliases make the tree too large. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too large when its aliases are expanded", null, false, false);
        }
    }

    /** Throws {@link TooLarge}. */
    JsonNode of(LocatedNode node) {
        if (++values > MAX_VALUES) throw new TooLarge();
        return switch (node.kind()) {
            case NULL -> nodes.nullNode();
            case SCALAR -> scalar(node);
            case LIST -> {
                ArrayNode list = nodes.arrayNode(node.items().size());
                for (LocatedNode item : node.items()) list.add(of(item));
                yield list;
            }
            case MAP -> {
                ObjectNode map = nodes.objectNode();
                for (LocatedEntry entry : node.entries()) map.set(entry.key(), of(entry.value()));
                yield map;
            }
        };
    }

    private JsonNode scalar(LocatedNode node) {
        String text = node.text();
        return switch (node.looks()) {
            case BOOLEAN -> nodes.booleanNode(text.equalsIgnoreCase("true"));
            case INTEGER -> integer(text);
            case DECIMAL -> decimal(text);
            default -> nodes.textNode(text);
        };
    }

    private JsonNode integer(String text) {
        boolean plain = text.indexOf('x') < 0 && text.indexOf('o') < 0;
        if (!plain || text.length() > MAX_DIGITS) return nodes.textNode(text);
        if (text.length() > 18) return nodes.numberNode(new BigDecimal(text).toBigInteger());
        long number = Long.parseLong(text);
        return number == (int) number ? nodes.numberNode((int) number) : nodes.numberNode(number);
    }

    private JsonNode decimal(String text) {
        if (text.length() > MAX_DIGITS) return nodes.textNode(text);
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MAX_DIGITS ? nodes.textNode(text) : nodes.numberNode(number);
        } catch (NumberFormatException e) {
            return nodes.textNode(text);
        }
    }
}

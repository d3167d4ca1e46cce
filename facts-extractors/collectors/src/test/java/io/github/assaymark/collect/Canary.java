package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Plants random tokens in answers, wherever nothing is to be copied from. */
final class Canary {
    final List<String> planted = new ArrayList<>();
    private final Random random = new Random(Long.getLong("assay.seed", System.nanoTime()));

    String token() {
        StringBuilder token = new StringBuilder("kanari");
        for (int i = 0; i < 16; i++) token.append((char) ('a' + random.nextInt(26)));
        planted.add(token.toString());
        return token.toString();
    }

    /** The document with a token for every {@code KANARI}. */
    String filled(String json) {
        String text = json;
        while (text.contains("KANARI")) text = text.replaceFirst("KANARI", token());
        return text;
    }

    /** The document with values that nobody lists in every object, and a token for every {@code KANARI}. */
    String stuffed(String json) {
        LocatedNode root = LocatedTree.json(json, Limits.DEFAULT).root();
        if (root == null) throw new AssertionError("no JSON: " + json);
        return stuffed(root);
    }

    private String stuffed(LocatedNode node) {
        if (node.isList())
            return "["
                    + String.join(", ", node.items().stream().map(this::stuffed).toList()) + "]";
        if (!node.isMap()) return JsonText.scalar(node, filled(node.text()));
        List<String> fields = new ArrayList<>();
        for (LocatedEntry entry : node.entries())
            fields.add(JsonText.quoted(entry.key()) + ": " + stuffed(entry.value()));
        fields.add("\"password\": \"" + token() + "\"");
        fields.add("\"unheard\": {\"of\": [{\"deep\": \"" + token() + "\"}, \"" + token() + "\", 7]}");
        if (node.get("html_url") == null)
            fields.add("\"html_url\": \"https://u:" + token() + "@example.org/?k=" + token() + "\"");
        return "{" + String.join(", ", fields) + "}";
    }

    /** The tokens in a text, as they are or encoded. */
    List<String> in(String text) {
        return planted.stream()
                .filter(token -> text.contains(token)
                        || text.contains(Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }
}

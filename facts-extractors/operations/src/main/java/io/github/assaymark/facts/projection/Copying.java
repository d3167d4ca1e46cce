package io.github.assaymark.facts.projection;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.extract.Limits;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies the listed fields of one document. Where a value is of another kind than the one that is listed, null is left
 * in its place, so that a reader sees that there was something that it does not know. Used by one thread.
 */
final class Copying {
    /** A document may grow through aliases of YAML: there is an end to that. */
    private static final int MAX_TEXT = 16 << 20;

    /** Ids of commits and digests look like keys, and are none. */
    private static final Pattern IDENTITY =
            Pattern.compile("(?:sha(?:1|256|512)[:-]|git-|v?\\d{1,6}(?:\\.\\d{1,6}){0,3}[-+.])?[0-9a-f]{7,128}");

    private final Limits limits;
    private final StringBuilder out = new StringBuilder();
    private int redactions;
    private int dropped;

    Copying(Limits limits) {
        this.limits = limits;
    }

    Projected copy(String body, Shape.Inner format, Shape shape) {
        document(body, format, shape);
        return new Projected(out.toString(), redactions, dropped);
    }

    private void document(String body, Shape.Inner format, Shape shape) {
        LocatedTree tree = format == Shape.Inner.JSON ? LocatedTree.json(body, limits) : LocatedTree.yaml(body, limits);
        Problem fatal = tree.fatal();
        LocatedNode root = tree.root();
        if (fatal != null || root == null || tree.documents().size() != 1)
            throw new UnreadableAnswerException("the answer is no " + format
                    + (fatal == null ? "" : ": line " + fatal.line() + ", column " + fatal.column()));
        value(root, shape);
    }

    private void value(LocatedNode node, @Nullable Shape shape) {
        if (out.length() > MAX_TEXT) throw new UnreadableAnswerException("the answer is too large when it is copied");
        if (shape == null) {
            dropped++;
            out.append("null");
        } else if (node.isNull()) {
            out.append("null");
        } else if (shape.present()) {
            presence(node);
        } else if (node.isMap() && shape.isMap()) {
            map(node, shape);
        } else if (node.isList() && shape.items() != null) {
            out.append('[');
            String comma = "";
            for (LocatedNode item : node.items()) {
                out.append(comma);
                value(item, shape.items());
                comma = ", ";
            }
            out.append(']');
        } else if (node.isScalar() && shape.inside() != null && shape.inner() != null) {
            inner(node.text(), shape.inner(), shape.inside());
        } else if (node.isScalar() && shape.copied()) {
            out.append(JsonText.scalar(node, cleaned(node.text())));
        } else {
            dropped++;
            out.append("null");
        }
    }

    private void map(LocatedNode node, Shape shape) {
        Set<String> written = new HashSet<>();
        out.append('{');
        String comma = "";
        for (LocatedEntry entry : node.entries()) {
            Shape of = shape.field(entry.key());
            if (of == null) dropped++;
            // The last one of a repeated key is the one that counts.
            else if (written.add(entry.key())) {
                LocatedNode value = node.get(entry.key());
                out.append(comma).append(JsonText.quoted(entry.key())).append(": ");
                value(value == null ? entry.value() : value, of);
                comma = ", ";
            }
        }
        out.append('}');
    }

    private void presence(LocatedNode node) {
        dropped++;
        if (node.isMap()) out.append("{}");
        else if (node.isScalar()) out.append("true");
        else {
            out.append('[');
            String comma = "";
            for (LocatedNode item : node.items()) {
                out.append(comma).append(item.isNull() ? "null" : "{}");
                comma = ", ";
            }
            out.append(']');
        }
    }

    private void inner(String text, Shape.Inner format, Shape shape) {
        Copying inside = new Copying(limits);
        inside.document(text, format, shape);
        redactions += inside.redactions;
        dropped += inside.dropped;
        out.append(JsonText.quoted(inside.out.toString()));
    }

    private String cleaned(String text) {
        if (IDENTITY.matcher(text).matches()) return text;
        String without = Secrets.redacted(text);
        if (!without.equals(text)) redactions++;
        return without;
    }
}

package io.github.assaymark.facts.repository.statements;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes entries into YAML files of attestations and waivers. What is there stays as it is, comments too. */
public final class StatementText {
    private StatementText() {}

    /**
     * The file with one more entry at its end.
     *
     * @param present text of the file; null or blank for a new one
     * @param list key of the list, for example {@code waivers}
     * @param fields of the entry, in order
     * @throws IllegalArgumentException when the entry cannot be put behind the others without changing them, with the
     *     reason
     */
    public static String appended(@Nullable String present, String list, Map<String, String> fields) {
        if (present == null || present.isBlank()) return list + ":\n" + entry("  ", fields);
        List<LocatedNode> before = entries(present, list);
        String start = present.endsWith("\n") ? present : present + "\n";
        String appended = start + entry(indentation(before), fields);
        List<LocatedNode> after;
        try {
            after = entries(appended, list);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its list does not end the file", e);
        }
        if (after.size() != before.size() + 1) throw new IllegalArgumentException("its list does not end the file");
        for (int i = 0; i < before.size(); i++)
            if (!before.get(i).span().equals(after.get(i).span()))
                throw new IllegalArgumentException("its list does not end the file");
        return appended;
    }

    private static List<LocatedNode> entries(String text, String list) {
        LocatedTree tree = LocatedTree.yaml(text, Limits.DEFAULT);
        LocatedNode root = tree.root();
        if (!tree.complete() || root == null || tree.documents().size() != 1)
            throw new IllegalArgumentException("it is no YAML that can be read");
        LocatedNode entries = root.isMap() ? root.get(list) : root;
        if (entries == null || !entries.isList() || entries.items().isEmpty())
            throw new IllegalArgumentException("it holds no list of " + list);
        if (text.charAt(offset(text, entries.items().get(0)) - 2) != '-')
            throw new IllegalArgumentException("its list is not written with a dash before each entry");
        return entries.items();
    }

    private static int offset(String text, LocatedNode node) {
        int offset = 0;
        for (int line = 1; line < node.span().startLine(); line++) offset = text.indexOf('\n', offset) + 1;
        return Math.max(2, offset + node.span().startColumn() - 1);
    }

    /** What stands before the dashes. */
    private static String indentation(List<LocatedNode> entries) {
        return " ".repeat(Math.max(0, entries.get(0).span().startColumn() - 3));
    }

    private static String entry(String indentation, Map<String, String> fields) {
        StringBuilder entry = new StringBuilder();
        fields.forEach((key, value) -> {
            String lead = entry.isEmpty() ? "- " : "  ";
            entry.append(indentation)
                    .append(lead)
                    .append(key)
                    .append(": ")
                    .append(quoted(value))
                    .append('\n');
        });
        return entry.toString();
    }

    private static String quoted(String value) {
        for (int i = 0; i < value.length(); i++)
            if (Character.isISOControl(value.charAt(i)) || value.charAt(i) == 0x2028 || value.charAt(i) == 0x2029)
                throw new IllegalArgumentException("a text of several lines, or with control characters");
        boolean plain =
                value.matches("[a-z][A-Za-z0-9_./-]*") && !value.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }
}

package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.DuplicateEntry;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DanglingReference;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.RemoteReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** References that lead nowhere or out, and repeated keys, of every file a description is made of. */
final class ReferenceFacts {
    /** Values below these keys are data, not description. */
    private static final Set<String> DATA = Set.of("example", "default", "enum", "const", "value");

    /** Maps below these keys are from names of the author's choice. */
    private static final Set<String> NAMED = Set.of(
            "$defs",
            "definitions",
            "dependentSchemas",
            "encoding",
            "content",
            "examples",
            "headers",
            "links",
            "parameters",
            "pathItems",
            "paths",
            "patternProperties",
            "properties",
            "requestBodies",
            "responses",
            "schemas",
            "securitySchemes",
            "variables",
            "webhooks");

    /** What the keys of a map are. */
    private enum Keys {
        WORDS,
        NAMES,
        NAMES_OF_NAMES
    }

    private record Visit(LocatedNode node, Keys keys) {}

    /** What could not be followed because a file could not be read. */
    interface Gaps {
        /** {@code reason} is in words for a reader. */
        void add(StructuredFile file, int line, String reason);
    }

    private final Consumer<Fact> facts;
    private final Set<String> known = new HashSet<>();

    ReferenceFacts(Consumer<Fact> facts) {
        this.facts = facts;
    }

    /** Facts of all files reachable from one, each file once for an owner; gaps are told each time. */
    void of(References references, StructuredFile first, String owner, Gaps gaps) {
        Set<String> reached = new HashSet<>();
        Deque<StructuredFile> open = new ArrayDeque<>();
        open.add(first);
        while (!open.isEmpty()) {
            StructuredFile file = open.remove();
            if (reached.add(file.path()))
                file(references, file, owner, gaps, open, known.add(owner + "#" + file.path()));
        }
    }

    private void file(
            References references,
            StructuredFile file,
            String owner,
            Gaps gaps,
            Deque<StructuredFile> open,
            boolean first) {
        if (first) duplicates(file, owner);
        LocatedNode root = file.tree().root();
        if (root == null) return;
        Map<String, Integer> targets = new HashMap<>();
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(new Visit(root, Keys.WORDS));
        while (!visits.isEmpty()) {
            Visit visit = visits.pop();
            LocatedNode node = visit.node();
            // what an alias stands for is looked at where it is written
            if (node.alias() != null) continue;
            if (References.reference(node) != null) {
                reference(references, file, owner, node, targets, gaps, open, first);
            }
            for (int i = node.written().size() - 1; i >= 0; i--)
                push(visits, visit.keys(), node.written().get(i));
            for (int i = node.items().size() - 1; i >= 0; i--) {
                visits.push(new Visit(node.items().get(i), Keys.WORDS));
            }
        }
    }

    private static void push(Deque<Visit> visits, Keys keys, LocatedEntry entry) {
        LocatedNode value = entry.value();
        if (value.isScalar()) return;
        if (keys == Keys.NAMES) {
            visits.push(new Visit(value, Keys.WORDS));
        } else if (keys == Keys.NAMES_OF_NAMES) {
            visits.push(new Visit(value, Keys.NAMES));
        } else if (entry.key().equals("callbacks")) {
            visits.push(new Visit(value, Keys.NAMES_OF_NAMES));
        } else if (NAMED.contains(entry.key())) {
            boolean data = entry.key().equals("examples") && value.isList();
            if (!data) visits.push(new Visit(value, Keys.NAMES));
        } else if (!DATA.contains(entry.key()) && !entry.key().startsWith("x-")) {
            visits.push(new Visit(value, Keys.WORDS));
        }
    }

    private void duplicates(StructuredFile file, String owner) {
        Map<String, Integer> seen = new HashMap<>();
        for (DuplicateEntry duplicate : file.tree().duplicates()) {
            String key = String.join(".", duplicate.path());
            Provenance.File place = file.place(duplicate.repeated().keySpan());
            facts.accept(new DuplicateKey(distinct(file.path() + "#" + key, seen), owner, place, file.path(), key));
        }
    }

    private void reference(
            References references,
            StructuredFile file,
            String owner,
            LocatedNode node,
            Map<String, Integer> targets,
            Gaps gaps,
            Deque<StructuredFile> open,
            boolean first) {
        LocatedNode value = node.get("$ref");
        if (value == null) return;
        String text = value.text();
        References.Followed followed = references.target(file, text);
        if (followed instanceof References.Followed.To to) {
            if (!to.target().file().path().equals(file.path()))
                open.add(to.target().file());
            return;
        }
        if (followed instanceof References.Followed.Unread unread) {
            gaps.add(file, value.span().startLine(), unread.reason());
            return;
        }
        if (!first) return;
        String key = distinct(file.path() + "#" + text, targets);
        Provenance.File place = file.place(value.span());
        facts.accept(
                followed instanceof References.Followed.Remote
                        ? new RemoteReference(key, owner, place, file.path(), text)
                        : new DanglingReference(key, owner, place, file.path(), text));
    }

    /** The key with a number behind it from its second use on. */
    static String distinct(String key, Map<String, Integer> seen) {
        int count = seen.merge(key, 1, Integer::sum);
        return count == 1 ? key : key + "~" + count;
    }
}

package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads arrays, objects and enums. Used by one thread. */
final class Structures {
    /** Longer texts are not searched for holes of arrays. */
    private static final int MAX_TEXT = 10_000;

    private static final int COPIED_A_STEP = 32;

    private final Evaluation evaluation;

    Structures(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The elements of an array or list of arguments. */
    Value.Items items(Located list) {
        evaluation.ask();
        return items(list, null, 0);
    }

    Value.Items items(Located at, @Nullable Frame frame, int depth) {
        List<Located> all = new ArrayList<>();
        boolean complete = true;
        for (SyntaxNode child : at.node().children()) {
            if (!child.is(SyntaxKind.SPREAD_ELEMENT)) {
                if (child.error()) complete = false;
                else all.add(at.at(child));
            } else {
                Value value = child.children().isEmpty()
                        ? Evaluation.left(at, "")
                        : evaluation.eval(at.at(child.children().get(0)), frame, depth + 1);
                if (value instanceof Value.Items items) {
                    all.addAll(items.items());
                    complete &= items.complete();
                } else {
                    complete = false;
                }
            }
            if (all.size() > Evaluation.MAX_ITEMS) return new Value.Items(all.subList(0, Evaluation.MAX_ITEMS), false);
        }
        evaluation.spend(all.size() / COPIED_A_STEP);
        if (at.node().is(SyntaxKind.ARRAY)
                && complete
                && at.node().end() - at.node().start() < MAX_TEXT)
            complete = !at.node().text().startsWith("[,") && !at.node().text().contains(",,");
        return new Value.Items(all, complete);
    }

    Value struct(Located at, @Nullable Frame frame, int depth) {
        Map<String, Located> entries = new LinkedHashMap<>();
        boolean complete = true;
        for (SyntaxNode child : at.node().children()) {
            if (child.is(SyntaxKind.SPREAD_ELEMENT)) {
                Value value = child.children().isEmpty()
                        ? Evaluation.left(at, "")
                        : evaluation.eval(at.at(child.children().get(0)), frame, depth + 1);
                if (value instanceof Value.Struct struct && struct.complete()) {
                    struct.entries().forEach((key, entry) -> replace(entries, key, entry));
                } else if (!(value instanceof Value.Nothing)) {
                    // it may hold any key, so that what stands before it is not certain any more
                    complete = false;
                    entries.clear();
                    if (value instanceof Value.Struct struct) entries.putAll(struct.entries());
                }
            } else {
                String key = key(at, child, frame, depth);
                if (key != null && child.child("accessor") != null) {
                    complete = false;
                    entries.remove(key);
                } else if (key == null) {
                    complete = false;
                    if (!child.error()) entries.clear();
                } else {
                    SyntaxNode value = child.is(SyntaxKind.PAIR) ? child.child("value") : child;
                    if (value != null) replace(entries, key, at.at(value));
                }
            }
            if (entries.size() > Evaluation.MAX_ITEMS) return Evaluation.left(at, "it has too many entries");
        }
        evaluation.spend(entries.size() / COPIED_A_STEP);
        return new Value.Struct(entries, complete);
    }

    private static void replace(Map<String, Located> entries, String key, Located value) {
        entries.remove(key);
        entries.put(key, value);
    }

    private @Nullable String key(Located at, SyntaxNode child, @Nullable Frame frame, int depth) {
        if (child.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)) return child.text();
        SyntaxNode name = child.child(child.is(SyntaxKind.PAIR) ? "key" : "name");
        if (name == null) return null;
        if (!name.is(SyntaxKind.COMPUTED_PROPERTY_NAME)) return Literals.key(name);
        if (name.children().isEmpty()) return null;
        return Evaluation.plain(evaluation.eval(at.at(name.children().get(0)), frame, depth));
    }

    Value members(Located at) {
        SyntaxNode body = at.node().child("body");
        if (body == null) return Evaluation.left(at, "it is damaged");
        Map<String, Located> entries = new LinkedHashMap<>();
        boolean complete = true;
        for (SyntaxNode member : body.children()) {
            SyntaxNode name = member.is(SyntaxKind.ENUM_ASSIGNMENT) ? member.child("name") : member;
            String key = name == null ? null : Literals.key(name);
            if (key == null) complete = false;
            else entries.put(key, at.at(member));
        }
        return new Value.Struct(entries, complete);
    }

    /** A member of an enum without a value counts up from the one before it. */
    Value counted(Located at, int depth) {
        SyntaxNode body = at.node().parent();
        if (body == null || !body.is(SyntaxKind.ENUM_BODY)) return Evaluation.left(at, "it is the name of a property");
        long number = 0;
        for (int i = at.module().placeIn(body, at.node()) - 1; i >= 0; i--) {
            SyntaxNode member = body.children().get(i);
            SyntaxNode given = member.is(SyntaxKind.ENUM_ASSIGNMENT) ? member.child("value") : null;
            number++;
            if (given == null) continue;
            Long whole = evaluation.eval(at.at(given), null, depth + 1) instanceof Value.Number raw
                    ? Literals.whole(raw.raw())
                    : null;
            return whole == null
                    ? Evaluation.left(at, "its number is not known")
                    : new Value.Number(Long.toString(whole + number));
        }
        return new Value.Number(Long.toString(number));
    }

    /** The arguments of a call. */
    Value.Items arguments(Located call, @Nullable Frame frame, int depth) {
        SyntaxNode list = Kinds.arguments(call.node());
        if (list == null) return new Value.Items(List.of(), true);
        if (list.is(SyntaxKind.TEMPLATE_STRING)) return new Value.Items(List.of(), false);
        return items(call.at(list), frame, depth);
    }
}

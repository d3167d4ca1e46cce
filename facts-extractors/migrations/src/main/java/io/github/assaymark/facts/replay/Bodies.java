package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Statements within statements: DO blocks and the functions that a query calls. What stands written out is replayed;
 * whether it runs at all is only taken for certain when the schema decides it. What is built while it runs leaves what
 * it may touch in doubt.
 */
final class Bodies {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_NAMED = 12;

    private final Replayer replayer;
    private final Step step;
    private final Draft draft;
    private final int depth;
    private @Nullable Boolean failed;

    Bodies(Replayer replayer, Step step, int depth) {
        this.replayer = replayer;
        this.step = step;
        this.draft = step.draft;
        this.depth = depth;
    }

    void block(Ddl.Block block, String text) {
        String body = BlockText.body(text);
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("language") && !lower.contains("plpgsql")) {
            opaque(text, "its language is not read");
            return;
        }
        List<BlockText.Piece> pieces = BlockText.of(body);
        int at = 0;
        while (at < pieces.size()) {
            int end = at + 1;
            String handler = pieces.get(at).handler();
            while (handler != null
                    && end < pieces.size()
                    && handler.equals(pieces.get(end).handler())) end++;
            List<BlockText.Piece> group = pieces.subList(at, end);
            if (handler != null) failed = fails(group, handler);
            boolean skipped = handler != null && Boolean.TRUE.equals(failed);
            if (!skipped) for (BlockText.Piece piece : group) piece(piece, "DO block");
            at = end;
        }
        if (pieces.isEmpty() && block.dynamic()) dynamic(body, "DO block");
    }

    /** Whether one of the statements whose errors are caught fails; null when the schema does not say. */
    private @Nullable Boolean fails(List<BlockText.Piece> group, String handler) {
        Draft trial = draft.copy();
        Journal journal = new Journal("", "", draft.place());
        Replayer scratch = new Replayer(trial, journal);
        for (BlockText.Piece piece : group) {
            Ddl ddl = piece.ddl();
            if (ddl == null || ddl instanceof Ddl.Opaque || depth >= MAX_DEPTH) return null;
            boolean runs = true;
            for (String condition : piece.conditions()) {
                Boolean holds = Guard.holds(trial, ddl, condition);
                if (holds == null) return null;
                runs &= holds;
            }
            if (!runs) continue;
            if (handler.contains("others") && Guard.dependsOnRows(ddl)) return null;
            scratch.apply(new Step(trial, journal, new LockSet(trial.nextNumber())), ddl, piece.text(), depth + 1);
        }
        return !journal.errors().isEmpty();
    }

    private void piece(BlockText.Piece piece, String where) {
        Ddl ddl = piece.ddl();
        if (ddl == null) {
            dynamic(piece.text(), where);
            return;
        }
        if (ddl instanceof Ddl.Opaque) {
            // Assignments and the like of the procedural language are no statements of the server.
            if (startsStatement(piece.text())) opaque(piece.text(), "it was not understood within its " + where);
            return;
        }
        if (ddl instanceof Ddl.Transaction || ddl instanceof Ddl.SetVariable) return;
        @Nullable String open = null;
        for (String condition : piece.conditions()) {
            Boolean holds = condition.equals(BlockText.ERROR) ? failed : Guard.holds(draft, ddl, condition);
            if (holds == null) open = condition;
            else if (!holds) return;
        }
        if (piece.handler() != null && failed == null) open = "no error is caught";
        @Nullable String before = step.journal.condition();
        if (open != null) {
            String words = "a condition of its " + where + ": " + shortened(open);
            step.journal.condition(words);
            step.locks.condition(words);
            if (changesSchema(ddl))
                step.doubt("effect of a " + where, piece.text(), "it only happens if " + shortened(open), Doubt.SCHEMA);
        }
        // What may be taken away stays, so that nothing is thought gone that may be there.
        if (open == null || Guard.adds(ddl)) replayer.apply(step, ddl, piece.text(), depth + 1);
        else {
            Draft trial = draft.copy();
            new Replayer(trial, step.journal)
                    .apply(new Step(trial, step.journal, step.locks), ddl, piece.text(), depth + 1);
        }
        step.journal.condition(before);
        step.locks.condition(before);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").trim();
        return line.length() > 100 ? line.substring(0, 99) + "…" : line;
    }

    private static boolean changesSchema(Ddl ddl) {
        return !(ddl instanceof Ddl.Change
                || ddl instanceof Ddl.Query
                || ddl instanceof Ddl.Copy
                || ddl instanceof Ddl.Comment
                || ddl instanceof Ddl.Harmless
                || ddl instanceof Ddl.LockTable
                || ddl instanceof Ddl.Maintain
                || ddl instanceof Ddl.RefreshView
                || ddl instanceof Ddl.Truncate
                || ddl instanceof Ddl.Block);
    }

    private static boolean startsStatement(String text) {
        SqlTokens words = SqlTokens.of(text);
        for (String verb : List.of("create", "alter", "drop", "grant", "revoke", "truncate", "call", "refresh"))
            if (words.is(0, verb)) return true;
        return false;
    }

    /** A statement that was not understood: whatever it names may have changed. */
    void opaque(String text, String reason) {
        SqlTokens words = SqlTokens.of(text);
        if (words.is(0, "call")) {
            called(text);
            return;
        }
        step.doubt("effect of a statement", text, reason + touched(text), Doubt.SCHEMA);
        open(text);
    }

    /** Text that builds a statement: its constants tell the verb, and some of the names. */
    private void dynamic(String text, String where) {
        Set<String> verbs = verbs(text);
        boolean rows = !verbs.isEmpty();
        for (String verb : verbs)
            rows &= Set.of("select", "insert", "update", "delete", "notify", "with", "analyze", "set")
                    .contains(verb);
        if (rows) return;
        boolean indexes = !verbs.isEmpty() && verbs.stream().allMatch(verb -> verb.equals("index"));
        List<String> types = indexes ? List.of("DbIndex", "LockFact", "SchemaChange") : Doubt.SCHEMA;
        step.doubt(
                "statement built by a " + where, text, "its text is put together while it runs" + touched(text), types);
        if (!indexes) open(text);
    }

    private static final Set<String> VERBS = Set.of(
            "create",
            "alter",
            "drop",
            "grant",
            "revoke",
            "truncate",
            "select",
            "insert",
            "update",
            "delete",
            "notify",
            "with",
            "analyze",
            "set",
            "refresh",
            "comment",
            "do",
            "call");

    /** The verbs that the constants of a text begin with; an index counts as one. */
    private static Set<String> verbs(String text) {
        Set<String> verbs = new TreeSet<>();
        SqlTokens words = SqlTokens.of(text);
        for (int i = 0; i < words.size(); i++) {
            String constant = words.text(i);
            if (constant.isEmpty() || (constant.charAt(0) != '\'' && constant.charAt(0) != '$')) continue;
            SqlTokens inner = SqlTokens.of(Expressions.content(constant));
            if (!inner.names(0) || !VERBS.contains(inner.name(0))) continue;
            boolean index = inner.is(1, "index") || (inner.is(1, "unique") && inner.is(2, "index"));
            verbs.add(index && !inner.is(0, "alter") ? "index" : inner.name(0));
        }
        return verbs;
    }

    /** The tables that a text names, in words. */
    private String touched(String text) {
        List<String> names = new ArrayList<>();
        for (RelationName name : Expressions.named(text))
            if (draft.relation(name) instanceof Table table && !names.contains(table.key())) names.add(table.key());
        if (names.isEmpty()) return "";
        List<String> shown = names.size() > MAX_NAMED ? names.subList(0, MAX_NAMED) : names;
        return "; it names " + String.join(", ", shown) + (names.size() > MAX_NAMED ? " and others" : "");
    }

    /** The tables that a text names may have other columns from now on. */
    private void open(String text) {
        for (RelationName name : Expressions.named(text))
            if (draft.relation(name) instanceof Table table && !table.form().open())
                draft.put(table.formed(new Table.Form(
                        table.form().kind(),
                        table.form().temporary(),
                        table.form().unlogged(),
                        table.form().parent(),
                        table.form().bound(),
                        table.form().inherits(),
                        true)));
    }

    /** The functions that a query calls: those of the history are looked into. */
    void called(String text) {
        if (depth > MAX_DEPTH) return;
        SqlTokens words = SqlTokens.of(text);
        int[] next = new int[1];
        for (int i = 0; i < words.size(); i++) {
            if (!words.names(i)) continue;
            RelationName name = Expressions.name(words, i, next);
            boolean call = words.is(next[0], '(');
            i = next[0] - 1;
            if (!call) continue;
            Routine routine = draft.routine(name);
            if (routine != null) routine(routine, text);
            else if (depth == 0 && !Builtins.has(name) && words.is(0, "select") && opens(words, i))
                step.doubt(
                        "effect of function `" + name + "`",
                        text,
                        "no migration before it made the function" + touched(text),
                        Doubt.SCHEMA);
            else if (words.is(0, "call"))
                step.doubt("effect of procedure `" + name + "`", text, "no migration made it", Doubt.SCHEMA);
        }
    }

    /** Whether a call is the first thing that a query selects. */
    private static boolean opens(SqlTokens words, int token) {
        for (int i = 1; i < token; i++) if (!words.names(i) && !words.is(i, '.')) return false;
        return true;
    }

    private void routine(Routine routine, String call) {
        String where = "call of `" + routine.key() + "`";
        for (BlockText.Piece piece : BlockText.of(BlockText.body(routine.text()))) {
            Ddl ddl = piece.ddl();
            if (ddl == null) {
                dynamic(piece.text() + " " + call, where);
            } else if (ddl instanceof Ddl.Query || ddl instanceof Ddl.Change) {
                if (ddl instanceof Ddl.Change change
                        && change.verb().equals("insert")
                        && draft.relation(change.table()) instanceof Table table) draft.filled(table.id());
                if (depth < MAX_DEPTH) new Bodies(replayer, step, depth + 1).called(piece.text());
            } else if (changesSchema(ddl) && !(ddl instanceof Ddl.Opaque) && !temporary(ddl)) {
                step.doubt(
                        "effect of a " + where,
                        piece.text(),
                        "what a function does is not replayed" + touched(piece.text()),
                        Doubt.SCHEMA);
                open(piece.text());
            }
        }
    }

    private static boolean temporary(Ddl ddl) {
        return (ddl instanceof Ddl.CreateTable create && create.temporary())
                || ddl instanceof Ddl.SetVariable
                || ddl instanceof Ddl.Transaction
                || (ddl instanceof Ddl.Alter alter && alter.commands().stream().allMatch(Bodies::light));
    }

    private static boolean light(AlterCommand command) {
        return command instanceof AlterCommand.SetParameters;
    }
}

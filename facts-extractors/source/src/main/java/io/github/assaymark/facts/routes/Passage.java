package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests through a function that stands ahead of handlers, to find those that get past although nothing was
 * demanded of them. A demand is a call that verifies, or a choice of which another branch refuses. Used by one thread.
 */
final class Passage {
    private static final int MAX_LENGTH = 60_000;
    private static final Set<String> CHOICES = Set.of("&&", "||", "??");

    private final Resolver resolver;
    private final Demands demands;
    private final Doors doors;
    private final Steps steps;
    private final Excuses excuses;
    private final Set<String> gaps = new LinkedHashSet<>();

    /** What a call does to requests that it is handed together with the way on. */
    interface Steps {
        /** Why requests may get past what is called; null when it demands something of each. */
        @Nullable
        String doubt(Located called);
    }

    /** A condition that holds on a way, or does not. */
    record Held(Located condition, boolean yes) {}

    /** Tells conditions under which requests may get past: something else answers for them. */
    interface Excuses {
        boolean excuses(Held held);
    }

    /** A way through the function. */
    private static final class Path {
        private List<Held> held = new ArrayList<>();
        private boolean demanded;
        private boolean dead;
        private boolean caught;
        private List<String> conditions = new ArrayList<>();

        private Path but(String... more) {
            Path copy = new Path();
            copy.demanded = demanded;
            copy.dead = dead;
            copy.caught = caught;
            copy.conditions = new ArrayList<>(conditions);
            copy.conditions.addAll(List.of(more));
            copy.held = new ArrayList<>(held);
            return copy;
        }

        private Path where(Located condition, boolean yes, String words) {
            Path copy = but(words);
            copy.held.add(new Held(condition, yes));
            return copy;
        }

        private void become(Path other) {
            demanded = other.demanded;
            dead = other.dead;
            conditions = other.conditions;
            held = other.held;
        }

        /** What is left where ways come together again. */
        private void join(List<Path> ways) {
            List<Path> alive = ways.stream().filter(way -> !way.dead).toList();
            if (alive.isEmpty()) {
                dead = true;
                return;
            }
            List<Path> free = alive.stream().filter(way -> !way.demanded).toList();
            if (alive.size() == 1) become(alive.get(0));
            else if (free.isEmpty()) demanded = true;
            else if (free.size() < alive.size()) {
                conditions = free.get(0).conditions;
                held = free.get(0).held;
            }
        }
    }

    private Passage(Located function, Doors doors, GuardKind kind, Steps steps, Excuses excuses, Resolver resolver) {
        this.excuses = excuses;
        this.resolver = resolver;
        this.doors = doors;
        this.steps = steps;
        this.demands = new Demands(function, kind, doors, resolver);
    }

    /** Why requests get past a function without a demand, in words; null when all meet one. */
    static @Nullable String doubt(
            Located function, Doors doors, GuardKind kind, Steps steps, Excuses excuses, Resolver resolver) {
        Located body = function.child("body");
        if (body == null) return null;
        if (body.node().end() - body.node().start() > MAX_LENGTH) return "it is too long to follow";
        Passage passage = new Passage(function, doors, kind, steps, excuses, resolver);
        Path path = new Path();
        if (body.node().is(SyntaxKind.STATEMENT_BLOCK)) {
            passage.visit(body, path);
            if (!path.dead && doors.way() == Doors.Way.END) passage.pass(path);
        } else {
            passage.gives(body, path);
        }
        return passage.gaps.isEmpty() ? null : passage.gaps.iterator().next();
    }

    private void pass(Path path) {
        if (path.demanded || path.dead) return;
        if (path.conditions.stream().anyMatch(PublicPaths::lets)) return;
        if (path.held.stream().anyMatch(excuses::excuses)) return;
        gaps.add(
                path.conditions.isEmpty()
                        ? "nothing in it is seen to stop a request"
                        : "requests pass it " + String.join(", ", path.conditions));
    }

    private void visit(Located at, Path path) {
        if (path.dead) return;
        SyntaxNode node = at.node();
        if (Syntax.isFunction(node)) {
            if (doors.open(node)) body(at, path.but("in a function within (line " + node.line() + ")"));
            return;
        }
        switch (node.kind()) {
            case SyntaxKind.CLASS_DECLARATION, SyntaxKind.CLASS -> {}
            case SyntaxKind.STATEMENT_BLOCK -> children(at, path);
            case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION -> choice(at, path);
            case SyntaxKind.BINARY_EXPRESSION -> binary(at, path);
            case SyntaxKind.FOR_STATEMENT,
                    SyntaxKind.FOR_IN_STATEMENT,
                    SyntaxKind.WHILE_STATEMENT,
                    SyntaxKind.DO_STATEMENT -> {
                Path within = path.but("in a loop (line " + node.line() + ")");
                children(at, within);
                if (demands.everyOne()) path.demanded |= within.demanded;
            }
            case SyntaxKind.SWITCH_STATEMENT -> cases(at, path);
            case SyntaxKind.TRY_STATEMENT -> attempt(at, path);
            case SyntaxKind.RETURN_STATEMENT -> {
                if (!node.children().isEmpty()) gives(at.at(node.children().get(0)), path);
                else if (doors.way() == Doors.Way.END) pass(path);
                path.dead = true;
            }
            case SyntaxKind.THROW_STATEMENT -> {
                children(at, path);
                path.dead = true;
            }
            case SyntaxKind.EXPRESSION_STATEMENT -> {
                children(at, path);
                if (doors.way() == Doors.Way.END && demands.refuses(at)) path.dead = true;
            }
            case SyntaxKind.CALL_EXPRESSION -> call(at, path);
            default -> children(at, path);
        }
    }

    private void children(Located at, Path path) {
        for (SyntaxNode child : at.node().children()) visit(at.at(child), path);
    }

    private void body(Located function, Path path) {
        Located body = function.child("body");
        if (body != null) visit(body, path);
    }

    /** A value that is returned. */
    private void gives(Located expression, Path path) {
        Located bare = Syntax.bare(expression);
        if (doors.way() == Doors.Way.CALL) {
            visit(bare, path);
            return;
        }
        if (bare.node().is(SyntaxKind.TERNARY_EXPRESSION)) {
            choice(bare, path);
            return;
        }
        visit(bare, path);
        if (doors.way() == Doors.Way.END ? !demands.fails(bare) && !demands.refuses(bare) : demands.granted(bare))
            pass(path);
    }

    private void choice(Located at, Path path) {
        Located condition = at.child("condition");
        Located then = at.child("consequence");
        Located otherwise = at.child("alternative");
        String shown = condition == null ? "a condition" : resolver.shown(Syntax.bare(condition));
        if (condition != null) visit(condition, path);
        boolean asks = condition != null && demands.asks(condition);
        Located asked = condition == null ? at : condition;
        Path yes = path.where(asked, true, "when `" + shown + "`");
        Path no = path.where(asked, false, "when not `" + shown + "`");
        yes.demanded |=
                asks && (otherwise == null ? demands.nothingAfter(at) : demands.stops(otherwise, at, condition));
        no.demanded |= asks && then != null && demands.stops(then, at, condition);
        branch(then, at, yes);
        branch(otherwise, at, no);
        path.join(List.of(yes, no));
    }

    private void branch(@Nullable Located branch, Located choice, Path path) {
        if (branch == null) return;
        if (choice.node().is(SyntaxKind.TERNARY_EXPRESSION) && returned(choice.node())) gives(branch, path);
        else visit(branch, path);
    }

    private static boolean returned(SyntaxNode choice) {
        SyntaxNode up = choice.parent();
        return up != null && (up.is(SyntaxKind.RETURN_STATEMENT) || up.is(SyntaxKind.ARROW_FUNCTION));
    }

    private void binary(Located at, Path path) {
        Located left = at.child("left");
        Located right = at.child("right");
        SyntaxNode operator = at.node().child("operator");
        if (left == null || right == null || operator == null || !CHOICES.contains(operator.text())) {
            children(at, path);
            return;
        }
        visit(left, path);
        boolean and = operator.text().equals("&&");
        Path within = path.but((and ? "when `" : "when not `") + resolver.shown(left) + "`");
        within.demanded |= and && demands.asks(left) && demands.nothingAfter(at);
        visit(right, within);
    }

    private void cases(Located at, Path path) {
        Located subject = at.child("value");
        if (subject != null) visit(subject, path);
        boolean asks = subject != null && demands.asks(subject);
        List<Located> cases = new ArrayList<>();
        Located body = at.child("body");
        if (body != null) for (SyntaxNode one : body.node().children()) cases.add(body.at(one));
        List<Path> ways = new ArrayList<>();
        boolean standard = false;
        for (Located one : cases) {
            standard |= one.node().is(SyntaxKind.SWITCH_DEFAULT);
            Path way = path.but("in a case of a switch (line " + one.node().line() + ")");
            way.demanded |=
                    asks && cases.stream().anyMatch(other -> !other.equals(one) && demands.stops(other, at, subject));
            children(one, way);
            ways.add(way);
        }
        if (!standard) ways.add(path.but());
        path.join(ways);
    }

    private void attempt(Located at, Path path) {
        Located handler = at.child("handler");
        Path within = path.but();
        within.caught |= handler != null && demands.stops(handler, handler, null);
        Path after = path.but("after an error (line " + at.node().line() + ")");
        for (SyntaxNode child : at.node().children()) {
            boolean body = child.is(SyntaxKind.STATEMENT_BLOCK) && !"finalizer".equals(child.field());
            if (body) visit(at.at(child), within);
        }
        if (handler != null) children(handler, after);
        path.join(handler == null ? List.of(within) : List.of(within, after));
        for (SyntaxNode child : at.node().children()) {
            if (child.is(SyntaxKind.FINALLY_CLAUSE) || "finalizer".equals(child.field())) visit(at.at(child), path);
        }
    }

    private void call(Located call, Path path) {
        SyntaxNode function = call.node().child("function");
        SyntaxNode given = call.node().child("arguments");
        if (function == null || given == null) {
            children(call, path);
            return;
        }
        if (doors.opens(call.node())) {
            for (SyntaxNode one : given.children()) visit(call.at(one), path);
            if (!doors.error(call.node())) pass(path);
            return;
        }
        visit(call.at(function), path);
        List<Located> callbacks = new ArrayList<>();
        for (SyntaxNode one : given.children()) {
            if (!Syntax.isFunction(one)) visit(call.at(one), path);
            else if (demands.errorFirst(call.at(one))) body(call.at(one), path.but());
            else callbacks.add(call.at(one));
        }
        boolean made = demands.made(call);
        if (doors.given(call.node()) && !made) handsOn(call.at(function), path);
        if (made || (path.caught && !demands.idle(call))) path.demanded = true;
        for (Located callback : callbacks) {
            Path within = path.but();
            body(callback, within);
            if (demands.runsAlways(call)) path.demanded |= within.demanded;
        }
    }

    private void handsOn(Located called, Path path) {
        if (path.demanded) return;
        String doubt = steps.doubt(called);
        if (doubt == null) return;
        Path on = path.but();
        if (on.conditions.isEmpty()) gaps.add(doubt);
        else pass(on);
    }
}

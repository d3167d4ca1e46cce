package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.events.Publications;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.model.fact.HandlerReach;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows the calls of handlers to the events they publish. Used by one thread. */
final class Reach {
    private static final int MAX_FUNCTIONS = 2_000;

    /** What one handler leads to. */
    private static final Question<Located, Answer> FOLLOWED = Reach::follow;

    private final Program program;
    private final FactSink sink;

    private record Answer(
            List<String> events,
            List<String> files,
            @Nullable String open) {}

    Reach(Program program, FactSink sink) {
        this.program = program;
        this.sink = sink;
    }

    /** {@code function} answers the route; null when it was not found. */
    void add(String route, Located at, @Nullable Located function) {
        Answer answer = function == null
                ? new Answer(List.of(), List.of(), "the handler is not known")
                : program.answer(FOLLOWED, function);
        sink.fact(new HandlerReach(
                route,
                sink.owner(),
                sink.place(function == null ? at : function),
                route,
                answer.events,
                answer.files,
                answer.open == null,
                answer.open));
    }

    private static Answer follow(Program program, Located handler) {
        TreeSet<String> open = new TreeSet<>();
        Map<Located, Located> perhaps = new LinkedHashMap<>();
        Set<Located> certain = certain(program, handler, perhaps, open);
        Map<Located, Located> possible = possible(program, certain, perhaps);
        Set<Module> modules = new LinkedHashSet<>();
        certain.forEach(function -> modules.add(function.module()));
        possible.keySet().forEach(function -> modules.add(function.module()));
        Publications publications = new Publications(program, modules);
        TreeSet<String> events = new TreeSet<>();
        TreeSet<String> files = new TreeSet<>();
        for (Located function : certain) {
            files.add(function.module().path());
            for (Publications.Published published : publications.of(function)) {
                if (published.resolved()) events.add(published.event());
                else open.add(place(published.at()) + " publishes `" + published.event() + "`");
            }
        }
        possible.forEach((function, call) -> {
            for (Publications.Published published : publications.of(function)) {
                if (published.resolved() && events.contains(published.event())) continue;
                open.add(place(call) + " may lead to " + place(published.at()) + ", which publishes `"
                        + published.event() + "`");
            }
        });
        return new Answer(List.copyOf(events), List.copyOf(files), open.isEmpty() ? null : String.join("; ", open));
    }

    /**
     * The functions that a handler calls for certain; those it may call are added to {@code perhaps}, with the call.
     */
    private static Set<Located> certain(
            Program program, Located handler, Map<Located, Located> perhaps, Set<String> open) {
        Set<Located> certain = new LinkedHashSet<>();
        Deque<Located> next = new ArrayDeque<>(List.of(handler));
        while (!next.isEmpty()) {
            Located function = next.pop();
            if (certain.size() > MAX_FUNCTIONS) {
                open.add("it reaches more than " + MAX_FUNCTIONS + " functions");
                break;
            }
            if (!certain.add(function)) continue;
            CallGraph.Calls made = CallGraph.of(program, function);
            next.addAll(made.certain());
            for (CallGraph.Possible possible : made.possible()) {
                for (Located method : CallGraph.methods(program, possible.method()))
                    perhaps.putIfAbsent(method, possible.call());
            }
        }
        return certain;
    }

    /** The functions that it may call, and those that these call, each with the call that may lead there. */
    private static Map<Located, Located> possible(
            Program program, Set<Located> certain, Map<Located, Located> perhaps) {
        Map<Located, Located> possible = new LinkedHashMap<>();
        Deque<Located> maybe = new ArrayDeque<>(perhaps.keySet());
        while (!maybe.isEmpty()) {
            Located function = maybe.pop();
            boolean enough = certain.size() + possible.size() > MAX_FUNCTIONS;
            if (enough || certain.contains(function) || possible.containsKey(function)) continue;
            Located call = perhaps.getOrDefault(function, function);
            possible.put(function, call);
            CallGraph.Calls made = CallGraph.of(program, function);
            for (Located next : made.certain()) {
                perhaps.putIfAbsent(next, call);
                maybe.add(next);
            }
            for (CallGraph.Possible next : made.possible()) {
                for (Located method : CallGraph.methods(program, next.method())) {
                    perhaps.putIfAbsent(method, call);
                    maybe.add(method);
                }
            }
        }
        return possible;
    }

    private static String place(Located at) {
        return at.module().path() + ":" + at.node().line();
    }
}

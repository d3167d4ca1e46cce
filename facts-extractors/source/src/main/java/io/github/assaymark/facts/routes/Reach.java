package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.events.Publications;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.model.fact.HandlerReach;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows the calls of handlers to the events they publish. Used by one thread. */
final class Reach {
    private static final int MAX_FUNCTIONS = 2_000;

    private final FactSink sink;
    private final CallGraph calls;
    private final Publications publications;
    private final Map<Located, Answer> answers = new HashMap<>();

    private record Answer(
            List<String> events,
            List<String> files,
            @Nullable String open) {}

    Reach(Program program, FactSink sink) {
        this.sink = sink;
        this.calls = new CallGraph(program);
        this.publications = new Publications(program);
        program.modules().forEach(publications::read);
    }

    /** {@code function} answers the route; null when it was not found. */
    void add(String route, Located at, @Nullable Located function) {
        Answer answer = function == null
                ? new Answer(List.of(), List.of(), "the handler is not known")
                : answers.computeIfAbsent(function, this::follow);
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

    private Answer follow(Located handler) {
        Map<Located, @Nullable Located> seen = new HashMap<>();
        TreeSet<String> events = new TreeSet<>();
        TreeSet<String> files = new TreeSet<>();
        TreeSet<String> open = new TreeSet<>();
        Deque<Located> next = new ArrayDeque<>(List.of(handler));
        Map<Located, Located> perhaps = new HashMap<>();
        Deque<Located> maybe = new ArrayDeque<>();
        while (!next.isEmpty()) {
            Located function = next.pop();
            if (seen.size() > MAX_FUNCTIONS) {
                open.add("it reaches more than " + MAX_FUNCTIONS + " functions");
                break;
            }
            if (seen.containsKey(function)) continue;
            seen.put(function, function);
            files.add(function.module().path());
            for (Publications.Published published : published(function)) {
                if (published.resolved()) events.add(published.event());
                else open.add(place(published.at()) + " publishes `" + published.event() + "`");
            }
            CallGraph.Calls made = calls.of(function);
            next.addAll(made.certain());
            for (CallGraph.Possible possible : made.possible()) {
                for (Located method : calls.methods(possible.method()))
                    if (perhaps.putIfAbsent(method, possible.call()) == null) maybe.add(method);
            }
        }
        while (!maybe.isEmpty()) {
            Located function = maybe.pop();
            if (seen.size() > MAX_FUNCTIONS || seen.putIfAbsent(function, function) != null) continue;
            Located call = perhaps.getOrDefault(function, function);
            for (Publications.Published published : published(function)) {
                if (published.resolved() && events.contains(published.event())) continue;
                open.add(place(call) + " may lead to " + place(published.at()) + ", which publishes `"
                        + published.event() + "`");
            }
            CallGraph.Calls made = calls.of(function);
            for (Located certain : made.certain()) {
                perhaps.putIfAbsent(certain, call);
                maybe.add(certain);
            }
            for (CallGraph.Possible possible : made.possible()) {
                for (Located method : calls.methods(possible.method())) {
                    perhaps.putIfAbsent(method, call);
                    maybe.add(method);
                }
            }
        }
        return new Answer(List.copyOf(events), List.copyOf(files), open.isEmpty() ? null : String.join("; ", open));
    }

    private List<Publications.Published> published(Located function) {
        publications.read(function.module());
        return publications.of(function);
    }

    private static String place(Located at) {
        return at.module().path() + ":" + at.node().line();
    }
}

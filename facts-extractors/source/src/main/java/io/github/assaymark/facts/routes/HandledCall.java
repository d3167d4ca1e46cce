package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.model.fact.GuardKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a handler makes.
 *
 * @param name of what is called
 * @param last the last part of it
 * @param arguments as texts
 * @param conditional whether it is not made every time
 * @param guard what it demands of a request; null when it demands nothing
 * @param miss why that may not stop a request; null when it does
 */
record HandledCall(
        Located call,
        String name,
        String last,
        List<String> arguments,
        boolean conditional,
        @Nullable Middleware guard,
        @Nullable String miss) {
    /** The calls of a handler that call something by a name, in their order. */
    static final Question<Located, List<HandledCall>> ALL = HandledCall::all;

    private static List<HandledCall> all(Program program, Located function) {
        Resolver resolver = program.resolver();
        MiddlewareArguments arguments = new MiddlewareArguments(resolver, new Bindings(resolver));
        Refusals refusals = new Refusals(resolver);
        List<HandledCall> all = new ArrayList<>();
        for (HandlerScan.Made made : HandlerScan.of(function, resolver)) {
            Callee callee = resolver.callee(made.call());
            if (callee.name().isEmpty()) continue;
            List<String> given = List.copyOf(
                    arguments.texts(made.call(), Frame.of(made.call().module())));
            GuardKind kind = GuardCalls.kind(callee);
            String miss = null;
            Middleware guard = null;
            if (kind != null) {
                guard = new Middleware(
                        callee.name().replaceFirst("^this\\.", ""),
                        kind,
                        given,
                        made.call(),
                        true,
                        null,
                        List.of(),
                        false);
                String condition = made.condition();
                miss = condition == null ? guard.condition() : "it is only called " + condition;
                if (miss == null) miss = refusals.doubt(made.call());
            }
            all.add(new HandledCall(
                    made.call(),
                    callee.name(),
                    callee.last(),
                    given,
                    !made.conditions().isEmpty(),
                    guard,
                    miss));
        }
        return List.copyOf(all);
    }
}

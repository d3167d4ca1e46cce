package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the applications of one owner serve by registrations. Mounts and middleware tie modules together, so all that
 * can meet an application are followed in one go; an edit of another module leaves the outcome as it is, unless
 * something was resolved through it.
 */
final class Registrations {
    private final Program program;
    private final FactSink sink;

    /**
     * What is followed.
     *
     * @param order modules whose statements may make applications, in the order they run
     * @param own those of them that belong to the owner
     * @param registering modules of the owner that may hold registrations
     */
    private record Followed(List<Module> order, List<Module> own, List<Module> registering) {}

    private Registrations(Program program, FactSink sink) {
        this.program = program;
        this.sink = sink;
    }

    static List<Served> of(Program program, FactSink sink) {
        AppModules apps = AppModules.of(program);
        Followed followed = new Followed(
                ModuleOrder.of(program, apps::meets),
                program.modules().stream().filter(apps::meets).toList(),
                program.modules().stream().filter(apps::mayBeGiven).toList());
        // Remembered under one of the modules, whichever.
        List<Module> any = followed.order.isEmpty() ? followed.registering : followed.order;
        Registrations registrations = new Registrations(program, sink);
        List<List<Served>> served = sink.gathered(
                any.stream().limit(1).toList(), module -> followed, module -> registrations.served(followed));
        return served.isEmpty() ? List.of() : served.get(0);
    }

    private List<Served> served(Followed followed) {
        Replay replay = new Replay(program, sink);
        Middlewares middlewares = new Middlewares(sink, program.resolver(), replay.bindings());
        Handlers handlers = new Handlers(sink, program.resolver(), replay.bindings(), middlewares);
        replay.speak(
                WebFramework.HONO, new HonoDialect(sink, program.resolver(), replay.bindings(), middlewares, handlers));
        replay.speak(
                WebFramework.EXPRESS,
                new ExpressDialect(sink, program.resolver(), replay.bindings(), middlewares, handlers));
        replay.speak(WebFramework.FASTIFY, new FastifyDialect(replay, sink, program, middlewares, handlers));
        sink.each(followed.order, replay::run);
        new Leftovers(program, sink, replay).report(followed.own, followed.registering);
        return served(replay.apps(), followed.own);
    }

    private List<Served> served(List<App> apps, List<Module> own) {
        Set<Module> modules = new HashSet<>(own);
        List<Served> served = new ArrayList<>();
        Budget budget = new Budget(sink);
        for (App app : apps) {
            if (app.mounted() || !modules.contains(app.entry())) continue;
            if (!app.root()) ExpressDialect.unmounted(app, sink);
            else if (app.framework() == WebFramework.FASTIFY) served.addAll(Encapsulated.of(app, budget));
            else served.addAll(Ordered.of(app, budget));
        }
        return List.copyOf(served);
    }
}

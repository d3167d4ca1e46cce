package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.model.fact.ErrorPath;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.HandlerReach;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * HTTP routes of TypeScript and JavaScript, what guards them, what their handlers call and how requests end with an
 * error.
 */
public final class RoutesExtractor extends SourceExtractor {
    /** Found through {@link java.util.ServiceLoader}. */
    public RoutesExtractor() {
        super(
                "routes",
                3,
                List.of(Route.class, RouteGuard.class, HandlerCall.class, HandlerReach.class, ErrorPath.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        if (program.modules().isEmpty()) return;
        Replay replay = new Replay(program, facts);
        Middlewares middlewares = new Middlewares(facts, program.resolver(), replay.bindings());
        Handlers handlers = new Handlers(facts, program.resolver(), replay.bindings(), middlewares);
        replay.speak(
                WebFramework.HONO,
                new HonoDialect(facts, program.resolver(), replay.bindings(), middlewares, handlers));
        replay.speak(
                WebFramework.EXPRESS,
                new ExpressDialect(facts, program.resolver(), replay.bindings(), middlewares, handlers));
        replay.speak(WebFramework.FASTIFY, new FastifyDialect(replay, facts, program, middlewares, handlers));
        AppModules apps = AppModules.of(program);
        facts.each(ModuleOrder.of(program).stream().filter(apps::meets).toList(), replay::run);
        facts.alone(program.modules(), new UnreadFrameworks(facts, program.resolver())::read);
        new Leftovers(program, facts, replay, apps).report();
        RouteFacts routes = new RouteFacts(program, facts, PublicPaths.of(program, facts));
        serve(program, replay, routes, facts);
        new NestRoutes(program, facts, middlewares).routes().forEach(routes::add);
        new NextRoutes(program, facts, middlewares, handlers).routes().forEach(routes::add);
        ErrorPaths errors = new ErrorPaths(program, facts, routes.routesOf());
        facts.alone(program.modules(), errors::routesOf, errors::read);
    }

    private static void serve(Program program, Replay replay, RouteFacts routes, FactSink facts) {
        Set<String> own = new HashSet<>();
        for (Module module : program.modules()) own.add(module.path());
        Budget budget = new Budget(facts);
        for (App app : replay.apps()) {
            if (app.mounted() || !own.contains(app.entry().path())) continue;
            if (!app.root()) ExpressDialect.unmounted(app, facts);
            else if (app.framework() == WebFramework.FASTIFY)
                Encapsulated.of(app, budget).forEach(routes::add);
            else Ordered.of(app, budget).forEach(routes::add);
        }
    }
}

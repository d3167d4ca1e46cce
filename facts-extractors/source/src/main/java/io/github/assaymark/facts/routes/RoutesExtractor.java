package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.model.fact.ErrorPath;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.HandlerReach;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.List;

/**
 * HTTP routes of TypeScript and JavaScript, what guards them, what their handlers call and how requests end with an
 * error.
 */
public final class RoutesExtractor extends SourceExtractor {
    /** Found through {@link java.util.ServiceLoader}. */
    public RoutesExtractor() {
        super(
                "routes",
                4,
                List.of(Route.class, RouteGuard.class, HandlerCall.class, HandlerReach.class, ErrorPath.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        if (program.modules().isEmpty()) return;
        facts.alone(program.modules(), new UnreadFrameworks(facts, program.resolver())::read);
        RouteFacts routes = new RouteFacts(program, facts, PublicPaths.of(program, facts));
        Registrations.of(program, facts).forEach(routes::add);
        // What frameworks find by files and decorators, no application is given to.
        Bindings bindings = new Bindings(program.resolver());
        Middlewares middlewares = new Middlewares(facts, program.resolver(), bindings);
        Handlers handlers = new Handlers(facts, program.resolver(), bindings, middlewares);
        new NestRoutes(program, facts, middlewares).routes().forEach(routes::add);
        new NextRoutes(program, facts, middlewares, handlers).routes().forEach(routes::add);
        ErrorPaths errors = new ErrorPaths(program, facts, routes.report());
        facts.alone(program.modules(), errors::routesOf, errors::read);
    }
}

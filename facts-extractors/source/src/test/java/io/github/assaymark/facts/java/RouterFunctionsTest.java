package io.github.assaymark.facts.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RouterFunctionsTest {
    private static final String PATH = "src/main/java/shop/Routers.java";

    private static SourceFixture scan(String members) {
        return SourceFixture.of(PATH, """
                package shop;
                import static org.springframework.web.reactive.function.server.RequestPredicates.route;
                import static org.springframework.web.reactive.function.server.RouterFunctions.route;
                import org.springframework.web.reactive.function.server.RouterFunctions;
                class Routers {
                  private static final String BASE = "/base";
                  %s
                }
                """.formatted(members));
    }

    private static List<String> keys(SourceFixture fixture) {
        return fixture.facts(Route.class).stream().map(Route::key).toList();
    }

    private static List<String> reasons(SourceFixture fixture) {
        return fixture.facts(Unresolved.class).stream()
                .filter(open -> open.factTypes().contains("Route"))
                .map(Unresolved::reason)
                .toList();
    }

    @Test
    void builders_are_read_with_what_they_nest() {
        SourceFixture fixture = scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) {
                    return RouterFunctions.route()
                        .GET("/top", h::top)
                        .path(BASE, b -> b
                            .GET("/{id}", accept(JSON), h::one)
                            .POST(h::add)
                            .nest(accept(JSON), c -> c.DELETE("/deep", h::drop))
                            .path("/more", () -> route().PUT("/last", h::change).build()))
                        .nest(path("/n"), c -> { c.GET("/x", h::x); c.PATCH("/y", h::y); })
                        .route(method(HttpMethod.GET).and(path("/pred")), h::pred)
                        .resources("/static/**", files)
                        .build();
                  }
                """);
        assertThat(keys(fixture))
                .containsExactly(
                        "DELETE /base/deep",
                        "GET /base/{id}",
                        "GET /n/x",
                        "GET /pred",
                        "GET /top",
                        "PATCH /n/y",
                        "POST /base",
                        "PUT /base/more/last");
        assertThat(reasons(fixture)).isEmpty();
        assertThat(fixture.coverage("java", Route.class, "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void static_functions_are_read_with_what_they_nest() {
        SourceFixture fixture = scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) {
                    RouterFunction<ServerResponse> inner = route(GET("/in"), h::in).andRoute(path("/any"), h::any);
                    return route(GET("/a").and(accept(JSON)), h::a)
                        .andNest(path("/nest"), inner)
                        .and(nest(path("/other"), route(POST("/b"), h::b)))
                        .andOther(more());
                  }
                  RouterFunction<ServerResponse> more() { return route().GET("/more", Handler::more).build(); }
                """);
        assertThat(keys(fixture))
                .containsExactly("ALL /nest/any", "GET /a", "GET /more", "GET /nest/in", "POST /other/b");
        assertThat(reasons(fixture)).isEmpty();
    }

    @Test
    void builder_in_a_variable_is_followed_and_other_methods_below_their_path() {
        SourceFixture fixture = scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) {
                    var builder = RouterFunctions.route();
                    builder.GET("/one", h::one);
                    builder.path("/sub", this::sub).add(own());
                    return builder.build();
                  }
                  private RouterFunction<ServerResponse> sub() { return route().GET("/two", h::two).build(); }
                  @Bean RouterFunction<ServerResponse> own() { return route().GET("/three", h::three).build(); }
                """);
        assertThat(keys(fixture)).containsExactly("GET /one", "GET /sub/two", "GET /three", "GET /three#2");
    }

    @Test
    void handler_is_found_by_the_type_of_what_it_is_called_on() {
        SourceFixture fixture = scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) { return route().GET("/a", h::list).GET("/b", r -> ok()).build(); }
                """).with("src/main/java/shop/Handler.java", """
                package shop;
                class Handler {
                  Mono<ServerResponse> list(ServerRequest request) { return orders.load(request.path()); }
                }
                """);
        assertThat(fixture.facts(Route.class))
                .extracting(Route::key, Route::handler, Route::handlerFile, Route::file)
                .containsExactly(
                        tuple("GET /a", "h::list", "src/main/java/shop/Handler.java", PATH),
                        tuple("GET /b", null, null, PATH));
        assertThat(fixture.facts(HandlerCall.class))
                .extracting(HandlerCall::route, HandlerCall::callee)
                .contains(tuple("GET /a", "orders.load"));
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::reason)
                .containsExactly("the handler is a function without a name");
    }

    @Test
    void what_is_decided_when_the_code_runs_is_open() {
        assertThat(reasons(scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) { return route().GET(prefix + "/x", h::x).build(); }
                """))).containsExactly("it is put together when the code runs");
        assertThat(reasons(scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) {
                    var b = route();
                    if (h.admin()) b.GET("/admin", h::admin);
                    return b.build();
                  }
                """))).containsExactly("it is registered under a condition or in a loop");
        assertThat(reasons(scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) { return h.beta() ? one() : two(); }
                """)))
                .containsExactly("which of several routers it is, or how it is made, is decided when the code runs");
        assertThat(reasons(scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) { return route(GET("/x").or(GET("/y")), h::x); }
                """))).containsExactly("which requests it is for is decided when the code runs");
        assertThat(reasons(scan("""
                  @Bean RouterFunction<ServerResponse> all(RouterFunction<ServerResponse> given) { return given; }
                """))).containsExactly("where it comes from is decided when the code runs");
        assertThat(reasons(scan("""
                  @Bean RouterFunction<ServerResponse> all() { return around(all()); }
                """))).containsExactly("it is made elsewhere");
        assertThat(reasons(scan("""
                  @Bean RouterFunction<ServerResponse> a() { return nest(path("/a"), b()); }
                  RouterFunction<ServerResponse> b() { return nest(path("/b"), b()); }
                """))).containsExactly("router functions are nested too deeply");
    }

    @Test
    void filters_leave_guards_open() {
        SourceFixture fixture = scan("""
                  @Bean RouterFunction<ServerResponse> all(Handler h) { return route().GET("/x", h::x).before(h::check).build(); }
                """);
        assertThat(fixture.facts(Unresolved.class))
                .filteredOn(open -> open.factTypes().equals(List.of("RouteGuard")))
                .extracting(Unresolved::reason)
                .containsExactly("its filters are functions");
        assertThat(fixture.coverage("java", RouteGuard.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void routers_nested_without_end_end() {
        String nested = "b.GET(\"/x\", h::x)";
        for (int i = 0; i < 60; i++) nested = "b.path(\"/p\", b -> " + nested + ")";
        SourceFixture fixture =
                scan("@Bean RouterFunction<ServerResponse> all(Handler h) { return route().path(\"/p\", b -> " + nested
                        + ").build(); }");
        assertThat(keys(fixture)).isEmpty();
        assertThat(reasons(fixture)).hasSize(1);
    }
}

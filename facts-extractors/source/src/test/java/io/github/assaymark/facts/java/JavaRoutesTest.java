package io.github.assaymark.facts.java;

import static io.github.assaymark.facts.schema.MemoryRepository.coverage;
import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.schema.MemoryRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.Unresolved;
import io.github.assaymark.model.fact.WebFramework;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaRoutesTest {
    private static Snapshot scan(String... lines) {
        return new MemoryRepository().with("src/main/java/shop/A.java", lines).facts(new JavaExtractor());
    }

    private static List<String> keys(Snapshot snapshot) {
        return snapshot.facts(Route.class).stream().map(Route::key).toList();
    }

    @Test
    void paths_of_class_and_method_are_joined_for_every_path_and_method() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.springframework.web.bind.annotation.*;",
                "@RestController",
                "@RequestMapping({\"/v1/carts/\", \"/carts\"})",
                "class Carts {",
                "  @GetMapping(produces = \"text/csv\")",
                "  String all() { return \"\"; }",
                "  @RequestMapping(path = \"/{id:[0-9]{1,3}}/lines/\", method = {RequestMethod.PUT, RequestMethod.PATCH})",
                "  void change(@PathVariable int id) {}",
                "  @RequestMapping(\"ping\")",
                "  void any() {}",
                "  void notServed() {}",
                "}");

        assertThat(keys(snapshot))
                .containsExactly(
                        "ALL /carts/ping",
                        "ALL /v1/carts/ping",
                        "GET /carts",
                        "GET /v1/carts",
                        "PATCH /carts/{id}/lines",
                        "PATCH /v1/carts/{id}/lines",
                        "PUT /carts/{id}/lines",
                        "PUT /v1/carts/{id}/lines");
        assertThat(snapshot.facts(Route.class))
                .filteredOn(r -> r.key().equals("PUT /carts/{id}/lines"))
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.originalPath()).isEqualTo("/{id:[0-9]{1,3}}/lines/");
                    assertThat(route.framework()).isEqualTo(WebFramework.SPRING);
                    assertThat(route.mutation()).isTrue();
                    assertThat(route.handler()).isEqualTo("Carts.change");
                    assertThat(route.handlerLines()).isEqualTo(2);
                    assertThat(route.file()).isEqualTo("src/main/java/shop/A.java");
                    assertThat(route.sha()).isEqualTo("7d1f");
                    assertThat(route.open()).isFalse();
                });
        assertThat(snapshot.facts(Route.class))
                .extracting(Route::order)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(coverage(snapshot, "Route", "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void constants_are_found_in_other_files_through_imports_and_packages() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "services/shop/src/main/java/shop/web/Orders.java",
                        "package shop.web;",
                        "import static shop.Paths.SUFFIX;",
                        "import shop.Paths;",
                        "import org.springframework.web.bind.annotation.*;",
                        "@RestController @RequestMapping(Paths.BASE + \"/orders\")",
                        "class Orders extends Versioned {",
                        "  static final String OWN = \"/own\" + SUFFIX;",
                        "  @GetMapping(OWN) void own() {}",
                        "  @GetMapping(Near.PATH) void near() {}",
                        "  @GetMapping(LIST) void inherited() {}",
                        "}")
                .with(
                        "services/shop/src/main/java/shop/web/Near.java",
                        "package shop.web;",
                        "interface Near { String PATH = \"/near\"; }")
                .with(
                        "services/shop/src/main/java/shop/web/Versioned.java",
                        "package shop.web;",
                        "abstract class Versioned { static final String[] LIST = {\"/a\", \"/b\"}; }")
                .with(
                        "libs/paths/src/main/java/shop/Paths.java",
                        "package shop;",
                        "public final class Paths {",
                        "  public static final String BASE = \"/api/v\" + 2;",
                        "  public static final String SUFFIX = \"-x\";",
                        "}")
                .facts(new JavaExtractor());

        assertThat(keys(snapshot))
                .containsExactly(
                        "GET /api/v2/orders/a",
                        "GET /api/v2/orders/b",
                        "GET /api/v2/orders/near",
                        "GET /api/v2/orders/own-x");
        assertThat(snapshot.facts(Route.class)).extracting(Route::owner).containsOnly("services/shop");
    }

    @Test
    void a_path_that_is_no_constant_is_open_and_makes_the_coverage_partial() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.springframework.web.bind.annotation.*;",
                "@RestController class A {",
                "  @GetMapping(\"${paths.list}\") void configured() {}",
                "  @PostMapping(vendor.Paths.ADD) void outside() {}",
                "  @PutMapping(\"/fine\") void fine() {}",
                "}");

        assertThat(keys(snapshot)).containsExactly("PUT /fine");
        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::expression, Unresolved::reason)
                .containsExactly(
                        tuple("path of a route", "\"${paths.list}\"", "the path is configured elsewhere"),
                        tuple("path of a route", "vendor.Paths.ADD", "the path is no constant of the repository"));
        assertThat(gaps(snapshot, "Route", ""))
                .containsExactly(
                        "src/main/java/shop/A.java:4 the path is configured elsewhere",
                        "src/main/java/shop/A.java:5 the path is no constant of the repository");
        assertThat(coverage(snapshot, "RouteGuard", "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void mappings_come_from_interfaces_superclasses_and_composed_annotations() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "src/main/java/shop/UsersApi.java",
                        "package shop;",
                        "import org.springframework.web.bind.annotation.*;",
                        "@RequestMapping(\"/users\")",
                        "interface UsersApi {",
                        "  @GetMapping(\"/{id}\") String one(long id);",
                        "}")
                .with(
                        "src/main/java/shop/Base.java",
                        "package shop;",
                        "import org.springframework.web.bind.annotation.*;",
                        "abstract class Base {",
                        "  @DeleteMapping(\"/cache\") void drop() {}",
                        "}")
                .with(
                        "src/main/java/shop/JsonController.java",
                        "package shop;",
                        "import org.springframework.web.bind.annotation.*;",
                        "@RestController @interface JsonController {}")
                .with(
                        "src/main/java/shop/Users.java",
                        "package shop;",
                        "@JsonController",
                        "class Users extends Base implements UsersApi {",
                        "  public String one(long id) {",
                        "    return store.find(id);",
                        "  }",
                        "}")
                .with(
                        "src/main/java/shop/Remote.java",
                        "package shop;",
                        "@org.springframework.cloud.openfeign.FeignClient(\"x\")",
                        "interface Remote { @GetMapping(\"/elsewhere\") String get(); }")
                .facts(new JavaExtractor());

        assertThat(snapshot.facts(Route.class))
                .extracting(Route::key, Route::handler, Route::handlerFile, Route::file)
                .containsExactly(
                        tuple(
                                "DELETE /users/cache",
                                "Users.drop",
                                "src/main/java/shop/Base.java",
                                "src/main/java/shop/Base.java"),
                        tuple(
                                "GET /users/{id}",
                                "Users.one",
                                "src/main/java/shop/Users.java",
                                "src/main/java/shop/UsersApi.java"));
        assertThat(snapshot.facts(HandlerCall.class))
                .extracting(HandlerCall::callee)
                .containsExactly("store.find");
    }

    @Test
    void a_controller_made_from_generated_types_may_serve_more() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.springframework.web.bind.annotation.*;",
                "import generated.api.PetsApi;",
                "@RestController class Pets implements PetsApi, java.io.Serializable {",
                "  @Override public String list() { return \"\"; }",
                "}");

        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::reason)
                .containsExactly(
                        tuple("routes of PetsApi", "the type a controller is made from is not in the repository"));
    }

    @Test
    void router_functions_are_read_as_far_as_they_are_written_out() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.springframework.web.reactive.function.server.*;",
                "class Routers {",
                "  RouterFunction<ServerResponse> plain(Handler handler) {",
                "    return RouterFunctions.route().GET(\"/hello\", handler::hello).POST(prefix + \"/x\", handler::add).build();",
                "  }",
                "  RouterFunction<ServerResponse> nested(Handler handler) {",
                "    return handler.known() ? handler.one() : RouterFunctions.route().GET(\"/in\", handler::hello).build();",
                "  }",
                "}");

        assertThat(snapshot.facts(Route.class))
                .extracting(Route::key, Route::handler)
                .containsExactly(tuple("GET /hello", "handler::hello"));
        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::expression, Unresolved::reason)
                .contains(
                        tuple("prefix + \"/x\"", "it is put together when the code runs"),
                        tuple(
                                "handler.known() ? handler.one() : RouterFunctions.route().GET(\"/in\", handler::hello).build()",
                                "which of several routers it is, or how it is made, is decided when the code runs"));
    }

    @Test
    void a_prefix_for_all_paths_leaves_routes_open() {
        Snapshot snapshot = scan(
                "package shop;",
                "class Web implements WebMvcConfigurer {",
                "  public void configurePathMatch(PathMatchConfigurer c) { c.addPathPrefix(\"/api\", t -> true); }",
                "}");

        assertThat(gaps(snapshot, "Route", ""))
                .containsExactly(
                        "src/main/java/shop/A.java:3 which controllers it is for is decided when the code runs");
    }

    @Test
    void resources_of_jakarta_rest_are_routes_below_the_path_of_the_application() {
        Snapshot snapshot = scan(
                "package shop;",
                "import jakarta.ws.rs.*;",
                "@ApplicationPath(\"rest\") class App extends jakarta.ws.rs.core.Application {}",
                "@Path(\"/tickets\") class Tickets {",
                "  @GET public String all() { return \"\"; }",
                "  @POST @Path(\"{id : \\\\d+}/close\") public void close() {}",
                "  @Path(\"{id}/notes\") public Notes notes() { return new Notes(); }",
                "}",
                "class Notes {",
                "  @GET public String list() { return \"\"; }",
                "  @Path(\"{line}\") public Notes part() { return this; }",
                "  @Path(\"any\") public Object any() { return null; }",
                "}");

        assertThat(snapshot.facts(Route.class))
                .extracting(Route::key, Route::framework)
                .containsExactly(
                        tuple("GET /rest/tickets", WebFramework.JAX_RS),
                        tuple("GET /rest/tickets/{id}/notes", WebFramework.JAX_RS),
                        tuple("POST /rest/tickets/{id}/close", WebFramework.JAX_RS));
        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::reason)
                .containsExactly(
                        tuple("routes of a sub-resource", "resources give each other without end"),
                        tuple("routes of a sub-resource", "which resource it gives is decided when the code runs"));
    }

    @Test
    void other_servers_are_named_and_not_read() {
        Snapshot snapshot = scan(
                "package shop;",
                "import io.micronaut.http.annotation.*;",
                "@Controller(\"/m\") class M { @Get(\"/x\") String x() { return \"\"; } }",
                "@jakarta.servlet.annotation.WebServlet(\"/s\") class S {}");

        assertThat(keys(snapshot)).isEmpty();
        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor)
                .containsExactly("routes of a controller of Micronaut", "routes of a servlet");
    }

    @Test
    void what_a_handler_calls_is_in_order_with_its_conditions() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.springframework.web.bind.annotation.*;",
                "import org.slf4j.Logger;",
                "@RestController class A {",
                "  private static final String TOPIC = \"orders\";",
                "  @PostMapping(\"/o\") void add(Body body) {",
                "    checker.check(body.getId(), TOPIC);",
                "    if (body.big()) audit.record(\"big\");",
                "    orders.stream().forEach(o -> bus.send(TOPIC, o));",
                "  }",
                "}");

        assertThat(snapshot.facts(HandlerCall.class).stream().sorted(Comparator.comparing(HandlerCall::order)))
                .extracting(HandlerCall::callee, HandlerCall::arguments, HandlerCall::conditional)
                .containsExactly(
                        tuple("checker.check", List.of("body.getId()", "orders"), false),
                        tuple("body.getId", List.of(), false),
                        tuple("body.big", List.of(), false),
                        tuple("audit.record", List.of("big"), true),
                        tuple("bus.send", List.of("orders", "o"), true));
        assertThat(snapshot.facts(HandlerCall.class))
                .extracting(HandlerCall::route)
                .containsOnly("POST /o");
    }

    @Test
    void tests_and_templates_serve_nothing() {
        String[] controller = {
            "package shop;",
            "import org.springframework.web.bind.annotation.*;",
            "@RestController class A { @GetMapping(\"/x\") void x() {} }"
        };
        Snapshot snapshot = new MemoryRepository()
                .with("src/test/java/shop/A.java", controller)
                .with("services/_template/src/main/java/shop/A.java", controller)
                .facts(new JavaExtractor());

        assertThat(keys(snapshot)).isEmpty();
    }
}

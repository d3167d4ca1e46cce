package io.github.assaymark.facts.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    private static final String HOME = "src/main/resources/";
    private static final String CONTROLLER = """
            package shop;
            import org.springframework.web.bind.annotation.RestController;
            @RestController @RequestMapping("/carts") class Carts {
              @GetMapping("/all") String all() { return ""; }
            }
            """;

    private static SourceFixture with(String... settings) {
        SourceFixture fixture = SourceFixture.of("src/main/java/shop/Carts.java", CONTROLLER);
        for (int i = 0; i < settings.length; i += 2) fixture = fixture.with(HOME + settings[i], settings[i + 1]);
        return fixture;
    }

    private static List<String> keys(SourceFixture fixture) {
        return fixture.facts(Route.class).stream().map(Route::key).toList();
    }

    private static List<String> reasons(SourceFixture fixture) {
        return fixture.facts(Unresolved.class).stream()
                .filter(open -> open.lookedFor().equals("prefix of all paths"))
                .map(Unresolved::reason)
                .toList();
    }

    private static Coverage.Status status(SourceFixture fixture) {
        return fixture.coverage("java", Route.class, "").status();
    }

    @Test
    void context_path_stands_in_front_of_every_route() {
        SourceFixture yaml = with("application.yml", """
                server:
                  servlet:
                    contextPath: /shop/
                spring.mvc.servlet.path: /web
                """);
        SourceFixture properties =
                with("application.properties", "# where we live\nserver.servlet.context-path : \\\n   /shop\n");
        assertThat(keys(yaml)).containsExactly("GET /shop/web/carts/all");
        assertThat(yaml.only(Route.class).originalPath()).isEqualTo("/all");
        assertThat(status(yaml)).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(keys(properties)).containsExactly("GET /shop/carts/all");
    }

    @Test
    void base_path_is_for_reactive_servers() {
        assertThat(keys(with("application.properties", "spring.webflux.base-path=/flux")))
                .containsExactly("GET /flux/carts/all");
        SourceFixture both =
                with("application.properties", "spring.webflux.base-path=/flux\nserver.servlet.context-path=/shop");
        assertThat(keys(both)).containsExactly("GET /carts/all");
        assertThat(reasons(both)).containsExactly("it is not known whether it is for the server that is used");
        assertThat(status(both)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void prefix_of_a_profile_is_open() {
        SourceFixture file = with("application-prod.yml", "server.servlet.context-path: /prod");
        SourceFixture document = with("application.yml", """
                server.port: 8081
                ---
                spring.config.activate.on-profile: prod
                server.servlet.context-path: /inner
                """);
        SourceFixture properties = with("application.properties", """
                server.servlet.context-path=/base
                #---
                spring.config.activate.on-profile=eu
                server.servlet.context-path=/eu
                """);
        for (SourceFixture fixture : List.of(file, document, properties)) {
            assertThat(keys(fixture)).containsExactly("GET /carts/all");
            assertThat(reasons(fixture)).containsExactly("it depends on the profile");
            assertThat(status(fixture)).isEqualTo(Coverage.Status.PARTIAL);
        }
        assertThat(file.facts(Unresolved.class))
                .extracting(Unresolved::file, Unresolved::expression, Unresolved::factTypes)
                .containsExactly(
                        tuple(HOME + "application-prod.yml", "server.servlet.contextpath: /prod", List.of("Route")));
        assertThat(keys(with(
                        "application.yml",
                        "server.servlet.context-path: /same",
                        "application-prod.yml",
                        "server.servlet.context-path: /same")))
                .containsExactly("GET /same/carts/all");
    }

    @Test
    void placeholder_is_filled_from_the_same_settings_or_by_its_default() {
        SourceFixture known = with("application.yml", """
                app: { version: v3, root: "${APP_ROOT:/api}" }
                server.servlet.context-path: ${app.root}/${app.version}
                """);
        assertThat(keys(known)).containsExactly("GET /api/v3/carts/all");
        SourceFixture open = with("application.properties", "server.servlet.context-path=/${REGION}/x");
        assertThat(keys(open)).containsExactly("GET /carts/all");
        assertThat(reasons(open)).containsExactly("`REGION` is set when the program starts");
        for (String filled : List.of("#{systemProperties['p']}", "/@project.name@", "/${unclosed"))
            assertThat(reasons(with("application.properties", "server.servlet.context-path=" + filled)))
                    .containsExactly("it is filled in elsewhere");
        SourceFixture circle = with("application.properties", "server.servlet.context-path=${a}\na=${b}\nb=${a}");
        assertThat(reasons(circle)).hasSize(1);
    }

    @Test
    void settings_that_differ_or_cannot_be_read_leave_the_prefix_open() {
        SourceFixture twice = with(
                "application.yml",
                "server.servlet.context-path: /one",
                "application.properties",
                "server.servlet.context-path=/two");
        assertThat(reasons(twice)).containsExactly("it is set in several files");
        SourceFixture broken = with("application.yml", "server:\n  servlet: [\n");
        assertThat(reasons(broken)).singleElement().asString().startsWith("the settings cannot be read: line ");
        assertThat(status(broken)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void every_program_of_a_service_has_its_own_settings() {
        SourceFixture fixture = SourceFixture.of(
                "shop/src/main/java/shop/Carts.java",
                CONTROLLER,
                "shop/src/main/resources/application.yml",
                "server.servlet.context-path: /shop",
                "back/src/main/java/back/Offers.java",
                CONTROLLER.replace("Carts", "Offers").replace("carts", "offers"),
                "back/src/main/resources/application.yml",
                "server.port: 81",
                "shared/src/main/java/shared/Pages.java",
                CONTROLLER.replace("Carts", "Pages").replace("carts", "pages"),
                "shop/src/test/resources/application.yml",
                "server.servlet.context-path: /test");
        assertThat(keys(fixture)).containsExactly("GET /offers/all", "GET /pages/all", "GET /shop/carts/all");
        assertThat(reasons(fixture)).containsExactly("it is not known which program has the code");
    }

    @Test
    void placeholders_in_paths_of_routes_are_filled() {
        SourceFixture fixture =
                SourceFixture.of("src/main/java/shop/A.java", """
                package shop;
                import org.springframework.web.bind.annotation.RestController;
                @RestController class A {
                  @GetMapping("${paths.list}") void known() {}
                  @PostMapping("${paths.add:/add}") void usual() {}
                  @PutMapping("${paths.change}") void open() {}
                }
                """, HOME + "application.yml", "paths: { list: /list }");
        assertThat(keys(fixture)).containsExactly("GET /list", "POST /add");
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::expression)
                .containsExactly("\"${paths.change}\"");
    }

    @Test
    void rules_of_a_chain_do_not_count_the_context_path() {
        String security = """
                package shop;
                class Security {
                  @Bean SecurityFilterChain chain(HttpSecurity http) {
                    return http.authorizeHttpRequests(a -> a.requestMatchers("/carts/**").permitAll().anyRequest().denyAll()).build();
                  }
                }
                """;
        String path = "src/main/java/shop/Security.java";
        assertThat(with("application.properties", "server.servlet.context-path=/shop")
                        .with(path, security)
                        .only(Route.class)
                        .open())
                .isTrue();
        assertThat(with("application.properties", "spring.mvc.servlet.path=/web")
                        .with(path, security)
                        .only(Route.class)
                        .open())
                .isFalse();
    }

    @Test
    void applications_of_jersey_and_quarkus_get_their_path_from_settings() {
        String resource = """
                package shop;
                import jakarta.ws.rs.Path;
                @Path("/notes") class Notes { @GET public String all() { return ""; } }
                """;
        SourceFixture plain = SourceFixture.of("src/main/java/shop/Notes.java", resource);
        assertThat(keys(plain.with(
                        HOME + "application.properties",
                        "spring.jersey.application-path=/rest\nserver.servlet.context-path=/ctx")))
                .containsExactly("GET /ctx/rest/notes");
        assertThat(keys(plain.with(HOME + "application.properties", "quarkus.http.root-path=/q\nquarkus.rest.path=/r")))
                .containsExactly("GET /q/r/notes");
        SourceFixture twice = plain.with(HOME + "application.properties", "quarkus.rest.path=/r")
                .with("src/main/java/shop/App.java", """
                        package shop;
                        @jakarta.ws.rs.ApplicationPath("/app") class App extends jakarta.ws.rs.core.Application {}
                        """);
        assertThat(keys(twice)).containsExactly("GET /app/notes");
        assertThat(reasons(twice)).containsExactly("an annotation gives another path");
    }
}

package io.github.assaymark.facts.java;

import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.schema.MemoryRepository;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaGuardsTest {
    private static final String ENABLED =
            "@Configuration @EnableMethodSecurity(securedEnabled = true, jsr250Enabled = true) class Security {}";

    private static Snapshot scan(String... lines) {
        return new MemoryRepository()
                .with(
                        "src/main/java/shop/A.java",
                        "package shop;\nimport org.springframework.web.bind.annotation.*;\n" + String.join("\n", lines))
                .facts(new JavaExtractor());
    }

    private static Route route(Snapshot snapshot, String key) {
        return snapshot.facts(Route.class).stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<RouteGuard> guards(Snapshot snapshot, String route) {
        return snapshot.facts(RouteGuard.class).stream()
                .filter(g -> g.route().equals(route))
                .sorted(Comparator.comparing(RouteGuard::order))
                .toList();
    }

    @Test
    void security_annotations_are_guards() {
        Snapshot snapshot = scan(
                ENABLED,
                "@RestController @Secured(\"ROLE_CLERK\") class A {",
                "  static final String WRITE = \"hasAuthority('SCOPE_orders.write')\";",
                "  @GetMapping(\"/class\") void byClass() {}",
                "  @PreAuthorize(WRITE) @GetMapping(\"/scope\") void scope() {}",
                "  @PreAuthorize(\"hasAnyRole('A', 'B') and isAuthenticated()\") @GetMapping(\"/roles\") void roles() {}",
                "  @RolesAllowed({\"AUDITOR\"}) @GetMapping(\"/jsr\") void jsr() {}",
                "  @PermitAll @GetMapping(\"/open\") void open() {}",
                "  @PreAuthorize(\"permitAll()\") @GetMapping(\"/also\") void also() {}",
                "  @PreAuthorize(\"@authz.check(#id)\") @GetMapping(\"/bean\") void bean() {}",
                "  @PreAuthorize(\"hasRole('A') or permitAll\") @GetMapping(\"/either\") void either() {}",
                "  @IsAdmin @GetMapping(\"/meta\") void meta() {}",
                "}",
                "@PreAuthorize(\"hasRole('ADMIN')\") @interface IsAdmin {}");

        assertThat(snapshot.facts(RouteGuard.class))
                .extracting(
                        RouteGuard::key,
                        RouteGuard::kind,
                        RouteGuard::arguments,
                        RouteGuard::via,
                        RouteGuard::effective,
                        RouteGuard::reason)
                .containsExactly(
                        tuple(
                                "GET /bean < PreAuthorize",
                                GuardKind.OTHER,
                                List.of("@authz.check(#id)"),
                                GuardVia.DECORATOR,
                                true,
                                null),
                        tuple(
                                "GET /class < Secured",
                                GuardKind.ROLE,
                                List.of("ROLE_CLERK"),
                                GuardVia.DECORATOR,
                                true,
                                null),
                        tuple(
                                "GET /either < PreAuthorize",
                                GuardKind.ROLE,
                                List.of("A"),
                                GuardVia.DECORATOR,
                                false,
                                "it lets everybody pass in some cases"),
                        tuple(
                                "GET /jsr < RolesAllowed",
                                GuardKind.ROLE,
                                List.of("AUDITOR"),
                                GuardVia.DECORATOR,
                                true,
                                null),
                        tuple("GET /meta < IsAdmin", GuardKind.ROLE, List.of("ADMIN"), GuardVia.DECORATOR, true, null),
                        tuple(
                                "GET /roles < PreAuthorize",
                                GuardKind.ROLE,
                                List.of("A", "B"),
                                GuardVia.DECORATOR,
                                true,
                                null),
                        tuple(
                                "GET /scope < PreAuthorize",
                                GuardKind.SCOPE,
                                List.of("SCOPE_orders.write"),
                                GuardVia.DECORATOR,
                                true,
                                null));
        assertThat(route(snapshot, "GET /open").open()).isTrue();
        assertThat(route(snapshot, "GET /also").open()).isTrue();
        assertThat(route(snapshot, "GET /either").open()).isFalse();
    }

    @Test
    void an_annotation_that_nothing_enables_does_not_guard() {
        Snapshot snapshot = scan(
                "@EnableMethodSecurity class Security {}",
                "@RestController class A {",
                "  @Secured(\"ROLE_X\") @GetMapping(\"/x\") void x() {}",
                "  @PreAuthorize(\"hasRole('Y')\") @GetMapping(\"/y\") void y() {}",
                "}");

        assertThat(guards(snapshot, "GET /x")).singleElement().satisfies(guard -> {
            assertThat(guard.effective()).isFalse();
            assertThat(guard.reason()).isEqualTo("nothing in the service enables @Secured");
        });
        assertThat(guards(snapshot, "GET /y"))
                .singleElement()
                .satisfies(g -> assertThat(g.effective()).isTrue());
    }

    @Test
    void the_first_rule_of_a_chain_that_fits_decides() {
        Snapshot snapshot = scan(
                "class Security {",
                "  static final String[] PUBLIC = {\"/health\", \"/docs/**\"};",
                "  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {",
                "    return http.authorizeHttpRequests(auth -> auth",
                "        .requestMatchers(PUBLIC).permitAll()",
                "        .requestMatchers(HttpMethod.POST, \"/orders/**\").hasAuthority(\"SCOPE_orders.write\")",
                "        .requestMatchers(\"/admin/**\").hasAnyRole(\"ADMIN\", \"ROOT\")",
                "        .requestMatchers(\"/orders/special\").denyAll()",
                "        .anyRequest().authenticated())",
                "      .build();",
                "  }",
                "}",
                "@RestController class A {",
                "  @GetMapping(\"/health\") void health() {}",
                "  @GetMapping(\"/docs/{page}\") void docs() {}",
                "  @PostMapping(\"/orders\") void add() {}",
                "  @GetMapping(\"/orders/{id}\") void one() {}",
                "  @GetMapping(\"/admin/users\") void users() {}",
                "}");

        assertThat(route(snapshot, "GET /health").open()).isTrue();
        assertThat(route(snapshot, "GET /docs/{page}").open()).isTrue();
        assertThat(guards(snapshot, "POST /orders"))
                .extracting(
                        RouteGuard::kind,
                        RouteGuard::name,
                        RouteGuard::arguments,
                        RouteGuard::via,
                        RouteGuard::effective)
                .containsExactly(tuple(
                        GuardKind.SCOPE, "hasAuthority", List.of("SCOPE_orders.write"), GuardVia.FILTER_CHAIN, true));
        assertThat(guards(snapshot, "GET /admin/users"))
                .extracting(RouteGuard::kind, RouteGuard::arguments)
                .containsExactly(tuple(GuardKind.ROLE, List.of("ADMIN", "ROOT")));
        assertThat(guards(snapshot, "GET /orders/{id}"))
                .extracting(RouteGuard::name, RouteGuard::effective, RouteGuard::reason)
                .containsExactly(
                        tuple("denyAll", false, "it is only for some requests to the route"),
                        tuple("authenticated", true, null));
    }

    @Test
    void a_rule_with_unknown_paths_may_let_requests_pass() {
        Snapshot snapshot = scan(
                "class Security {",
                "  SecurityFilterChain chain(HttpSecurity http, Settings settings) throws Exception {",
                "    http.authorizeHttpRequests(auth -> auth",
                "        .requestMatchers(settings.open()).permitAll()",
                "        .anyRequest().authenticated());",
                "    return http.build();",
                "  }",
                "}",
                "@RestController class A { @GetMapping(\"/a\") void a() {} }");

        assertThat(route(snapshot, "GET /a").open()).isFalse();
        assertThat(guards(snapshot, "GET /a"))
                .extracting(RouteGuard::name, RouteGuard::effective, RouteGuard::reason)
                .containsExactly(tuple("authenticated", false, "a rule before it may let requests to the route pass"));
        assertThat(gaps(snapshot, "RouteGuard", ""))
                .containsExactly("src/main/java/shop/A.java:6 its paths are no constants of the repository");
    }

    @Test
    void chains_are_for_their_paths_in_their_order() {
        Snapshot snapshot = scan(
                "class Security {",
                "  @Bean @Order(2) SecurityFilterChain site(HttpSecurity http) throws Exception {",
                "    return http.authorizeHttpRequests(a -> a.anyRequest().permitAll()).build();",
                "  }",
                "  @Bean @Order(1) SecurityFilterChain api(HttpSecurity http) throws Exception {",
                "    return http.securityMatcher(\"/api/**\").authorizeHttpRequests(a -> a.anyRequest().hasRole(\"API\")).build();",
                "  }",
                "  @Bean WebSecurityCustomizer skip() { return web -> web.ignoring().requestMatchers(\"/api/raw\"); }",
                "}",
                "@RestController class A {",
                "  @GetMapping(\"/api/x\") void x() {}",
                "  @GetMapping(\"/api/raw\") void raw() {}",
                "  @GetMapping(\"/site\") void site() {}",
                "}");

        assertThat(guards(snapshot, "GET /api/x"))
                .extracting(RouteGuard::arguments, RouteGuard::effective)
                .containsExactly(tuple(List.of("API"), true));
        assertThat(route(snapshot, "GET /api/raw").open()).isTrue();
        assertThat(route(snapshot, "GET /site").open()).isTrue();
        assertThat(snapshot.facts(RouteGuard.class)).hasSize(1);
    }

    @Test
    void chains_without_an_order_or_under_a_condition_are_no_certain_guards() {
        Snapshot twice = scan(
                "class Security {",
                "  SecurityFilterChain one(HttpSecurity http) { http.authorizeHttpRequests(a -> a.anyRequest().authenticated()); }",
                "  SecurityFilterChain two(HttpSecurity http) { http.authorizeHttpRequests(a -> a.anyRequest().permitAll()); }",
                "}",
                "@RestController class A { @GetMapping(\"/a\") void a() {} }");
        assertThat(route(twice, "GET /a").open()).isFalse();
        assertThat(guards(twice, "GET /a"))
                .extracting(RouteGuard::effective, RouteGuard::reason)
                .containsExactly(tuple(false, "several chains without an order are for the route"));

        Snapshot profiled = scan(
                "class Security {",
                "  @Profile(\"prod\") SecurityFilterChain one(HttpSecurity http) { http.authorizeHttpRequests(a -> a.anyRequest().authenticated()); }",
                "}",
                "@RestController class A { @GetMapping(\"/a\") void a() {} }");
        assertThat(guards(profiled, "GET /a"))
                .extracting(RouteGuard::effective, RouteGuard::conditional)
                .containsExactly(tuple(false, true));
    }

    @Test
    void jersey_ignores_roles_without_its_feature() {
        String resource =
                "import jakarta.ws.rs.*;\n@Path(\"/r\") class R { @RolesAllowed(\"X\") @GET public String get() { return \"\"; } }";
        Snapshot plain = new MemoryRepository().with("R.java", resource).facts(new JavaExtractor());
        Snapshot jersey = new MemoryRepository()
                .with("R.java", "import org.glassfish.jersey.server.ResourceConfig;\n" + resource)
                .facts(new JavaExtractor());

        assertThat(guards(plain, "GET /r"))
                .singleElement()
                .satisfies(g -> assertThat(g.effective()).isTrue());
        assertThat(guards(jersey, "GET /r"))
                .singleElement()
                .satisfies(
                        g -> assertThat(g.reason()).isEqualTo("Jersey ignores it without RolesAllowedDynamicFeature"));
    }

    @Test
    void patterns_meet_all_some_or_none_of_a_route() {
        assertThat(JavaPath.reach("/a/**", "/a")).isEqualTo(JavaPath.Reach.ALL);
        assertThat(JavaPath.reach("/a/*", "/a/{id}")).isEqualTo(JavaPath.Reach.ALL);
        assertThat(JavaPath.reach("/a/{x}", "/a/b")).isEqualTo(JavaPath.Reach.ALL);
        assertThat(JavaPath.reach("/a/b", "/a/{id}")).isEqualTo(JavaPath.Reach.SOME);
        assertThat(JavaPath.reach("/a/*.html", "/a/index.html")).isEqualTo(JavaPath.Reach.SOME);
        assertThat(JavaPath.reach("/**/b", "/a/b")).isEqualTo(JavaPath.Reach.SOME);
        assertThat(JavaPath.reach("/a/*", "/a")).isEqualTo(JavaPath.Reach.NONE);
        assertThat(JavaPath.reach("/a", "/a/b")).isEqualTo(JavaPath.Reach.NONE);
        assertThat(JavaPath.reach("/**", "/")).isEqualTo(JavaPath.Reach.ALL);
        assertThat(JavaPath.join("/a//", "", "/{id : \\d{2}}/")).isEqualTo("/a/{id}");
    }
}

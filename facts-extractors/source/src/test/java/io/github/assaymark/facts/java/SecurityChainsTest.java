package io.github.assaymark.facts.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class SecurityChainsTest {
    private static SourceFixture scan(String security, String mapping) {
        return SourceFixture.of("src/main/java/shop/A.java", """
                package shop;
                import org.springframework.web.bind.annotation.RestController;
                %s
                @RestController class A { %s }
                """.formatted(security, mapping));
    }

    private static Tuple[] guards(SourceFixture fixture) {
        return fixture.facts(RouteGuard.class).stream()
                .map(guard -> tuple(guard.name(), guard.effective(), guard.reason()))
                .toArray(Tuple[]::new);
    }

    @Test
    void rules_that_another_method_makes_are_open() {
        SourceFixture called = scan("""
                class Security {
                  @Bean SecurityFilterChain chain(HttpSecurity http) {
                    rules(http);
                    return http.authorizeHttpRequests(a -> a.anyRequest().authenticated()).build();
                  }
                  private void rules(HttpSecurity http) { http.authorizeHttpRequests(a -> a.requestMatchers("/x").permitAll()); }
                }
                """, "@GetMapping(\"/x\") void x() {}");
        assertThat(guards(called))
                .containsExactlyInAnyOrder(
                        tuple("authorizeHttpRequests", false, "another method makes its rules"),
                        tuple("authenticated", false, "a rule before it may let requests to the route pass"));
        assertThat(called.only(Route.class).open()).isFalse();
        assertThat(called.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::reason)
                .containsExactly(tuple("security rules", "another method makes them"));
        SourceFixture given = scan("""
                class Security {
                  @Bean SecurityFilterChain chain(HttpSecurity http) { return http.authorizeHttpRequests(this::rules).build(); }
                }
                """, "@GetMapping(\"/x\") void x() {}");
        assertThat(guards(given))
                .containsExactly(tuple("authorizeHttpRequests", false, "another method makes its rules"));
        SourceFixture inside = scan("""
                class Security {
                  @Bean SecurityFilterChain chain(HttpSecurity http) {
                    return http.authorizeHttpRequests(a -> { Rules.add(a); a.anyRequest().hasRole("X"); }).build();
                  }
                }
                """, "@GetMapping(\"/x\") void x() {}");
        assertThat(guards(inside))
                .contains(tuple("hasRole", false, "a rule before it may let requests to the route pass"));
    }

    @Test
    void matchers_that_are_made_with_a_pattern_are_read() {
        SourceFixture fixture = scan("""
                class Security {
                  @Bean SecurityFilterChain chain(HttpSecurity http) {
                    return http.securityMatcher(antMatcher("/api/**")).authorizeHttpRequests(a -> a
                        .requestMatchers(new AntPathRequestMatcher("/api/open", "GET")).permitAll()
                        .requestMatchers(antMatcher(HttpMethod.POST, "/api/**")).hasRole("WRITER")
                        .anyRequest().denyAll()).build();
                  }
                }
                """, """
                @GetMapping("/api/open") void open() {}
                @PostMapping("/api/open") void add() {}
                @GetMapping("/site") void site() {}
                """);
        assertThat(fixture.facts(Route.class))
                .extracting(Route::key, Route::open)
                .containsExactly(
                        tuple("GET /api/open", true), tuple("GET /site", false), tuple("POST /api/open", false));
        assertThat(fixture.only(RouteGuard.class).route()).isEqualTo("POST /api/open");
        assertThat(fixture.only(RouteGuard.class).arguments()).containsExactly("WRITER");
    }

    @Test
    void a_rule_whose_answer_is_code_makes_those_behind_it_uncertain() {
        SourceFixture fixture = scan("""
                class Security {
                  @Bean SecurityFilterChain chain(HttpSecurity http) {
                    return http.authorizeHttpRequests(a -> a
                        .requestMatchers("/o/special").access(decide())
                        .anyRequest().authenticated()).build();
                  }
                }
                """, "@GetMapping(\"/o/{id}\") void one() {}");
        assertThat(guards(fixture))
                .containsExactly(
                        tuple("access", false, "it is only for some requests to the route"),
                        tuple("authenticated", false, "a rule before it may let requests to the route pass"));
    }

    @Test
    void order_may_be_a_constant_or_near_the_first_and_last() {
        String two = """
                class Security {
                  static final int FIRST = 1;
                  @Bean %s SecurityFilterChain one(HttpSecurity http) { return http.authorizeHttpRequests(a -> a.anyRequest().hasRole("ONE")).build(); }
                  @Bean %s SecurityFilterChain two(HttpSecurity http) { return http.authorizeHttpRequests(a -> a.anyRequest().hasRole("TWO")).build(); }
                }
                """;
        String route = "@GetMapping(\"/x\") void x() {}";
        assertThat(scan(two.formatted("@Order(5)", "@Order(FIRST)"), route)
                        .only(RouteGuard.class)
                        .arguments())
                .containsExactly("TWO");
        assertThat(scan(
                                two.formatted(
                                        "@Order(Ordered.HIGHEST_PRECEDENCE + 2)", "@Order(Ordered.HIGHEST_PRECEDENCE)"),
                                route)
                        .only(RouteGuard.class)
                        .arguments())
                .containsExactly("TWO");
        assertThat(scan(two.formatted("@Order(Ordered.LOWEST_PRECEDENCE - 1)", ""), route)
                        .only(RouteGuard.class)
                        .arguments())
                .containsExactly("ONE");
        assertThat(scan(two.formatted("@Order(vendor.Orders.X)", "@Order(FIRST)"), route)
                        .facts(RouteGuard.class))
                .isNotEmpty()
                .allSatisfy(guard -> {
                    assertThat(guard.effective()).isFalse();
                    assertThat(guard.reason()).isEqualTo("several chains without an order are for the route");
                });
    }

    @Test
    void expressions_that_leave_a_way_out_are_no_certain_guards() {
        String enabled = "@EnableMethodSecurity class Security {}";
        assertThat(guards(scan(enabled, """
                @PreAuthorize("hasRole('A') || hasAuthority('b:c') or isFullyAuthenticated()") @GetMapping("/fine") void fine() {}
                """))).containsExactly(tuple("PreAuthorize", true, null));
        assertThat(guards(scan(enabled, """
                @PreAuthorize("hasRole('A') or #id == principal.id") @GetMapping("/own") void own() {}
                """)))
                .containsExactly(tuple(
                        "PreAuthorize", false, "it is one of several conditions, not all of which are understood"));
        assertThat(guards(scan(enabled, """
                @PreAuthorize("!hasRole('BLOCKED')") @GetMapping("/not") void not() {}
                """)))
                .containsExactly(tuple("PreAuthorize", false, "it asks for the opposite of something"));
        assertThat(guards(scan(
                        enabled + "\n@PreAuthorize(\"hasRole('{value}')\") @interface Has { String value(); }", """
                @Has("X") @GetMapping("/filled") void filled() {}
                """)))
                .containsExactly(tuple("Has", false, "what it asks for is filled in where it is used"));
    }

    @Test
    void attributes_of_own_annotations_count_where_they_say_what_they_stand_for() {
        SourceFixture fixture = scan("""
                @GetMapping(produces = "text/plain") @interface Fetch {
                  @AliasFor(annotation = GetMapping.class, attribute = "path") String[] value() default {};
                  String[] consumes() default {};
                }
                @PostMapping @interface Add {
                  @AliasFor(annotation = PostMapping.class) String[] path() default "/usual";
                }
                @PutMapping @interface Same { String path() default ""; String value() default ""; }
                @RestController @RequestMapping @interface Api { @AliasFor(annotation = RequestMapping.class, attribute = "value") String at(); }
                """, """
                @Fetch("/fetched") void a() {}
                @Fetch void b() {}
                @Add void c() {}
                @Add(path = "/other") void d() {}
                @Same(path = "/unclear") void e() {}
                @Same("/own meaning") void f() {}
                """).with("src/main/java/shop/B.java", """
                package shop;
                import org.springframework.web.bind.annotation.RestController;
                @Api(at = "/b") class B { @GetMapping("/x") void x() {} }
                """);
        assertThat(fixture.facts(Route.class))
                .extracting(Route::key)
                .containsExactly("GET /", "GET /b/x", "GET /fetched", "POST /other", "POST /usual", "PUT /");
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::expression)
                .containsExactly("\"/unclear\"");
    }

    @Test
    void mapping_of_an_interface_goes_before_that_of_the_superclass() {
        SourceFixture fixture = SourceFixture.of("src/main/java/shop/A.java", """
                package shop;
                import org.springframework.web.bind.annotation.RestController;
                @RequestMapping("/super") abstract class Base {}
                @RequestMapping("/api") interface Api { @GetMapping("/x") String x(); }
                @RestController class A extends Base implements Api { @Override public String x() { return ""; } }
                """);
        assertThat(fixture.only(Route.class).key()).isEqualTo("GET /api/x");
    }
}

package io.github.assaymark.facts.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.ErrorPath;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaErrorsTest {
    private static SourceFixture scan(String text) {
        return SourceFixture.of("src/main/java/shop/A.java", "package shop;\n" + text);
    }

    private static List<String> errors(SourceFixture fixture) {
        return fixture.facts(ErrorPath.class).stream()
                .map(e -> e.route() + " " + e.status() + " " + e.code() + " " + e.error() + " " + e.enclosingFunction())
                .toList();
    }

    @Test
    void exceptions_of_handlers_have_the_status_they_carry() {
        SourceFixture fixture = scan("""
                @RestController class A {
                  private static final int GONE = 410;
                  @GetMapping("/a") String a(String id) {
                    if (id == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND, "A_MISSING");
                    if (id.isEmpty()) throw new ResponseStatusException(HttpStatusCode.valueOf(423));
                    if (id.isBlank()) throw new ResponseStatusException(GONE);
                    return find(id).orElseThrow(() -> new Taken(id));
                  }
                  @PostMapping("/b") Mono<String> b() { return Mono.error(new Locked()); }
                  @PutMapping("/c") String c() { return find("x").orElseThrow(Unmapped::new); }
                  @DeleteMapping("/d") String d() { throw refused(); }
                  private Taken refused() { return new Taken("d"); }
                }
                @ResponseStatus(code = HttpStatus.CONFLICT) class Conflicts extends RuntimeException {}
                class Taken extends Conflicts { static final String CODE = "TAKEN_ALREADY"; }
                class Locked extends ResponseStatusException { Locked() { super(HttpStatus.LOCKED, "lock.held"); } }
                class Unmapped extends RuntimeException {}
                """);
        assertThat(errors(fixture))
                .containsExactlyInAnyOrder(
                        "GET /a 404 A_MISSING ResponseStatusException a",
                        "GET /a 423 null ResponseStatusException a",
                        "GET /a 410 null ResponseStatusException a",
                        "GET /a 409 TAKEN_ALREADY Taken a",
                        "POST /b 423 lock.held Locked b",
                        "PUT /c null null Unmapped c",
                        "DELETE /d 409 TAKEN_ALREADY Taken d");
        assertThat(fixture.facts(ErrorPath.class))
                .filteredOn(
                        e -> "GET /a".equals(e.route()) && Integer.valueOf(410).equals(e.status()))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo("src/main/java/shop/A.java#a 410");
                    assertThat(e.provenance().place()).satisfies(place -> {
                        assertThat(place).isNotNull();
                        assertThat(place.startLine()).isEqualTo(7);
                    });
                });
        assertThat(fixture.coverage("java", ErrorPath.class, "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void handlers_of_exceptions_decide_the_status() {
        SourceFixture fixture = scan("""
                @RestController class A {
                  @GetMapping("/own") void own() { throw new IllegalArgumentException("x"); }
                  @GetMapping("/near") void near() { throw new Near(); }
                  @GetMapping("/asked") void asked() { throw new Asked("asked.code"); }
                  @GetMapping("/open") void open() { throw new Open(); }
                  @ExceptionHandler(RuntimeException.class) @ResponseStatus(HttpStatus.BAD_REQUEST) void bad() {}
                }
                @RestController class B {
                  @GetMapping("/b/near") void near() { throw new Near(); }
                  @GetMapping("/b/asked") void asked() { throw new Asked("asked.code"); }
                  @GetMapping("/b/open") void open() { throw new Open(); }
                  @GetMapping("/b/none") void none() { throw new Far(); }
                }
                @RestControllerAdvice class Advice {
                  @ExceptionHandler ProblemDetail near(Near e) { return ProblemDetail.forStatusAndDetail(HttpStatus.GONE, ""); }
                  @ExceptionHandler(Base.class) ResponseEntity<String> base(Base e) { return ResponseEntity.status(e.status()).body(""); }
                  @ExceptionHandler(Open.class) ResponseEntity<String> open(Open e) {
                    return e.a() ? ResponseEntity.notFound().build() : ResponseEntity.badRequest().build();
                  }
                }
                class Near extends RuntimeException {}
                class Open extends RuntimeException {}
                class Far extends Exception {}
                class Base extends RuntimeException { Base(HttpStatus status, String code) { super(code); } }
                class Asked extends Base { Asked(String code) { super(HttpStatus.PAYMENT_REQUIRED, code); } }
                """);
        assertThat(errors(fixture))
                .contains(
                        "GET /own 400 null IllegalArgumentException own",
                        "GET /near 400 null Near near",
                        "GET /b/near 410 null Near near",
                        "GET /b/asked 402 asked.code Asked asked",
                        "GET /b/open null null Open open",
                        "GET /b/none null null Far none");
    }

    @Test
    void an_advice_for_some_controllers_or_one_of_several_leaves_the_status_open() {
        SourceFixture fixture = scan("""
                @RestController class A {
                  @GetMapping("/some") void some() { throw new Some(); }
                  @GetMapping("/two") void two() { throw new Two(); }
                }
                @ControllerAdvice(basePackages = "x") class One { @ExceptionHandler @ResponseStatus(HttpStatus.GONE) void some(Some e) {} }
                @ControllerAdvice class Two1 { @ExceptionHandler @ResponseStatus(HttpStatus.GONE) void two(Two e) {} }
                @ControllerAdvice class Two2 { @ExceptionHandler @ResponseStatus(HttpStatus.CONFLICT) void two(Two e) {} }
                class Some extends RuntimeException {}
                class Two extends RuntimeException {}
                """);
        assertThat(errors(fixture))
                .containsExactlyInAnyOrder("GET /some null null Some some", "GET /two null null Two two");
    }

    @Test
    void answers_with_an_error_status_are_error_paths() {
        SourceFixture fixture = scan("""
                @RestController class A {
                  @GetMapping("/a") ResponseEntity<String> a(HttpServletResponse r, int status) {
                    if (status == 1) return ResponseEntity.notFound().build();
                    if (status == 2) return ResponseEntity.status(HttpStatus.CONFLICT).body("x");
                    if (status == 3) return new ResponseEntity<>("x", HttpStatus.FORBIDDEN);
                    if (status == 4) { r.sendError(HttpServletResponse.SC_BAD_GATEWAY); return null; }
                    if (status == 5) return ResponseEntity.status(status).build();
                    return new ResponseEntity<>("x", HttpStatus.CREATED);
                  }
                }
                class Elsewhere { ResponseEntity<String> b(int s) { return s > 1 ? ResponseEntity.status(s).build() : ResponseEntity.badRequest().build(); } }
                """);
        assertThat(errors(fixture))
                .containsExactlyInAnyOrder(
                        "GET /a 404 null null a",
                        "GET /a 409 null null a",
                        "GET /a 403 null null a",
                        "GET /a 502 null null a",
                        "null 400 null null b");
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::expression, Unresolved::factTypes)
                .containsExactly(tuple("status of an answer", "status", List.of("ErrorPath")));
    }

    @Test
    void exceptions_of_jakarta_rest_have_their_status_and_mappers_theirs() {
        SourceFixture fixture = scan("""
                import jakarta.ws.rs.NotFoundException;
                import jakarta.ws.rs.Path;
                @Path("/r") class R {
                  @GET public String a() { throw new NotFoundException(); }
                  @PUT public String b() { throw new Busy(); }
                  @POST public Response c() { return Response.status(Response.Status.TOO_MANY_REQUESTS).build(); }
                  @DELETE public Response d() { throw new WebApplicationException("x", 418); }
                }
                class Busy extends RuntimeException {}
                class BusyMapper implements jakarta.ws.rs.ext.ExceptionMapper<Busy> {
                  public Response toResponse(Busy e) { return Response.status(503).build(); }
                }
                """);
        assertThat(errors(fixture))
                .contains(
                        "GET /r 404 null NotFoundException a",
                        "PUT /r 503 null Busy b",
                        "POST /r 429 null null c",
                        "DELETE /r 418 null WebApplicationException d");
    }

    @Test
    void what_is_thrown_but_made_elsewhere_is_open_in_handlers() {
        SourceFixture fixture = scan("""
                @RestController class A {
                  @GetMapping("/a") void a() { throw errors.notFound("a"); }
                  void b() { throw errors.notFound("b"); }
                  void c() { throw new Unmapped(); }
                  @GetMapping("/d") void d() { try { b(); } catch (RuntimeException e) { throw e; } }
                }
                """);
        assertThat(errors(fixture)).isEmpty();
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::expression, Unresolved::reason)
                .containsExactly(tuple("errors.notFound(\"a\")", "what is thrown is made elsewhere"));
    }

    @Test
    void exceptions_that_extend_each_other_end() {
        assertThat(errors(scan("""
                @RestController class A { @GetMapping("/a") void a() { throw new One(); } }
                class One extends Two {}
                class Two extends One {}
                """))).containsExactly("GET /a null null One a");
    }
}

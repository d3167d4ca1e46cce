package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the routes of public repositories with what plain searches of their texts count. Run with
 * {@code -Dassay.trial=DIR}, where DIR holds checkouts named {@code openstatus} (22df52eb), {@code unkey} (45482aa1)
 * and {@code nestjs-boilerplate} (9620f159); skipped otherwise.
 */
class RoutesTrialTest {
    private static final Pattern PATH_OF_ROUTE =
            Pattern.compile("createRoute\\(\\{.*?^ {2}path: \"([^\"]*)\"", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CONTROLLER = Pattern.compile("^@Controller\\(", Pattern.MULTILINE);
    private static final Pattern NEST_HANDLER =
            Pattern.compile("^ {2}@(Get|Post|Put|Patch|Delete|All)\\(", Pattern.MULTILINE);

    private static Path trial(String repository) {
        String directory = System.getProperty("assay.trial");
        Path path = directory == null ? Path.of("") : Path.of(directory, repository);
        boolean there = directory != null && Files.isDirectory(path);
        if (!there)
            System.out.println("Skipped: no checkout of " + repository
                    + " to compare with. Maybe run with -Dassay.trial=DIR, where DIR holds it.");
        assumeTrue(there);
        return path;
    }

    /** What the pattern finds in the sources below a directory; its first group, when it has one. */
    private static List<String> found(Path directory, Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".ts") || name.contains(".test.") || name.contains(".spec.")) continue;
                Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (matcher.find()) found.add(matcher.group(matcher.groupCount()));
            }
        }
        return found;
    }

    private static List<Route> described(Snapshot snapshot) {
        return snapshot.facts(Route.class).stream().filter(Route::typed).toList();
    }

    @Test
    void openstatus_has_39_described_routes_with_their_inherited_guards() throws IOException {
        Path directory = trial("openstatus").resolve("apps/server");
        Snapshot snapshot = Extractors.standard().scan(directory);
        List<Route> routes = described(snapshot);
        List<String> written = found(directory.resolve("src"), PATH_OF_ROUTE);
        assertThat(written).hasSize(39);
        assertThat(routes.stream().map(Route::originalPath).toList()).containsExactlyInAnyOrderElementsOf(written);
        assertThat(routes).allMatch(route -> route.path().startsWith("/v1/") && route.described());
        for (Route route : routes) {
            assertThat(snapshot.facts(RouteGuard.class).stream()
                            .filter(guard -> guard.route().equals(route.key()) && guard.effective())
                            .map(RouteGuard::name)
                            .toList())
                    .as(route.key())
                    .contains("sentry", "requestId", "authMiddleware");
            // It lets requests that read, and those without a key, pass.
            assertThat(snapshot.facts(RouteGuard.class).stream()
                            .filter(guard -> guard.route().equals(route.key()))
                            .filter(guard -> guard.name().equals("requireWriteScope"))
                            .map(RouteGuard::conditional)
                            .toList())
                    .as(route.key())
                    .containsExactly(true);
        }
        assertThat(snapshot.facts(Route.class)).hasSize(55);
        assertThat(unresolved(snapshot)).isEmpty();
    }

    @Test
    void unkey_has_44_described_routes_and_guards_them_in_their_handlers() throws IOException {
        Path directory = trial("unkey").resolve("apps/api");
        Snapshot snapshot = Extractors.standard().scan(directory);
        List<Route> routes = described(snapshot);
        List<String> written = found(directory.resolve("src"), PATH_OF_ROUTE);
        assertThat(written).hasSize(44);
        assertThat(routes.stream().map(Route::originalPath).toList()).containsExactlyInAnyOrderElementsOf(written);
        assertThat(snapshot.facts(Route.class).stream()
                        .filter(route -> !routes.contains(route))
                        .map(Route::key))
                .containsExactly("GET /openapi.json");
        assertThat(snapshot.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.via() == GuardVia.HANDLER_CALL
                                && guard.name().equals("rootKeyAuth"))
                        .map(RouteGuard::route)
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(36);
        assertThat(unresolved(snapshot)).isEmpty();
    }

    @Test
    void nestjs_boilerplate_has_24_handlers_in_9_controllers() throws IOException {
        Path directory = trial("nestjs-boilerplate");
        Snapshot snapshot = Extractors.standard().scan(directory);
        List<Route> routes = snapshot.facts(Route.class);
        assertThat(found(directory.resolve("src"), NEST_HANDLER)).hasSize(24);
        assertThat(found(directory.resolve("src"), CONTROLLER)).hasSize(9);
        assertThat(routes).hasSize(24);
        assertThat(routes.stream().map(Route::file).distinct()).hasSize(9);
        assertThat(unresolved(snapshot)).containsExactly("global prefix of routes");
        assertThat(snapshot.facts(Coverage.class).stream()
                        .filter(coverage -> coverage.extractor().equals("routes")
                                && coverage.factType().equals("Route"))
                        .map(Coverage::status)
                        .toList())
                .containsExactly(Coverage.Status.PARTIAL);
    }

    private static List<String> unresolved(Snapshot snapshot) {
        return snapshot.facts(Unresolved.class).stream()
                .filter(open -> open.factTypes().contains("Route"))
                .map(Unresolved::lookedFor)
                .toList();
    }
}

package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.node.NodePackages;
import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import io.github.assaymark.model.fact.WebFramework;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Routes and guards of random applications, against what Express 4, Express 5 and Fastify 5 themselves list and answer:
 * every route they have is found under its full path, and a request to it meets the guards that are told, or what is
 * missing is told as open. {@code -Dassay.seed} repeats a run, {@code -Dassay.apps} says how many of each framework.
 */
class RunningFrameworksTest {
    private static final long SEED = Long.getLong("assay.seed", 5);
    private static final int APPS = Integer.getInteger("assay.apps", 12);

    /** What was found of one application, and what its framework says. */
    private static final class Compared {
        private final String framework;
        private final RandomApp app;
        private final SourceFixture found;
        private final List<Route> routes;
        private final List<String> listed = new ArrayList<>();
        private final Map<Integer, String> answered = new TreeMap<>();

        Compared(String framework, RandomApp app) {
            this.framework = framework;
            this.app = app;
            List<String> texts = new ArrayList<>();
            app.files().forEach((path, text) -> texts.addAll(List.of("src/" + path, text)));
            this.found = SourceFixture.of(texts.toArray(String[]::new));
            this.routes = found.facts(Route.class);
        }

        boolean fastify() {
            return framework.equals("fastify");
        }

        String input(String directory) {
            List<String> parts = new ArrayList<>(List.of(framework, directory));
            for (Route route : routes) parts.add(asked(route.method()) + " " + url(route.path()));
            return String.join("\t", parts);
        }

        private static String asked(String method) {
            return method.equals("ALL") ? "PATCH" : method;
        }

        private static String url(String path) {
            return path.replaceAll("\\{[^}]*}", "some").replaceAll("/\\*\\w*", "/any/thing");
        }

        void said(String[] parts) {
            if (parts[0].equals("answered")) answered.put(Integer.valueOf(parts[2]), parts[3] + " " + parts[4]);
            else listed.add(parts[2] + " " + shown(parts[3]) + parts[4]);
        }

        /** Express does not say where a router is mounted. */
        private static String shown(String path) {
            return path.isEmpty() ? "" : RoutePath.shown(RoutePath.clean(path), WebFramework.FASTIFY) + " ";
        }

        private String guards(Route route) {
            List<String> guards = found.facts(RouteGuard.class).stream()
                    .filter(guard -> guard.route().equals(route.key())
                            && guard.effective()
                            && guard.via() != GuardVia.HANDLER_CALL)
                    .sorted(Comparator.comparingInt(RouteGuard::order))
                    .map(RouteGuard::name)
                    .toList();
            return sorted(String.join(",", guards));
        }

        /** Hooks of Fastify run in the order of their kinds. */
        private String sorted(String guards) {
            return fastify()
                    ? List.of(guards.split(",", -1)).stream().sorted().collect(Collectors.joining(","))
                    : guards;
        }

        List<String> differences() {
            List<String> differences = new ArrayList<>();
            List<String> ours = new ArrayList<>();
            for (int i = 0; i < routes.size(); i++) {
                Route route = routes.get(i);
                boolean one = String.valueOf(route.handler()).startsWith("h");
                if (one) ours.add(route.method() + " " + (fastify() ? route.path() + " " : "") + route.handler());
                String expected = route.handler() + " " + guards(route);
                String answer = answered.getOrDefault(i, "nothing");
                int space = answer.indexOf(' ') + 1;
                String actual = answer.substring(0, space) + sorted(answer.substring(space));
                if (!expected.equals(actual))
                    differences.add(route.key() + ": told is `" + expected + "`, it answers `" + actual + "`");
            }
            List<String> theirs = new ArrayList<>(listed);
            // Fastify serves the root of a plugin with and without a slash.
            if (fastify()) theirs = new ArrayList<>(theirs.stream().distinct().toList());
            theirs.removeIf(route -> route.substring(route.lastIndexOf(' ') + 1).startsWith("o"));
            List<String> missed = new ArrayList<>(theirs);
            ours.forEach(missed::remove);
            if (found.facts(Unresolved.class).isEmpty())
                missed.forEach(route -> differences.add(route + ": it is missed"));
            theirs.forEach(ours::remove);
            ours.forEach(route -> differences.add(route + ": there is no such route"));
            return differences;
        }

        String source() {
            StringBuilder source = new StringBuilder();
            app.files().forEach((path, text) -> {
                if (!path.equals("guards.js"))
                    source.append("---- ").append(path).append('\n').append(text);
            });
            return source.toString();
        }
    }

    @Test
    void routes_and_guards_are_those_of_the_running_framework() throws IOException, InterruptedException {
        NodePackages packages = NodePackages.of("frameworks", RunningFrameworksTest.class);
        Map<String, Compared> apps = new LinkedHashMap<>();
        for (int i = 0; i < APPS; i++) {
            for (String framework : List.of("express4", "express", "fastify")) {
                Random random = new Random(SEED * 1_000 + i);
                RandomApp app = framework.equals("fastify")
                        ? new RandomFastify(random)
                        : new RandomExpress(random, framework.equals("express4"));
                apps.put("apps/" + framework + i, write(packages, "apps/" + framework + i, framework, app));
            }
        }
        List<String> input = new ArrayList<>();
        apps.forEach((directory, app) -> input.add(app.input(directory)));
        for (String line : packages.run("frameworks.cjs", List.of(), input)) {
            String[] parts = line.split("\t", -1);
            Objects.requireNonNull(apps.get(parts[1]), line).said(parts);
        }
        int routes = 0;
        int open = 0;
        Map<String, List<String>> different = new LinkedHashMap<>();
        String first = "";
        for (Map.Entry<String, Compared> app : apps.entrySet()) {
            List<String> differences = app.getValue().differences();
            if (!differences.isEmpty()) {
                if (different.isEmpty()) first = app.getValue().source();
                different.put(app.getKey(), differences);
            }
            routes += app.getValue().routes.size();
            if (!app.getValue().found.facts(Unresolved.class).isEmpty()) open++;
        }
        assertThat(different.isEmpty())
                .as("with seed %s: %s%nthe first of these applications is%n%s", SEED, different, first)
                .isTrue();
        System.out.println("RunningFrameworksTest: " + routes + " routes of " + apps.size() + " applications answer as "
                + "they are told, seed " + SEED + "; " + open + " leave something open");
        assertThat(open).isLessThan(apps.size() / 4);
        assertThat(routes).isGreaterThan(apps.size() * 5);
    }

    private static Compared write(NodePackages packages, String directory, String framework, RandomApp app)
            throws IOException {
        Path root = packages.directory().resolve(directory);
        Files.createDirectories(root);
        try (Stream<Path> before = Files.list(root)) {
            for (Path file : before.toList()) Files.delete(file);
        }
        for (Map.Entry<String, String> file : app.files().entrySet())
            Files.writeString(root.resolve(file.getKey()), file.getValue());
        return new Compared(framework, app);
    }
}

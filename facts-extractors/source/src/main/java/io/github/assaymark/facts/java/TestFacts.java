package io.github.assaymark.facts.java;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.model.fact.TestBucket;
import io.github.assaymark.model.fact.TestCase;
import io.github.assaymark.model.fact.TestFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Hands over the tests of one file. */
final class TestFacts {
    private static final Set<String> TESTS = Set.of(
            "Test",
            "ParameterizedTest",
            "RepeatedTest",
            "TestFactory",
            "TestTemplate",
            "Property",
            "Example",
            "ArchTest");
    private static final Set<String> STAND_INS =
            Set.of("Mock", "MockBean", "MockitoBean", "Spy", "SpyBean", "MockitoSpyBean", "InjectMock", "MockK");
    private static final Set<String> HTTP = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final int MAX_TEXT = 100;
    private static final int MAX_TEXTS = 200;

    private final JavaIndex index;
    private final JavaFacts facts;
    private final JavaUnit unit;
    private final List<String> mocks;

    TestFacts(JavaIndex index, JavaFacts facts, JavaUnit unit) {
        this.index = index;
        this.facts = facts;
        this.unit = unit;
        this.mocks = mocks();
    }

    void emit() {
        for (JavaType type : unit.types()) {
            for (JavaMethod method : type.methods()) {
                if (!test(method)) continue;
                TestCase test = fact(type, method);
                facts.fact(test);
                new AssertedStatuses(index, facts, unit).emit(type, method, test);
            }
        }
    }

    private static boolean test(JavaMethod method) {
        return method.annotations().stream().anyMatch(a -> TESTS.contains(a.name()));
    }

    private TestCase fact(JavaType type, JavaMethod method) {
        String suite = suite(type);
        String name = displayed(method.annotations(), method.name());
        Set<String> texts = new TreeSet<>();
        for (String text : method.texts()) {
            if (text.isBlank() || texts.size() >= MAX_TEXTS) continue;
            String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
            texts.add(Secrets.shown(cut, JavaFacts.MAX_SHOWN));
        }
        return new TestCase(
                facts.key(TestCase.class, unit.path() + "#" + suite + " > " + name),
                facts.owner(),
                facts.place(unit, method.span()),
                name,
                suite,
                framework(),
                bucket(method),
                targets(type, method),
                List.copyOf(texts),
                mocks,
                skipped(type, method),
                false,
                assertions(type, method),
                matchers(method),
                expected(type, method),
                unit.path());
    }

    private TestFramework framework() {
        return unit.imports("org.junit") || unit.imports("net.jqwik") ? TestFramework.JUNIT : TestFramework.UNKNOWN;
    }

    private String suite(JavaType type) {
        List<String> names = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (String part : type.name().split("\\.", -1)) {
            path.append(path.isEmpty() ? "" : ".").append(part);
            JavaType around = named(path.toString());
            names.add(around == null ? part : displayed(around.annotations(), part));
        }
        return String.join(" > ", names);
    }

    private @Nullable JavaType named(String name) {
        for (JavaType each : unit.types()) if (each.name().equals(name)) return each;
        return null;
    }

    private String displayed(List<JavaAnnotation> annotations, String name) {
        JavaAnnotation shown = JavaAnnotation.named(annotations, "DisplayName");
        JavaValue value = shown == null ? null : shown.value("value");
        String text = value == null ? null : index.text(value, unit, null);
        return text == null ? name : text;
    }

    private boolean skipped(JavaType type, JavaMethod method) {
        if (skipping(method.annotations())) return true;
        for (String name = type.name(); !name.isEmpty(); name = outer(name)) {
            JavaType around = named(name);
            if (around != null && skipping(around.annotations())) return true;
        }
        return method.calls().stream()
                .anyMatch(c -> c.name().equals("assumeTrue")
                        || c.name().equals("assumeFalse")
                        || c.name().equals("abort"));
    }

    private static String outer(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    private static boolean skipping(List<JavaAnnotation> annotations) {
        return annotations.stream()
                .anyMatch(a -> a.name().startsWith("Disabled")
                        || a.name().equals("Ignore")
                        || a.name().startsWith("EnabledIf")
                        || a.name().startsWith("EnabledOn")
                        || a.name().startsWith("EnabledFor")
                        || (a.name().equals("Test") && a.says("enabled", false)));
    }

    /** Assertions in the test, and calls of methods of its class that hold one. */
    private static int assertions(JavaType type, JavaMethod method) {
        int count = 0;
        for (JavaCall call : method.calls()) {
            if (asserts(call)) count++;
            else if (call.root().isEmpty() && call.plain() && !call.callee().contains(".")) {
                boolean helper = type.methods().stream()
                        .anyMatch(m -> m.name().equals(call.callee())
                                && !m.name().equals(method.name())
                                && m.calls().stream().anyMatch(TestFacts::asserts));
                if (helper) count++;
            }
        }
        JavaAnnotation test = JavaAnnotation.named(method.annotations(), "Test");
        return test != null && test.value("expected", "expectedExceptions") != null ? count + 1 : count;
    }

    private static boolean chained(JavaCall call) {
        return asserts(call)
                || call.callee().contains("assertThat(")
                || call.callee().contains("andExpect(");
    }

    private static List<String> matchers(JavaMethod method) {
        Set<String> names = new TreeSet<>();
        for (JavaCall call : method.calls()) if (chained(call)) names.add(call.name());
        return List.copyOf(names);
    }

    /** Numbers and texts among the arguments of assertions. */
    private List<String> expected(JavaType type, JavaMethod method) {
        Set<String> found = new TreeSet<>();
        for (JavaCall call : method.calls()) {
            if (!chained(call)) continue;
            for (JavaValue argument : call.arguments()) {
                String text = argument.source().matches("-?\\d{1,18}[lL]?")
                        ? argument.source().replaceAll("[lL]$", "")
                        : index.text(argument, unit, type);
                if (text == null || text.isBlank() || text.length() > MAX_TEXT || found.size() >= MAX_TEXTS) continue;
                found.add(not(call) + Secrets.shown(text, JavaFacts.MAX_SHOWN));
            }
        }
        return List.copyOf(found);
    }

    private static String not(JavaCall call) {
        return call.name().matches("(assert|is|does|has|contains)?(Not|not)[A-Z].*") ? "not " : "";
    }

    private static boolean asserts(JavaCall call) {
        String name = call.name();
        if (call.construction()) return false;
        return name.startsWith("assert")
                || name.equals("fail")
                || name.startsWith("andExpect")
                || name.startsWith("expectStatus")
                || name.startsWith("expectBody")
                || name.startsWith("expectHeader")
                || (name.startsWith("should") && name.length() > 6)
                || name.equals("verify")
                || name.equals("verifyNoInteractions")
                || name.equals("verifyNoMoreInteractions")
                || (name.equals("statusCode") && call.callee().contains("then()"));
    }

    private List<String> targets(JavaType type, JavaMethod method) {
        Set<String> targets = new TreeSet<>();
        for (JavaCall call : method.calls()) {
            String route = route(call, type);
            if (route != null) targets.add(route);
            if (call.rootType() == null || call.construction() || !call.plain()) continue;
            JavaIndex.Declared declared = index.type(unit, type, call.rootType());
            if (declared != null && !declared.unit().path().equals(unit.path()))
                targets.add(declared.type().simpleName() + "." + call.name());
        }
        return List.copyOf(targets);
    }

    /** {@code GET /orders} for {@code get("/orders")}, {@code get().uri("/orders")} and the like. */
    private @Nullable String route(JavaCall call, JavaType type) {
        if (call.arguments().isEmpty()) return null;
        String path = index.text(call.arguments().get(0), unit, type);
        if (path == null || !path.startsWith("/")) return null;
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        String name = call.name();
        if (HTTP.contains(name)) return name.toUpperCase(Locale.ROOT) + " " + plain;
        if (name.equals("uri")) {
            for (String verb : HTTP)
                if (call.callee().endsWith(verb + "().uri")) return verb.toUpperCase(Locale.ROOT) + " " + plain;
        }
        if (name.startsWith("getFor")) return "GET " + plain;
        if (name.startsWith("postFor")) return "POST " + plain;
        if (!name.equals("exchange") || call.arguments().size() < 2) return null;
        String verb = call.arguments().get(1).source();
        return verb.startsWith("HttpMethod.") ? verb.substring("HttpMethod.".length()) + " " + plain : null;
    }

    private List<String> mocks() {
        Set<String> found = new TreeSet<>();
        for (JavaType type : unit.types()) {
            for (JavaField field : type.fields()) {
                if (field.annotations().stream().anyMatch(a -> STAND_INS.contains(a.name())))
                    found.add(JavaIndex.withoutArguments(field.type()));
            }
            for (JavaMethod method : type.methods()) {
                for (JavaCall call : method.calls()) {
                    boolean mocking =
                            call.callee().equals("mock") || call.callee().equals("Mockito.mock");
                    if (!mocking || call.arguments().isEmpty()) continue;
                    String of = call.arguments().get(0).source();
                    if (of.endsWith(".class")) found.add(of.substring(0, of.length() - ".class".length()));
                }
            }
        }
        return List.copyOf(found);
    }

    private TestBucket bucket(JavaMethod method) {
        String path = unit.path().toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (method.annotations().stream().anyMatch(a -> a.name().equals("Property"))) return TestBucket.PROPERTY;
        if (names(path, name, "contract", "contracts", "pact")) return TestBucket.CONTRACT;
        if (names(path, name, "conformance", "archunit")) return TestBucket.CONFORMANCE;
        if (names(path, name, "e2e", "endtoend", "acceptance")) return TestBucket.END_TO_END;
        if (names(path, name, "performance", "load", "benchmark")) return TestBucket.PERFORMANCE;
        if (names(path, name, "security")) return TestBucket.SECURITY;
        if (names(path, name, "compatibility")) return TestBucket.COMPATIBILITY;
        if (names(path, name, "smoke")) return TestBucket.SMOKE;
        boolean integration = names(path, name, "integration", "it")
                || unit.path().endsWith("IT.java")
                || unit.types().stream()
                        .anyMatch(t -> JavaAnnotation.has(t.annotations(), "SpringBootTest", "QuarkusTest"));
        return integration ? TestBucket.INTEGRATION : TestBucket.UNIT;
    }

    /**
     * Whether a directory has one of the names, or the file begins or ends with one that is longer than two letters.
     */
    private static boolean names(String path, String file, String... words) {
        for (String word : words) {
            if (path.contains("/" + word + "/") || path.contains("-" + word + "/")) return true;
            if (word.length() > 2 && (file.startsWith(word) || file.matches(".*" + word + "(s|test|tests)?\\.java")))
                return true;
        }
        return false;
    }
}

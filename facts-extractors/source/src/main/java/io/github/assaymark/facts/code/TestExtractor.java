package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.AssertedOutcome;
import io.github.assaymark.model.fact.SchemaCheck;
import io.github.assaymark.model.fact.TestCase;
import io.github.assaymark.model.fact.TestFramework;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tests of Vitest, Jest, node:test, Bun, Playwright and Mocha. Safe for use by many threads.
 *
 * <p>A test that runs once for each of some values is one fact. One that a condition may skip counts as skipped: only
 * its result could show that it ran. {@link Buckets} says how the kind of a test is told.
 */
public final class TestExtractor extends SourceExtractor {
    private static final int MAX_TEXTS = 200;

    /** For {@link java.util.ServiceLoader}. */
    public TestExtractor() {
        super("source-tests", 2, List.of(TestCase.class, AssertedOutcome.class, SchemaCheck.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        facts.alone(program.tests(), module -> {
            TestFramework framework = new TestFrameworks(program).of(module);
            new File(module, program, framework, facts).read();
        });
    }

    /** One test module. */
    private static final class File {
        private final Module module;
        private final Resolver resolver;
        private final TestFramework framework;
        private final FactSink facts;
        private final TestSyntax syntax;
        private final Assertions assertions;
        private final RequestedRoutes routes;
        private final TestedNames tested;
        private final AssertedOutcomes outcomes;
        private final SchemaChecks checks;
        private final Map<SyntaxNode, TestSyntax.Declared> suites = new HashMap<>();

        File(Module module, Program program, TestFramework framework, FactSink facts) {
            this.module = module;
            this.resolver = program.resolver();
            this.framework = framework;
            this.facts = facts;
            this.syntax = new TestSyntax(resolver);
            this.assertions = new Assertions(resolver);
            this.routes = new RequestedRoutes(resolver);
            this.tested = new TestedNames(module, program);
            this.outcomes = new AssertedOutcomes(resolver, assertions, routes);
            this.checks = new SchemaChecks(resolver, assertions, outcomes);
        }

        void read() {
            List<TestSyntax.Declared> tests = new ArrayList<>();
            for (SyntaxNode node : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
                TestSyntax.Declared declared = syntax.of(module.at(node));
                if (declared == null) continue;
                if (!declared.suite()) tests.add(declared);
                else if (declared.body() != null) suites.put(declared.body(), declared);
            }
            for (TestSyntax.Declared test : tests) {
                TestCase fact = fact(test);
                facts.fact(fact);
                SyntaxNode body = test.body();
                if (body == null) continue;
                for (AssertedOutcomes.Outcome outcome : outcomes.in(module.at(body))) facts.fact(fact(outcome, fact));
                for (SchemaChecks.Check check : checks.in(module.at(body))) facts.fact(fact(check, fact));
            }
        }

        private SchemaCheck fact(SchemaChecks.Check check, TestCase test) {
            SchemaChecks.Schema schema = check.schema();
            return new SchemaCheck(
                    facts.key(test.key() + ": " + (schema.event() == null ? schema.name() : schema.event())),
                    facts.owner(),
                    facts.place(check.at()),
                    test.name(),
                    test.suite(),
                    schema.event(),
                    schema.name(),
                    schema.file(),
                    check.payload().builders(),
                    check.payload().captured(),
                    check.payload().written(),
                    check.asserted(),
                    test.skipped(),
                    test.file());
        }

        private AssertedOutcome fact(AssertedOutcomes.Outcome outcome, TestCase test) {
            List<String> demanded = new ArrayList<>();
            for (Object part :
                    new @Nullable Object[] {outcome.request(), outcome.status(), outcome.code(), outcome.error()})
                if (part != null) demanded.add(part.toString());
            return new AssertedOutcome(
                    facts.key(test.key() + ": " + (demanded.isEmpty() ? "status" : String.join(" ", demanded))),
                    facts.owner(),
                    facts.place(outcome.at()),
                    test.key(),
                    outcome.request(),
                    outcome.status(),
                    outcome.code(),
                    outcome.error(),
                    outcome.calls(),
                    test.skipped(),
                    test.file());
        }

        private TestCase fact(TestSyntax.Declared test) {
            List<TestSyntax.Declared> around = around(test.call().node());
            List<String> names = around.stream().map(this::name).toList();
            String suite = String.join(" > ", names);
            String name = name(test);
            SyntaxNode body = test.body();
            boolean skipped = test.skipped() || (body != null && TestSyntax.skips(body));
            boolean exclusive = test.exclusive();
            for (TestSyntax.Declared outer : around) {
                skipped |= outer.skipped();
                exclusive |= outer.exclusive();
            }
            String path = module.path();
            String place = suite.isEmpty() ? name : suite + " > " + name;
            List<Located> asserted = body == null ? List.of() : assertions.in(module.at(body));
            AssertedConstants constants = new AssertedConstants(resolver);
            asserted.forEach(constants::add);
            return new TestCase(
                    facts.key(path + "#" + place),
                    facts.owner(),
                    facts.place(test.call()),
                    name,
                    suite,
                    framework,
                    Buckets.of(path, framework),
                    body == null ? List.of() : targets(body),
                    body == null ? List.of() : texts(body),
                    tested.mocks(),
                    skipped,
                    exclusive,
                    asserted.size(),
                    constants.matchers(),
                    constants.expected(),
                    path);
        }

        /** The suites around a test, outermost first. */
        private List<TestSyntax.Declared> around(SyntaxNode node) {
            List<TestSyntax.Declared> around = new ArrayList<>();
            for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
                TestSyntax.Declared suite = suites.get(at);
                if (suite != null) around.add(0, suite);
            }
            return around;
        }

        private String name(TestSyntax.Declared declared) {
            Located written = module.at(declared.name());
            String name = resolver.template(written);
            if (name.equals("{}")) {
                String dotted = Syntax.dotted(declared.name());
                // describe(OrderService), describe(OrderService.name)
                if (dotted != null) name = dotted.endsWith(".name") ? dotted.substring(0, dotted.length() - 5) : dotted;
                if (dotted != null && Character.isLowerCase(name.charAt(0))) name = "{}";
            }
            if (declared.each()) {
                name = name.replaceAll("%[sdifjop#$]", "{}").replaceAll("\\$[A-Za-z_][A-Za-z0-9_.]*", "{}");
            }
            return Syntax.line(name);
        }

        private List<String> targets(SyntaxNode body) {
            Set<String> targets = new TreeSet<>(tested.in(body));
            targets.addAll(routes.in(module.at(body)));
            return List.copyOf(targets);
        }

        private List<String> texts(SyntaxNode body) {
            Set<String> texts = new TreeSet<>();
            for (SyntaxNode node : Syntax.below(body, SyntaxKind.STRING, SyntaxKind.TEMPLATE_STRING)) {
                @Nullable String text = text(node);
                if (text != null) texts.add(text);
                if (texts.size() == MAX_TEXTS) break;
            }
            return List.copyOf(texts);
        }

        private @Nullable String text(SyntaxNode node) {
            Located located = module.at(node);
            if (resolver.text(located).isEmpty()) return null;
            String shown = Syntax.line(resolver.shown(located));
            if (shown.isEmpty()) return null;
            if (shown.length() <= 100) return shown;
            int end = Character.isHighSurrogate(shown.charAt(98)) ? 98 : 99;
            return shown.substring(0, end) + "…";
        }
    }
}

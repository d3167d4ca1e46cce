package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The functions and classes of shipping modules that tests of one module call: {@code createOrder}, {@code new
 * OrderService()} and methods on what is known to be one ({@code OrderService.create}). What is imported but not called
 * is not among them, nor what the file replaces by a stand-in. Used by one thread.
 */
final class TestedNames {
    private static final Set<String> MOCKING = Set.of("mock", "doMock", "unstable_mockModule", "module");

    /** Names of test runners, which modules of the house hand on. */
    private static final Set<String> RUNNER = Set.of(
            "expect", "it", "test", "describe", "vi", "jest", "mock", "spyOn", "assert", "beforeEach", "afterEach");

    private final Module module;
    private final Program program;
    private final Map<String, String> imported = new HashMap<>();
    private final Set<String> mocks = new TreeSet<>();
    private final List<Instance> instances = new ArrayList<>();

    /** A variable that holds an instance of a class, within a scope. */
    private record Instance(String variable, String type, SyntaxNode scope) {}

    TestedNames(Module module, Program program) {
        this.module = module;
        this.program = program;
        Set<String> replaced = new TreeSet<>();
        mocks(replaced);
        imports(replaced);
        for (SyntaxNode declarator : module.nodes(SyntaxKind.VARIABLE_DECLARATOR))
            instance(declarator.child("name"), declarator.child("value"), declarator, Members.type(declarator));
        for (SyntaxNode assignment : module.nodes(SyntaxKind.ASSIGNMENT_EXPRESSION))
            instance(assignment.child("left"), assignment.child("right"), assignment, null);
    }

    /** The modules that are replaced by stand-ins, as written, sorted. */
    List<String> mocks() {
        return List.copyOf(mocks);
    }

    private void mocks(Set<String> replaced) {
        for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
            String name = Syntax.dotted(Syntax.target(call));
            if (name == null || name.indexOf('.') < 0 || !MOCKING.contains(Syntax.last(name))) continue;
            String runner = Syntax.first(name);
            if (!runner.equals("vi") && !runner.equals("jest") && !runner.equals("mock") && !runner.equals("vitest"))
                continue;
            SyntaxNode first = Syntax.argument(call, 0);
            String specifier = first == null ? null : mocked(first);
            if (specifier == null) continue;
            mocks.add(specifier);
            SyntaxNode factory = Syntax.argument(call, 1);
            boolean partial = factory != null
                    && (factory.text().contains("importActual")
                            || factory.text().contains("requireActual")
                            || factory.text().contains("importOriginal")
                            || factory.text().contains("spy: true"));
            if (!partial) replaced.add(specifier);
        }
    }

    /** The module of {@code vi.mock('./x')} and {@code vi.mock(import('./x'))}. */
    private static @Nullable String mocked(SyntaxNode argument) {
        SyntaxNode bare = Syntax.bare(argument);
        return Syntax.literal(bare.is(SyntaxKind.CALL_EXPRESSION) ? Syntax.argument(bare, 0) : bare);
    }

    private void imports(Set<String> replaced) {
        Set<String> replacedFiles = new TreeSet<>();
        for (String specifier : replaced) {
            Module file = program.imported(module, specifier);
            if (file != null) replacedFiles.add(file.path());
        }
        for (SyntaxNode statement : module.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            String specifier = Syntax.literal(statement.child("source"));
            if (specifier == null || replaced.contains(specifier) || statement.child("typeonly") != null) continue;
            Module from = program.imported(module, specifier);
            if (from == null || from.kind() != FileKind.PRODUCTION || replacedFiles.contains(from.path())) continue;
            for (SyntaxNode node : Syntax.below(
                    statement, SyntaxKind.IMPORT_SPECIFIER, SyntaxKind.IMPORT_CLAUSE, SyntaxKind.NAMESPACE_IMPORT))
                name(node);
        }
    }

    private void name(SyntaxNode node) {
        if (node.is(SyntaxKind.IMPORT_SPECIFIER)) {
            SyntaxNode name = node.child("name");
            SyntaxNode alias = node.child("alias");
            if (name != null) imported.put(alias == null ? name.text() : alias.text(), name.text());
            return;
        }
        for (SyntaxNode child : node.children())
            if (child.is(SyntaxKind.IDENTIFIER))
                imported.put(child.text(), node.is(SyntaxKind.NAMESPACE_IMPORT) ? "" : child.text());
    }

    private void instance(@Nullable SyntaxNode name, @Nullable SyntaxNode value, SyntaxNode at, @Nullable String type) {
        String variable = Syntax.dotted(name);
        if (variable == null) return;
        String made = type != null && imported.containsKey(TypeText.name(type)) ? TypeText.name(type) : null;
        SyntaxNode bare = value == null ? null : Syntax.bare(value);
        if (made == null && bare != null && bare.is(SyntaxKind.NEW_EXPRESSION))
            made = Syntax.dotted(Syntax.target(bare));
        if (made == null && bare != null && bare.is(SyntaxKind.CALL_EXPRESSION)) {
            // module.get(OrderService) of Nest
            String getter = Syntax.dotted(Syntax.target(bare));
            SyntaxNode first = Syntax.argument(bare, 0);
            if (getter != null && getter.matches(".*\\.(get|resolve)") && first != null) made = Syntax.dotted(first);
        }
        if (made != null && imported.containsKey(made)) instances.add(new Instance(variable, made, scope(at)));
    }

    /** What a hook sets belongs to the suite around the hook; the rest to the function it stands in. */
    private SyntaxNode scope(SyntaxNode node) {
        SyntaxNode function = Enclosing.functionNode(node);
        while (function != null) {
            SyntaxNode call = Syntax.callWithArgument(function);
            String name = call == null ? null : Syntax.dotted(Syntax.target(call));
            boolean hook = name != null && name.matches("(beforeEach|beforeAll|before|setup|test\\.before\\w*)");
            if (!hook) return function;
            function = Enclosing.functionNode(function);
        }
        return module.tree().root();
    }

    /** The names that a piece of the module calls, sorted; those of local helpers included, one level deep. */
    Set<String> in(SyntaxNode piece) {
        Set<String> names = new TreeSet<>();
        collect(piece, names, true);
        return names;
    }

    private void collect(SyntaxNode piece, Set<String> names, boolean helpers) {
        for (SyntaxNode call : Syntax.below(piece, SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION)) {
            String dotted = Syntax.dotted(Syntax.target(call));
            if (dotted == null) continue;
            called(dotted, call, names);
            if (!helpers || dotted.indexOf('.') >= 0 || imported.containsKey(dotted) || BuiltIn.call(dotted)) continue;
            Located helper = helper(module.at(call));
            if (helper != null && !Syntax.within(helper.node(), piece)) collect(helper.node(), names, false);
        }
    }

    private @Nullable Located helper(Located call) {
        Callee callee = program.resolver().callee(call);
        Located declared = callee.declaration();
        boolean own = declared != null && declared.module().path().equals(module.path());
        return own && declared != null && Syntax.function(declared.node()) ? declared : null;
    }

    private void called(String dotted, SyntaxNode call, Set<String> names) {
        String first = Syntax.first(dotted);
        if (RUNNER.contains(first)) return;
        String rest = dotted.length() == first.length() ? "" : dotted.substring(first.length() + 1);
        String name = imported.get(first);
        if (name != null) {
            if (name.isEmpty()) {
                if (!rest.isEmpty()) names.add(rest);
            } else {
                names.add(rest.isEmpty() ? name : name + "." + rest);
            }
            return;
        }
        if (rest.isEmpty()) return;
        Instance nearest = null;
        String variable = dotted.substring(0, dotted.lastIndexOf('.'));
        for (Instance instance : instances) {
            if (!instance.variable().equals(variable) || !Syntax.within(call, instance.scope())) continue;
            if (nearest == null || Syntax.within(instance.scope(), nearest.scope())) nearest = instance;
        }
        if (nearest == null) return;
        String type = imported.getOrDefault(nearest.type(), nearest.type());
        names.add(type);
        names.add(type + "." + Syntax.last(dotted));
    }
}

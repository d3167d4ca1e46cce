package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.EnvVarUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads of environment variables in TypeScript and JavaScript that ships, and the names in schemas of the environment.
 * Safe for use by many threads.
 *
 * <p>A variable counts as validated when a schema that its package, or a module that one imports, parses the
 * environment with names it. A read by a computed name is unresolved.
 */
public final class EnvironmentExtractor extends SourceExtractor {
    private static final Set<String> VITE = Set.of("MODE", "DEV", "PROD", "SSR", "BASE_URL");

    private static final Function<Module, List<String>> SPECIFIERS = EnvironmentExtractor::specifiers;

    /** Schemas of other packages that hold in a module because it imports theirs. */
    private static final Question<Module, List<EnvironmentSchemas.Declared>> IMPORTED = (program, module) -> {
        List<EnvironmentSchemas.Declared> all = new ArrayList<>();
        for (String specifier : module.once(SPECIFIERS)) {
            Module other = program.imported(module, specifier);
            if (other != null) all.addAll(program.answer(EnvironmentSchemas.IN, other));
        }
        return List.copyOf(all);
    };

    /** For {@link java.util.ServiceLoader}. */
    public EnvironmentExtractor() {
        super("source-environment", 1, List.of(EnvVarUse.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        Environments environments = new Environments(program);
        EnvironmentSchemas schemas = new EnvironmentSchemas(program, environments);
        Validated validated = new Validated(new Packages(program));
        List<List<EnvironmentSchemas.Declared>> own = facts.gathered(program.modules(), module -> {
            List<EnvironmentSchemas.Declared> all = List.copyOf(schemas.in(module, call -> open(call, facts)));
            for (EnvironmentSchemas.Declared declared : all) facts.fact(declaration(declared, facts));
            return all;
        });
        for (List<EnvironmentSchemas.Declared> all : own) {
            for (EnvironmentSchemas.Declared declared : all)
                validated.add(declared.parse().module(), declared);
        }
        for (Module module : program.modules()) {
            for (EnvironmentSchemas.Declared declared : program.answer(IMPORTED, module))
                validated.add(module, declared);
        }
        facts.alone(program.modules(), validated::of, module -> {
            Map<String, String> by = validated.of(module);
            for (Read read : new Reads(module, program, environments, facts).all())
                facts.fact(use(read, module, by.get(read.name()), facts));
        });
    }

    private static void open(Located call, FactSink facts) {
        facts.unresolved("names of a schema of the environment", call, "the schema is computed", EnvVarUse.class);
    }

    private static List<String> specifiers(Module module) {
        List<String> all = new ArrayList<>();
        for (SyntaxNode statement : module.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            String specifier = Syntax.literal(statement.child("source"));
            if (specifier != null && statement.child("typeonly") == null) all.add(specifier);
        }
        return List.copyOf(all);
    }

    /** The file whose schema names a variable, for each package. */
    private static final class Validated {
        private final Packages packages;
        private final Map<String, Map<String, String>> files = new HashMap<>();

        Validated(Packages packages) {
            this.packages = packages;
        }

        void add(Module module, EnvironmentSchemas.Declared declared) {
            files.computeIfAbsent(packages.directory(module.path()), directory -> new HashMap<>())
                    .putIfAbsent(declared.name(), declared.place().module().path());
        }

        /** By variable, for the package of a module. */
        Map<String, String> of(Module module) {
            return files.getOrDefault(packages.directory(module.path()), Map.of());
        }
    }

    private static EnvVarUse declaration(EnvironmentSchemas.Declared declared, FactSink facts) {
        Located parse = declared.parse();
        String path = parse.module().path();
        return new EnvVarUse(
                facts.key(path + "#schema:" + declared.name()),
                facts.owner(),
                facts.place(declared.place()),
                declared.name(),
                declared.via(),
                declared.place().module().path(),
                true,
                Enclosing.function(parse.node()),
                parse.module().kind(),
                path);
    }

    private static EnvVarUse use(Read read, Module module, @Nullable String validatedBy, FactSink facts) {
        return new EnvVarUse(
                facts.key(module.path() + "#" + read.name()),
                facts.owner(),
                facts.place(module.at(read.node())),
                read.name(),
                read.via(),
                validatedBy,
                false,
                Enclosing.function(read.node()),
                module.kind(),
                module.path());
    }

    private record Read(SyntaxNode node, String name, String via) {}

    /** The reads of one module. */
    private static final class Reads {
        private final Module module;
        private final Program program;
        private final Environments environments;
        private final FactSink facts;
        private final List<Read> reads = new ArrayList<>();

        Reads(Module module, Program program, Environments environments, FactSink facts) {
            this.module = module;
            this.program = program;
            this.environments = environments;
            this.facts = facts;
        }

        List<Read> all() {
            for (SyntaxNode node : module.nodes(SyntaxKind.MEMBER_EXPRESSION)) member(node);
            for (SyntaxNode node : module.nodes(SyntaxKind.SUBSCRIPT_EXPRESSION)) subscript(node);
            for (SyntaxNode node : module.nodes(SyntaxKind.VARIABLE_DECLARATOR)) {
                SyntaxNode value = node.child("value");
                SyntaxNode pattern = node.child("name");
                if (value != null && pattern != null) pattern(pattern, value);
            }
            for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) call(call);
            reads.sort(Comparator.comparingInt(read -> read.node().start()));
            return reads;
        }

        private void add(SyntaxNode node, String name, String via) {
            if (via.equals("import.meta.env") && VITE.contains(name)) return;
            reads.add(new Read(node, name, via));
        }

        private void member(SyntaxNode node) {
            SyntaxNode object = node.child("object");
            SyntaxNode property = node.child("property");
            if (object == null || property == null || written(node)) return;
            String via = root(object);
            if (via == null) return;
            SyntaxNode parent = Syntax.around(node);
            boolean method = parent != null
                    && parent.is(SyntaxKind.CALL_EXPRESSION)
                    && "function".equals(node.field())
                    && BuiltIn.method(property.text());
            if (!method) add(node, property.text(), via);
        }

        private void subscript(SyntaxNode node) {
            SyntaxNode object = node.child("object");
            SyntaxNode index = node.child("index");
            if (object == null || index == null || written(node)) return;
            String via = root(object);
            if (via == null) return;
            Optional<String> name = program.resolver().text(module.at(index));
            if (name.isPresent()) add(node, name.get(), via);
            else open(module.at(node));
        }

        private void open(Located expression) {
            facts.unresolved("name of an environment variable", expression, "it is computed", EnvVarUse.class);
        }

        private void pattern(SyntaxNode pattern, SyntaxNode value) {
            if (!pattern.is(SyntaxKind.OBJECT_PATTERN)) return;
            String via = root(value);
            if (via == null) return;
            for (SyntaxNode child : pattern.children()) {
                if (child.is(SyntaxKind.REST_PATTERN)) continue;
                SyntaxNode key = child.child("key");
                SyntaxNode left = child.child("left");
                SyntaxNode name = key != null ? key : left != null ? left : child;
                if (name.is(SyntaxKind.COMPUTED_PROPERTY_NAME)) open(module.at(name));
                else add(child, Syntax.name(name), via);
            }
        }

        private void call(SyntaxNode call) {
            String dotted = Syntax.dotted(Syntax.target(call));
            if (dotted == null) return;
            if (dotted.equals("Deno.env.get")) named(call, "Deno.env", true);
            else if (dotted.endsWith(".get") || dotted.endsWith(".getOrThrow")) config(call, dotted);
        }

        /** Nest's service knows variables by their names, and settings by names with dots or in lower case. */
        private void config(SyntaxNode call, String dotted) {
            String receiver = dotted.substring(0, dotted.lastIndexOf('.'));
            if (!typed(Syntax.last(receiver))) return;
            named(call, "ConfigService", false);
        }

        private void named(SyntaxNode call, String via, boolean any) {
            SyntaxNode argument = Syntax.argument(call, 0);
            if (argument == null) return;
            Optional<String> name = program.resolver().text(module.at(argument));
            if (name.isEmpty()) open(module.at(argument));
            else if (any || name.get().matches("[A-Z][A-Z0-9_]*")) add(call, name.get(), via);
        }

        /** Whether a name is a parameter, field or variable of the type of Nest's service. */
        private boolean typed(String name) {
            for (String kind : List.of(
                    SyntaxKind.REQUIRED_PARAMETER, SyntaxKind.OPTIONAL_PARAMETER, SyntaxKind.PUBLIC_FIELD_DEFINITION)) {
                for (SyntaxNode declared : module.nodes(kind)) {
                    SyntaxNode named = kind.equals(SyntaxKind.PUBLIC_FIELD_DEFINITION)
                            ? declared.child("name")
                            : Members.pattern(declared);
                    String type = Members.type(declared);
                    if (named == null || type == null || !named.text().equals(name)) continue;
                    if (TypeText.name(type).equals("ConfigService")) return true;
                }
            }
            for (SyntaxNode declarator : module.nodes(SyntaxKind.VARIABLE_DECLARATOR)) {
                SyntaxNode named = declarator.child("name");
                SyntaxNode value = declarator.child("value");
                if (named == null || value == null || !named.text().equals(name)) continue;
                SyntaxNode bare = Syntax.bare(value);
                SyntaxNode argument = Syntax.call(bare) ? Syntax.argument(bare, 0) : null;
                if (argument != null && argument.text().equals("ConfigService")) return true;
                SyntaxNode target = Syntax.call(bare) ? Syntax.target(bare) : null;
                if (target != null && target.text().equals("ConfigService")) return true;
            }
            return false;
        }

        private @Nullable String root(SyntaxNode expression) {
            SyntaxNode bare = Syntax.bare(expression);
            if (!bare.is(SyntaxKind.MEMBER_EXPRESSION) && !bare.is(SyntaxKind.IDENTIFIER)) return null;
            SyntaxNode last = bare.is(SyntaxKind.IDENTIFIER) ? bare : bare.child("property");
            if (last == null || !last.text().toLowerCase(java.util.Locale.ROOT).contains("env")) return null;
            return environments.root(module.at(bare));
        }

        /** Whether an expression is only assigned or deleted. */
        private static boolean written(SyntaxNode node) {
            SyntaxNode parent = node.parent();
            if (parent == null) return false;
            if (parent.is(SyntaxKind.ASSIGNMENT_EXPRESSION)) return "left".equals(node.field());
            if (!parent.is(SyntaxKind.UNARY_EXPRESSION)) return false;
            SyntaxNode operator = parent.child("operator");
            return operator != null && operator.text().equals("delete");
        }
    }
}

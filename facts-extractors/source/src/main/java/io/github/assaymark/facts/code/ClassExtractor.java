package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ClassDecl;
import io.github.assaymark.model.fact.ClassRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes of TypeScript and JavaScript that ships. Safe for use by many threads. */
public final class ClassExtractor extends SourceExtractor {
    private static final Set<String> INJECTING = Set.of("Inject", "InjectRepository", "InjectModel", "Autowired");

    /** For {@link java.util.ServiceLoader}. */
    public ClassExtractor() {
        super("source-classes", 1, List.of(ClassDecl.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        facts.alone(program.modules(), module -> extract(module, facts));
    }

    private static void extract(Module module, FactSink facts) {
        List<SyntaxNode> classes = Syntax.ordered(
                module.nodes(SyntaxKind.CLASS_DECLARATION), module.nodes(SyntaxKind.ABSTRACT_CLASS_DECLARATION));
        classes = Syntax.ordered(classes, module.nodes(SyntaxKind.CLASS));
        for (SyntaxNode node : classes) {
            String name = Enclosing.classNameOf(node);
            if (name != null) facts.fact(fact(module, node, name, facts));
        }
    }

    private static ClassDecl fact(Module module, SyntaxNode node, String name, FactSink facts) {
        String superclass = superclass(node);
        List<String> interfaces = interfaces(node);
        List<String> decorators = Members.decorators(node);
        ClassRole role = Roles.of(name, module.path(), superclass, interfaces, decorators);
        return new ClassDecl(
                facts.key(module.path() + "#" + name),
                facts.owner(),
                facts.place(module.at(node)),
                name,
                role,
                Roles.aggregate(name, role),
                superclass,
                interfaces,
                decorators,
                methods(node),
                injected(node),
                exported(module, node, name),
                module.kind(),
                module.path());
    }

    private static @Nullable SyntaxNode clause(SyntaxNode node, String kind) {
        for (SyntaxNode child : node.children()) {
            if (child.is(kind)) return child;
            if (!child.is(SyntaxKind.CLASS_HERITAGE)) continue;
            for (SyntaxNode clause : child.children()) if (clause.is(kind)) return clause;
        }
        return null;
    }

    private static @Nullable String superclass(SyntaxNode node) {
        SyntaxNode clause = clause(node, SyntaxKind.EXTENDS_CLAUSE);
        if (clause == null || clause.children().isEmpty()) return null;
        SyntaxNode value = clause.child("value");
        if (value == null) value = clause.children().get(0);
        String dotted = Syntax.dotted(value);
        return dotted == null ? Syntax.line(value.text()) : dotted;
    }

    private static List<String> interfaces(SyntaxNode node) {
        SyntaxNode clause = clause(node, SyntaxKind.IMPLEMENTS_CLAUSE);
        if (clause == null) return List.of();
        String text = clause.text().strip();
        if (text.startsWith("implements")) text = text.substring("implements".length());
        List<String> names = new ArrayList<>();
        for (String part : TypeText.split(text)) names.add(TypeText.name(part));
        names.removeIf(String::isEmpty);
        return names;
    }

    private static List<String> methods(SyntaxNode node) {
        List<String> names = new ArrayList<>();
        for (SyntaxNode member : Members.of(node)) {
            SyntaxNode name = member.child("name");
            if (name == null) continue;
            SyntaxNode value = member.child("value");
            boolean method = member.is(SyntaxKind.METHOD_DEFINITION)
                    || member.is(SyntaxKind.ABSTRACT_METHOD_SIGNATURE)
                    || (value != null && Syntax.function(Syntax.bare(value)));
            String text = Syntax.name(name);
            if (method && !text.equals("constructor") && !names.contains(text)) names.add(text);
        }
        return names;
    }

    private static List<String> injected(SyntaxNode node) {
        List<String> types = new ArrayList<>();
        SyntaxNode constructor = Members.method(node, "constructor");
        if (constructor != null) {
            for (SyntaxNode parameter : Members.parameters(constructor)) {
                String type = Members.type(parameter);
                if (type != null && !type.isEmpty()) types.add(type);
            }
        }
        for (SyntaxNode member : Members.of(node)) {
            if (!member.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)) continue;
            if (Members.decorators(member).stream().noneMatch(INJECTING::contains)) continue;
            String type = Members.type(member);
            if (type != null && !type.isEmpty()) types.add(type);
        }
        return types;
    }

    private static boolean exported(Module module, SyntaxNode node, String name) {
        SyntaxNode around = Syntax.around(node);
        for (int i = 0; i < 3 && around != null; i++, around = around.parent())
            if (around.is(SyntaxKind.EXPORT_STATEMENT)) return true;
        for (SyntaxNode specifier : module.nodes(SyntaxKind.EXPORT_SPECIFIER)) {
            SyntaxNode exported = specifier.child("name");
            SyntaxNode statement = specifier.ancestor(SyntaxKind.EXPORT_STATEMENT);
            boolean own = statement != null && statement.child("source") == null;
            if (own && exported != null && exported.text().equals(name)) return true;
        }
        for (SyntaxNode statement : module.nodes(SyntaxKind.EXPORT_STATEMENT)) {
            SyntaxNode value = statement.child("value");
            if (value != null && value.is(SyntaxKind.IDENTIFIER) && value.text().equals(name)) return true;
        }
        return false;
    }
}

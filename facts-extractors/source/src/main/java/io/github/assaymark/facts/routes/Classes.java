package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Members of classes. */
final class Classes {
    private static final Pattern PROPERTY =
            Pattern.compile("^(@\\w+\\(.*\\)\\s*)*(public|private|protected|readonly)\\s");
    private static final int MAX_PARENTS = 5;

    private Classes() {}

    static boolean is(Located declaration) {
        return declaration.node().is(SyntaxKind.CLASS_DECLARATION)
                || declaration.node().is(SyntaxKind.ABSTRACT_CLASS_DECLARATION)
                || declaration.node().is(SyntaxKind.CLASS);
    }

    static List<Located> members(Located declaration, String kind) {
        Located body = declaration.child("body");
        List<Located> members = new ArrayList<>();
        if (body == null) return members;
        for (SyntaxNode member : body.node().children()) if (member.is(kind)) members.add(body.at(member));
        return members;
    }

    static List<Located> methods(Located declaration) {
        return members(declaration, SyntaxKind.METHOD_DEFINITION);
    }

    static List<Located> fields(Located declaration) {
        return members(declaration, SyntaxKind.PUBLIC_FIELD_DEFINITION);
    }

    static @Nullable Located constructor(Located declaration) {
        return own(declaration, "constructor");
    }

    /** A method of a class or of those it extends, also a field that holds a function; null when there is none. */
    static @Nullable Located method(Located declaration, String name, Resolver resolver) {
        Located in = declaration;
        for (int i = 0; in != null && i < MAX_PARENTS; i++) {
            Located found = own(in, name);
            if (found != null) return found;
            in = parent(in, resolver);
        }
        return null;
    }

    private static @Nullable Located own(Located declaration, String name) {
        for (Located method : methods(declaration)) {
            SyntaxNode own = method.node().child("name");
            if (own != null && own.text().equals(name)) return method;
        }
        for (Located field : fields(declaration)) {
            SyntaxNode own = field.node().child("name");
            Located value = field.child("value");
            if (own != null && own.text().equals(name) && value != null) return Syntax.function(value);
        }
        return null;
    }

    /** The class of the repository that a class extends; null when there is none. */
    static @Nullable Located parent(Located declaration, Resolver resolver) {
        for (SyntaxNode heritage : declaration.node().children()) {
            if (!heritage.is(SyntaxKind.CLASS_HERITAGE)) continue;
            for (SyntaxNode clause : heritage.children()) {
                if (!clause.is(SyntaxKind.EXTENDS_CLAUSE) || clause.children().isEmpty()) continue;
                Value value = resolver.value(declaration.at(clause.children().get(0)));
                if (value instanceof Value.Class parent && !parent.declaration().equals(declaration))
                    return parent.declaration();
            }
        }
        return null;
    }

    /** Whether the methods of a class name something that could be an application: told by its fields. */
    static boolean mayRegister(Located declaration) {
        String text = declaration.node().text();
        return text.contains(".use(") || text.contains(".route(") || text.contains(".register(");
    }

    /** {@code constructor(private app: Hono)} makes a field. */
    static void parameterProperty(Located parameter, @Nullable Bound bound, Bound.Instance self) {
        if (bound == null || !PROPERTY.matcher(parameter.node().text()).find()) return;
        SyntaxNode pattern = parameter.node().child("pattern");
        if (pattern != null) self.fields().put(pattern.text(), bound);
    }
}

package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which classes an object is of, by the type that is written for it or by what made it. Used by one thread. */
final class Receivers {
    private static final Pattern NAME = Pattern.compile("^:?\\s*([A-Za-z_$][\\w$]*)\\s*(?:<.*>)?$", Pattern.DOTALL);
    private static final int MAX_HOPS = 8;

    private static final Function<Module, List<Heir>> HEIRS = Receivers::heirs;

    /** The classes of the owner that extend or implement something. */
    private static final Question<String, List<Heir>> ALL_HEIRS = (program, all) -> {
        List<Heir> heirs = new ArrayList<>();
        for (Module module : program.modules()) heirs.addAll(module.once(HEIRS));
        return List.copyOf(heirs);
    };

    private static final Question<String, List<Located>> BELOW = (program, name) -> {
        Pattern word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
        return program.answer(ALL_HEIRS, "").stream()
                .filter(heir -> word.matcher(heir.heritage()).find())
                .map(Heir::declaration)
                .toList();
    };

    private final Program program;
    private final Resolver resolver;

    /** A class with the text of what it extends and implements. */
    private record Heir(Located declaration, String heritage) {}

    Receivers(Program program) {
        this.program = program;
        this.resolver = program.resolver();
    }

    /** The classes; empty when the object comes from outside of the repository; null when that is not known. */
    @Nullable
    List<Located> classes(Located object) {
        Located bare = Syntax.bare(object);
        Value value = resolver.value(bare);
        if (value instanceof Value.External || value instanceof Value.Global || value instanceof Value.Environment)
            return List.of();
        if (value instanceof Value.CallResult result) {
            Located made = result.callee().declaration();
            if (made != null && Classes.is(made)) return List.of(made);
            if (made == null && result.callee().root() instanceof Value.External) return List.of();
        }
        return switch (bare.node().kind()) {
            case SyntaxKind.IDENTIFIER -> {
                Located declaration = resolver.declaration(bare);
                yield declaration == null ? null : declared(declaration);
            }
            case SyntaxKind.MEMBER_EXPRESSION -> field(bare);
            default -> null;
        };
    }

    private @Nullable List<Located> declared(Located declaration) {
        SyntaxNode type = declaration.node().child("type");
        if (type != null) return typed(declaration.module(), type.text());
        Located value = declaration.child("value");
        if (value == null || !declaration.node().is(SyntaxKind.VARIABLE_DECLARATOR)) return null;
        Located bare = Syntax.bare(value);
        return bare.node().is(SyntaxKind.NEW_EXPRESSION) ? made(bare) : null;
    }

    private @Nullable List<Located> made(Located construction) {
        Located type = resolver.callee(construction).declaration();
        if (type != null && Classes.is(type)) return List.of(type);
        return resolver.callee(construction).root() instanceof Value.External ? List.of() : null;
    }

    /** {@code this.orders}: a field, or a parameter of the constructor that is one. */
    private @Nullable List<Located> field(Located member) {
        Located object = member.child("object");
        SyntaxNode property = member.node().child("property");
        if (object == null || property == null || !object.node().is(SyntaxKind.THIS)) return null;
        SyntaxNode around = object.node().parent();
        while (around != null && !Classes.is(object.at(around))) around = around.parent();
        Located in = around == null ? null : object.at(around);
        for (int hop = 0; in != null && hop < MAX_HOPS; hop++) {
            for (Located field : Classes.fields(in)) {
                SyntaxNode name = field.node().child("name");
                if (name == null || !name.text().equals(property.text())) continue;
                SyntaxNode type = field.node().child("type");
                if (type != null) return typed(field.module(), type.text());
                Located value = field.child("value");
                return value != null && Syntax.bare(value).node().is(SyntaxKind.NEW_EXPRESSION)
                        ? made(Syntax.bare(value))
                        : null;
            }
            Located constructor = Classes.constructor(in);
            for (Located parameter : constructor == null ? List.<Located>of() : resolver.parameters(constructor)) {
                SyntaxNode pattern = parameter.node().child("pattern");
                SyntaxNode type = parameter.node().child("type");
                if (pattern != null && type != null && pattern.text().equals(property.text()))
                    return typed(parameter.module(), type.text());
            }
            in = Classes.parent(in, resolver);
        }
        return null;
    }

    private @Nullable List<Located> typed(Module module, String type) {
        Matcher matcher = NAME.matcher(type);
        return matcher.matches() ? named(module, matcher.group(1), 0) : null;
    }

    private @Nullable List<Located> named(Module module, String name, int hop) {
        if (hop > MAX_HOPS) return null;
        for (String kind : List.of(
                SyntaxKind.CLASS_DECLARATION,
                SyntaxKind.ABSTRACT_CLASS_DECLARATION,
                SyntaxKind.INTERFACE_DECLARATION,
                SyntaxKind.TYPE_ALIAS_DECLARATION)) {
            for (Located declaration : module.all(kind)) {
                SyntaxNode own = declaration.node().child("name");
                if (own == null || !own.text().equals(name)) continue;
                if (kind.equals(SyntaxKind.TYPE_ALIAS_DECLARATION)) return null;
                return kind.equals(SyntaxKind.CLASS_DECLARATION) ? with(declaration) : below(name);
            }
        }
        for (Located specifier : specifiers(module)) {
            SyntaxNode from = specifier.node().child("name");
            SyntaxNode alias = specifier.node().child("alias");
            if (from == null || !(alias == null ? from : alias).text().equals(name)) continue;
            SyntaxNode statement = specifier.node().ancestor(SyntaxKind.IMPORT_STATEMENT);
            if (statement == null) statement = specifier.node().ancestor(SyntaxKind.EXPORT_STATEMENT);
            return source(module, statement, from.text(), hop);
        }
        for (SyntaxNode statement : module.nodes(SyntaxKind.EXPORT_STATEMENT)) {
            boolean star = statement.child("source") != null
                    && statement.children().stream().noneMatch(child -> child.is(SyntaxKind.EXPORT_CLAUSE));
            List<Located> found = star ? source(module, statement, name, hop) : null;
            if (found != null && !found.isEmpty()) return found;
        }
        return null;
    }

    private static List<Located> specifiers(Module module) {
        List<Located> all = new ArrayList<>(module.all(SyntaxKind.IMPORT_SPECIFIER));
        all.addAll(module.all(SyntaxKind.EXPORT_SPECIFIER));
        return all;
    }

    private @Nullable List<Located> source(Module module, @Nullable SyntaxNode statement, String name, int hop) {
        SyntaxNode source = statement == null ? null : statement.child("source");
        if (source == null) return null;
        String specifier = Syntax.unquoted(source.text());
        Module target = program.imported(module, specifier);
        if (target != null) return named(target, name, hop + 1);
        return specifier.startsWith(".") ? null : List.of();
    }

    /** A class and those that extend it. */
    private List<Located> with(Located declaration) {
        List<Located> all = new ArrayList<>(List.of(declaration));
        SyntaxNode name = declaration.node().child("name");
        List<Located> below = name == null ? null : below(name.text());
        if (below != null) all.addAll(below);
        return all;
    }

    /** The classes of the owner that name a class or interface as what they extend or implement; null for none. */
    private @Nullable List<Located> below(String name) {
        List<Located> all = program.answer(BELOW, name);
        return all.isEmpty() ? null : all;
    }

    private static List<Heir> heirs(Module module) {
        List<Heir> all = new ArrayList<>();
        for (Located declaration : module.all(SyntaxKind.CLASS_DECLARATION)) {
            for (SyntaxNode heritage : declaration.node().children())
                if (heritage.is(SyntaxKind.CLASS_HERITAGE)) all.add(new Heir(declaration, heritage.text()));
        }
        return List.copyOf(all);
    }
}

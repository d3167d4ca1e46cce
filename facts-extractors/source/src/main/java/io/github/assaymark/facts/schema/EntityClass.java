package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class with decorators of TypeORM. */
record EntityClass(Resolver resolver, Located declaration) {

    /** A decorator of TypeORM: its name and what it is given. */
    record Decorator(String name, List<Located> arguments, Located at) {}

    /** A member with such decorators. */
    record Member(String name, String type, List<Decorator> decorators, Located at) {
        @Nullable
        Decorator decorator(String... names) {
            for (String name : names) {
                for (Decorator each : decorators) if (each.name().equals(name)) return each;
            }
            return null;
        }
    }

    String name() {
        SyntaxNode name = declaration.node().child("name");
        return name == null ? "" : name.text();
    }

    List<Decorator> decorators() {
        return decorators(declaration);
    }

    @Nullable
    Decorator decorator(String... names) {
        for (String name : names) {
            for (Decorator each : decorators()) if (each.name().equals(name)) return each;
        }
        return null;
    }

    List<Member> members() {
        List<Member> members = new ArrayList<>();
        SyntaxNode body = declaration.node().child("body");
        if (body == null) return members;
        for (SyntaxNode member : body.children()) {
            SyntaxNode name = member.child("name");
            if (name == null) continue;
            Located at = declaration.at(member);
            List<Decorator> decorators = decorators(at);
            if (decorators.isEmpty()) continue;
            SyntaxNode type = member.child("type");
            String written = type == null ? "" : type.text();
            if (written.startsWith(":")) written = written.substring(1).strip();
            members.add(new Member(name.text(), written, decorators, at));
        }
        return members;
    }

    /** What it extends; null for nothing. */
    @Nullable
    Located parent() {
        for (SyntaxNode heritage : declaration.node().children()) {
            SyntaxNode clause = heritage.is(SyntaxKind.EXTENDS_CLAUSE) ? heritage : null;
            if (heritage.is(SyntaxKind.CLASS_HERITAGE)) {
                for (SyntaxNode each : heritage.children()) if (each.is(SyntaxKind.EXTENDS_CLAUSE)) clause = each;
            }
            if (clause == null || clause.children().isEmpty()) continue;
            SyntaxNode value = clause.child("value");
            return declaration.at(value == null ? clause.children().get(0) : value);
        }
        return null;
    }

    private List<Decorator> decorators(Located decorated) {
        List<Decorator> found = new ArrayList<>();
        for (SyntaxNode each : decorated.node().children("decorator")) {
            Located at = decorated.at(each);
            Callee callee = resolver.callee(at);
            if (!"typeorm".equals(callee.module())) continue;
            found.add(new Decorator(callee.last(), resolver.arguments(at).items(), at));
        }
        return found;
    }

    /** The class a value is, or the class a function gives. */
    static @Nullable EntityClass of(Resolver resolver, Located expression) {
        Value value = resolver.value(expression);
        if (value instanceof Value.Function function) {
            Located returned = resolver.returned(function.function());
            if (returned != null) value = resolver.value(returned);
        }
        return value instanceof Value.Class type ? new EntityClass(resolver, type.declaration()) : null;
    }
}

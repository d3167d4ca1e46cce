package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of a module the functions of that module are passed to: written in place, or by the name of a function of
 * the same module. Used by one thread.
 */
final class Callbacks {
    private static final Set<String> TRANSACTIONS = Set.of(
            "transaction",
            "$transaction",
            "withTransaction",
            "runInTransaction",
            "inTransaction",
            "executeInTransaction",
            "doInTransaction",
            "transactional",
            "begin");

    private final Module module;
    private final Resolver resolver;
    private final Map<SyntaxNode, List<SyntaxNode>> byName = new HashMap<>();
    private final Map<SyntaxNode, Callee> callees = new HashMap<>();

    Callbacks(Module module, Resolver resolver) {
        this.module = module;
        this.resolver = resolver;
        index();
    }

    private void index() {
        Set<String> named = new HashSet<>();
        for (SyntaxNode function : module.nodes(SyntaxKind.FUNCTION_DECLARATION)) add(named, function.child("name"));
        for (SyntaxNode method : module.nodes(SyntaxKind.METHOD_DEFINITION)) add(named, method.child("name"));
        for (SyntaxNode declarator : module.nodes(SyntaxKind.VARIABLE_DECLARATOR)) {
            SyntaxNode value = declarator.child("value");
            if (value != null && Syntax.function(Syntax.bare(value))) add(named, declarator.child("name"));
        }
        if (named.isEmpty()) return;
        for (SyntaxNode call : calls()) {
            for (SyntaxNode argument : Syntax.arguments(call)) {
                SyntaxNode function = named(argument, named);
                if (function != null)
                    byName.computeIfAbsent(function, f -> new ArrayList<>()).add(call);
            }
        }
    }

    /** The function of this module that an argument names, also as {@code name.bind(x)}; null when it names none. */
    private @Nullable SyntaxNode named(SyntaxNode argument, Set<String> names) {
        SyntaxNode bare = Syntax.bare(argument);
        if (bare.is(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode target = Syntax.target(bare);
            String dotted = Syntax.dotted(target);
            if (target == null || dotted == null || !dotted.endsWith(".bind")) return null;
            SyntaxNode object = Syntax.bare(target).child("object");
            if (object == null) return null;
            bare = Syntax.bare(object);
        }
        String dotted = Syntax.dotted(bare);
        if (dotted == null || !names.contains(Syntax.last(dotted))) return null;
        if (bare.is(SyntaxKind.IDENTIFIER)) {
            Located declared = resolver.declaration(module.at(bare));
            if (declared == null || !declared.module().equals(module)) return null;
            SyntaxNode node = declared.node();
            if (Syntax.function(node)) return node;
            SyntaxNode value = node.child("value");
            return value != null && Syntax.function(Syntax.bare(value)) ? Syntax.bare(value) : null;
        }
        if (!dotted.startsWith("this.") || dotted.indexOf('.') != dotted.lastIndexOf('.')) return null;
        SyntaxNode owner = Enclosing.classNode(bare);
        return owner == null ? null : Members.method(owner, Syntax.last(dotted));
    }

    private static void add(Set<String> names, @Nullable SyntaxNode name) {
        if (name != null) names.add(name.text());
    }

    /** Every call and {@code new} of the module, in the order of the text. */
    List<SyntaxNode> calls() {
        return Syntax.ordered(module.nodes(SyntaxKind.CALL_EXPRESSION), module.nodes(SyntaxKind.NEW_EXPRESSION));
    }

    /** What a call of this module calls. */
    Callee callee(SyntaxNode call) {
        Callee known = callees.get(call);
        if (known == null) {
            known = resolver.callee(module.at(call));
            callees.put(call, known);
        }
        return known;
    }

    /** The calls that take a function as an argument: in place, then by its name. */
    List<SyntaxNode> takers(SyntaxNode function) {
        List<SyntaxNode> takers = new ArrayList<>();
        SyntaxNode direct = Syntax.callWithArgument(function);
        if (direct != null) takers.add(direct);
        takers.addAll(byName.getOrDefault(function, List.of()));
        return takers;
    }

    /** The calls whose function argument a node stands in, innermost first. */
    List<SyntaxNode> around(SyntaxNode node) {
        List<SyntaxNode> calls = new ArrayList<>();
        for (SyntaxNode at = node.parent(); at != null; at = at.parent())
            if (Syntax.function(at)) for (SyntaxNode call : takers(at)) if (!calls.contains(call)) calls.add(call);
        return calls;
    }

    /** Name of the handle of the nearest transaction around a node; null when there is none. */
    @Nullable
    String transaction(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
            if (!Syntax.function(at)) continue;
            for (SyntaxNode call : takers(at)) if (transactional(call)) return handle(at, call);
            String decorator = transactionalDecorator(at);
            if (decorator != null) return decorator;
        }
        return null;
    }

    private boolean transactional(SyntaxNode call) {
        if (call.is(SyntaxKind.NEW_EXPRESSION)) return false;
        SyntaxNode target = Syntax.target(call);
        if (target == null) return false;
        SyntaxNode bare = Syntax.bare(target);
        SyntaxNode property = bare.is(SyntaxKind.MEMBER_EXPRESSION) ? bare.child("property") : bare;
        if (property == null) return false;
        String name = property.text();
        if (TRANSACTIONS.contains(name)) return !name.equals("begin") || bare.is(SyntaxKind.MEMBER_EXPRESSION);
        if (!name.equals("execute") && !name.equals("run")) return false;
        // Kysely: db.transaction().setIsolationLevel('serializable').execute(async (trx) => ...)
        SyntaxNode object = bare.child("object");
        while (object != null) {
            SyntaxNode inner = Syntax.bare(object);
            if (!inner.is(SyntaxKind.CALL_EXPRESSION)) return false;
            SyntaxNode innerTarget = Syntax.target(inner);
            if (innerTarget == null || !Syntax.bare(innerTarget).is(SyntaxKind.MEMBER_EXPRESSION)) return false;
            SyntaxNode innerProperty = Syntax.bare(innerTarget).child("property");
            if (innerProperty != null && TRANSACTIONS.contains(innerProperty.text())) return true;
            object = Syntax.bare(innerTarget).child("object");
        }
        return false;
    }

    private String handle(SyntaxNode function, SyntaxNode call) {
        SyntaxNode parameter = Members.firstParameter(function);
        if (parameter != null) {
            List<SyntaxNode> names =
                    Syntax.below(parameter, SyntaxKind.IDENTIFIER, SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN);
            if (!names.isEmpty()) return names.get(0).text();
        }
        // A callback without a parameter works on what the transaction was opened on.
        String dotted = callee(call).name();
        int dot = dotted.lastIndexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    private static @Nullable String transactionalDecorator(SyntaxNode function) {
        if (!function.is(SyntaxKind.METHOD_DEFINITION)) return null;
        for (String name : Members.decorators(function)) if (name.equals("Transactional")) return "@Transactional";
        return null;
    }
}

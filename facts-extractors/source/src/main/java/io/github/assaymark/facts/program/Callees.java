package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what calls call. Used by one thread. */
final class Callees {
    /** A chain of more names and calls has no name. */
    private static final int MAX_PARTS = 64;

    private static final int MAX_ALIASES = 8;
    private static final int MAX_PARENTS = 16;

    private final OwnerProgram program;
    private final Evaluation evaluation;

    Callees(OwnerProgram program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    /** A chain of names; {@code parts} are null when it is something else. */
    private record Chain(@Nullable List<String> parts, Located root) {}

    Callee of(Located call, @Nullable Frame frame, int depth) {
        SyntaxNode function = Kinds.called(call.node());
        if (function == null) return new Callee("", null, new Value.Open(call, "it is damaged"), null);
        Located called = call.at(function);
        Name name = name(called, frame, depth);
        Value root = evaluation.eval(name.root(), frame, depth);
        return new Callee(name.text(), name.module(), root, declaration(called, frame, depth));
    }

    /**
     * A name with its aliases undone.
     *
     * @param module package or path that declares its first part; null for none
     * @param root expression of the first part as written
     */
    private record Name(String text, @Nullable String module, Located root) {}

    private Name name(Located called, @Nullable Frame frame, int depth) {
        Chain chain = chain(called, frame, depth);
        Located root = chain.root();
        List<String> parts = chain.parts();
        if (parts == null) return new Name("", null, root);
        String module = null;
        Located at = root;
        for (int i = 0; i < MAX_ALIASES && at.node().is(SyntaxKind.IDENTIFIER); i++) {
            Binding binding = at.module().binding(at.node(), at.node().text());
            if (binding == null) break;
            if (binding.sort == Binding.Sort.IMPORT) {
                module = imported(at.module(), binding, parts);
                break;
            }
            Located source = aliased(at, binding);
            if (source != null && isRequire(source)) {
                parts.remove(0);
                for (int k = 0; k < binding.path.size(); k++)
                    parts.add(k, String.valueOf(binding.path.get(k).key()));
                return new Name(String.join(".", parts), module(source), root);
            }
            Chain under = source == null ? null : chain(source, frame, depth);
            List<String> more = under == null ? null : under.parts();
            if (under == null || more == null || more.stream().anyMatch(part -> part.contains("("))) break;
            parts.remove(0);
            for (int k = 0; k < binding.path.size(); k++)
                parts.add(k, String.valueOf(binding.path.get(k).key()));
            parts.addAll(0, more);
            at = under.root();
            if (parts.size() > MAX_PARTS) return new Name("", null, root);
        }
        String required = required(at);
        if (required != null) {
            module = required;
            if (parts.size() > 1) parts.remove(0);
        }
        return new Name(String.join(".", parts), module, root);
    }

    /** What a constant is another name for; null when it is none. */
    private static @Nullable Located aliased(Located at, Binding binding) {
        SyntaxNode value = binding.value;
        if (binding.sort != Binding.Sort.VARIABLE || value == null || binding.reassigned()) return null;
        for (Binding.Step step : binding.path) if (step.key() == null) return null;
        SyntaxNode inner = Kinds.unwrap(value);
        boolean named = inner.is(SyntaxKind.IDENTIFIER)
                || inner.is(SyntaxKind.MEMBER_EXPRESSION)
                || inner.is(SyntaxKind.THIS)
                || inner.is(SyntaxKind.META_PROPERTY);
        boolean taken = inner.is(SyntaxKind.CALL_EXPRESSION) && !binding.path.isEmpty() && isRequire(at.at(inner));
        return named || taken ? at.at(inner) : null;
    }

    private static boolean isRequire(Located call) {
        SyntaxNode function =
                call.node().is(SyntaxKind.CALL_EXPRESSION) ? call.node().child("function") : null;
        return function != null && CallValues.isRequire(call, Kinds.unwrap(function));
    }

    /** The module of a name that {@code require} gave; null when it is none. */
    private @Nullable String required(Located root) {
        Located at = root;
        if (at.node().is(SyntaxKind.IDENTIFIER)) {
            Binding binding = at.module().binding(at.node(), at.node().text());
            SyntaxNode value =
                    binding == null || binding.reassigned() || !binding.path.isEmpty() ? null : binding.value;
            if (binding == null || binding.sort != Binding.Sort.VARIABLE || value == null) return null;
            Located inner = at.at(Kinds.unwrap(value));
            return isRequire(inner) ? module(inner) : null;
        }
        return isRequire(at) ? module(at) : null;
    }

    private @Nullable String module(Located require) {
        SyntaxNode arguments = require.node().child("arguments");
        if (arguments == null || arguments.children().size() != 1) return null;
        SyntaxNode name = Kinds.unwrap(arguments.children().get(0));
        String specifier = name.is(SyntaxKind.STRING) ? Literals.string(name) : null;
        return specifier == null ? null : home(require.module(), specifier);
    }

    /** Puts the exported name in the place of the local one; the module that declares it. */
    private String imported(Module module, Binding binding, List<String> parts) {
        String specifier = String.valueOf(binding.specifier);
        String exported = String.valueOf(binding.imported);
        if (exported.equals(Binding.ANY)) {
            if (parts.size() < 2) return home(module, specifier);
            return declaring(module, program.targets().imported(module, specifier, parts.get(1)), specifier);
        }
        Target target = program.targets().of(module, binding);
        if (!exported.equals("default")) parts.set(0, original(target, exported));
        else if (target instanceof Target.Found) parts.set(0, original(target, parts.get(0)));
        return declaring(module, target, specifier);
    }

    /** The name something is declared with, whatever it is exported as. */
    private static String original(Target target, String otherwise) {
        if (target instanceof Target.Outside outside && !outside.name().equals("default"))
            return outside.name().equals(Binding.ANY) ? otherwise : outside.name();
        if (!(target instanceof Target.Found found)) return otherwise;
        SyntaxNode node = found.at().node();
        if (node.is(SyntaxKind.IDENTIFIER)) return node.text();
        SyntaxNode name = Kinds.function(node) || Kinds.type(node) ? node.child("name") : null;
        return name == null ? otherwise : name.text();
    }

    private String declaring(Module from, Target target, String specifier) {
        if (target instanceof Target.Found found) return found.at().module().path();
        if (target instanceof Target.Member member)
            return member.object().module().path();
        if (target instanceof Target.Namespace namespace)
            return namespace.module().path();
        if (target instanceof Target.Outside outside) return outside.module();
        return home(from, specifier);
    }

    /** The path of a module of the repository, or the specifier of one from outside. */
    private String home(Module from, String specifier) {
        return program.place(from, specifier) instanceof ModulePaths.Place.Inside inside ? inside.path() : specifier;
    }

    private Chain chain(Located expression, @Nullable Frame frame, int depth) {
        List<String> parts = new ArrayList<>();
        String calls = "";
        SyntaxNode node = Kinds.unwrap(expression.node());
        while (true) {
            Located at = expression.at(node);
            if (parts.size() > MAX_PARTS) return new Chain(null, at);
            switch (node.kind()) {
                case SyntaxKind.MEMBER_EXPRESSION, SyntaxKind.SUBSCRIPT_EXPRESSION -> {
                    SyntaxNode object = node.child("object");
                    String key = evaluation.members().memberKey(at, frame, depth);
                    if (object == null || key == null) return new Chain(null, at);
                    parts.add(key + calls);
                    calls = "";
                    node = Kinds.unwrap(object);
                }
                case SyntaxKind.CALL_EXPRESSION -> {
                    SyntaxNode function = node.child("function");
                    if (isRequire(at)) return closed(parts, "require()", at);
                    if (function == null || calls.length() > MAX_PARTS) return new Chain(null, at);
                    calls += "()";
                    node = Kinds.unwrap(function);
                }
                case SyntaxKind.NEW_EXPRESSION -> {
                    SyntaxNode constructor = node.child("constructor");
                    if (constructor == null || constructor.end() - constructor.start() > 100)
                        return new Chain(null, at);
                    return closed(parts, "new " + constructor.text() + "()" + calls, at);
                }
                case SyntaxKind.IDENTIFIER, SyntaxKind.THIS, SyntaxKind.SUPER, SyntaxKind.META_PROPERTY -> {
                    return closed(parts, node.text() + calls, at);
                }
                default -> {
                    return new Chain(null, at);
                }
            }
        }
    }

    private static Chain closed(List<String> parts, String first, Located root) {
        parts.add(first);
        Collections.reverse(parts);
        return new Chain(parts, root);
    }

    // --- declarations

    private @Nullable Located declaration(Located called, @Nullable Frame frame, int depth) {
        Value value = evaluation.eval(called, frame, depth);
        if (value instanceof Value.Function function) return function.function();
        if (value instanceof Value.Class type) return type.declaration();
        SyntaxNode node = Kinds.unwrap(called.node());
        SyntaxNode object = node.is(SyntaxKind.MEMBER_EXPRESSION) ? node.child("object") : null;
        SyntaxNode property = node.is(SyntaxKind.MEMBER_EXPRESSION) ? node.child("property") : null;
        if (object == null || property == null) return null;
        SyntaxNode root = Kinds.unwrap(object);
        if (root.is(SyntaxKind.THIS)) {
            SyntaxNode type = Members.around(root);
            boolean isStatic = Members.isStatic(root);
            return type == null ? null : method(called.at(type), property.text(), isStatic, depth);
        }
        if (root.is(SyntaxKind.SUPER)) {
            SyntaxNode type = Members.around(root);
            Located parent = type == null ? null : parent(called.at(type), depth);
            return parent == null ? null : method(parent, property.text(), Members.isStatic(root), depth);
        }
        Value of = evaluation.eval(called.at(object), frame, depth);
        if (of instanceof Value.Class type) return method(type.declaration(), property.text(), true, depth);
        if (!(of instanceof Value.CallResult result) || !result.call().node().is(SyntaxKind.NEW_EXPRESSION))
            return null;
        Located type = result.callee().declaration();
        return type == null || !Kinds.type(type.node()) ? null : method(type, property.text(), false, depth);
    }

    /** A method of a class or of what it extends; null when it is not known. */
    private @Nullable Located method(Located type, String name, boolean isStatic, int depth) {
        Located at = type;
        for (int i = 0; i < MAX_PARENTS && at != null; i++) {
            SyntaxNode member = Members.of(at, name, isStatic);
            if (member != null) {
                if (member.is(SyntaxKind.METHOD_DEFINITION)) return at.at(member);
                SyntaxNode value = member.child("value");
                if (value == null || at.module().changes(at.node(), name)) return null;
                SyntaxNode code = Kinds.unwrap(value);
                return Kinds.function(code) ? at.at(code) : null;
            }
            at = parent(at, depth);
        }
        return null;
    }

    private @Nullable Located parent(Located type, int depth) {
        SyntaxNode extended = Members.parent(type.node());
        if (extended == null) return null;
        return evaluation.eval(type.at(extended), null, depth + 1) instanceof Value.Class parent
                ? parent.declaration()
                : null;
    }

    /** What declares a name, through imports. */
    @Nullable
    Located declared(Located name) {
        SyntaxNode node = Kinds.unwrap(name.node());
        boolean isName = node.is(SyntaxKind.IDENTIFIER)
                || node.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)
                || node.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN);
        if (!isName) return Kinds.function(node) || Kinds.type(node) ? name.at(node) : null;
        Binding binding = name.module().binding(node, node.text());
        if (binding == null) return null;
        if (binding.sort != Binding.Sort.IMPORT) return name.at(binding.node);
        Target target = program.targets().of(name.module(), binding);
        if (!(target instanceof Target.Found found)) return null;
        SyntaxNode at = found.at().node();
        if (!at.is(SyntaxKind.IDENTIFIER) && !at.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN))
            return found.at();
        Binding there = found.at().module().binding(at, at.text());
        if (there == null) return null;
        return there.sort == Binding.Sort.IMPORT ? null : found.at().at(there.node);
    }
}

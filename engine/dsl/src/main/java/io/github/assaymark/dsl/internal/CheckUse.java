package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code use 'name', argument: value}: the check's conditions in place, with the values of its arguments. */
final class CheckUse {
    private static final int DEEPEST = 4;

    private final Scope scope;
    private final SourceText source;
    private final Arguments arguments;

    CheckUse(Scope scope) {
        this.scope = scope;
        this.source = scope.source();
        this.arguments = new Arguments(source);
    }

    Condition read(Syntax.Call head, Links links) {
        if (head.arguments().size() != 1)
            throw source.refuse(
                    head.nameSpan(), "`use` takes the name of one check", "`use 'check-name', path: '...'`");
        String name = arguments.text(head.arguments().get(0), "use");
        Span at = head.arguments().get(0).span();
        String label = new ConditionReader(scope).label(links, Set.of("labelled"));
        if (scope.checks().contains(name))
            throw source.refuse(at, "the check uses itself: " + String.join(" -> ", scope.checks()) + " -> " + name);
        if (scope.checks().size() >= DEEPEST)
            throw source.refuse(at, "checks use checks more than " + DEEPEST + " deep");
        CheckDeclaration check = scope.item().checks().named(name, at, source);
        Scope inner = scope.inCheck(name, check.source(), values(check, head));
        List<Template> fails = scope.item().checkFails();
        List<String> fixes = scope.item().checkFixes();
        int failsBefore = fails.size();
        int fixesBefore = fixes.size();
        List<Condition> parts = new ArrayList<>();
        ConditionReader reader = new ConditionReader(inner);
        for (Syntax statement : check.conditions()) parts.add(reader.read(statement));
        Condition condition = parts.size() == 1 && label == null
                ? parts.get(0)
                : new Condition.AllOf(label, parts, source.place(links.span()));
        if (check.fails() != null) {
            fails.subList(failsBefore, fails.size()).clear();
            fails.add(TemplateReader.read(check.fails(), inner, condition));
        }
        if (check.fix() != null) {
            fixes.subList(fixesBefore, fixes.size()).clear();
            fixes.add(check.fix());
        }
        return condition;
    }

    private Map<String, Expr> values(CheckDeclaration check, Syntax.Call head) {
        Map<String, Expr> values = new TreeMap<>();
        for (Syntax.Named given : head.named()) {
            CheckDeclaration.Argument wanted = check.takes().get(given.name());
            if (wanted == null)
                throw source.refuse(
                        given.nameSpan(),
                        "the check `" + check.name() + "` takes no `" + given.name() + ":`",
                        Suggestion.nearOrAll(given.name(), check.takes().keySet()));
            Expr value = value(given.value());
            if (value.type().kind() != wanted.type().kind())
                throw source.refuse(
                        given.value().span(),
                        "`" + given.name() + ":` needs " + wanted.type().display() + ", " + ExprReader.quoted(value)
                                + " is " + value.type().display());
            if (values.put(given.name(), value) != null)
                throw source.refuse(given.nameSpan(), "`" + given.name() + ":` stands here twice");
        }
        for (Map.Entry<String, CheckDeclaration.Argument> wanted : check.takes().entrySet()) {
            if (values.containsKey(wanted.getKey())) continue;
            Expr.Const standard = wanted.getValue().standard();
            if (standard == null)
                throw source.refuse(
                        head.nameSpan(),
                        "the check `" + check.name() + "` needs `" + wanted.getKey() + ":` ("
                                + wanted.getValue().type().display() + ")");
            values.put(wanted.getKey(), standard);
        }
        return values;
    }

    private Expr value(Syntax s) {
        Expr.Const constant = Constants.orNull(s, source);
        if (constant != null) return constant;
        Expr value = new ExprReader(scope, Bindings.NONE).read(s, null);
        boolean passable = value instanceof Expr.Const || value instanceof Expr.ParamRef || value instanceof Expr.Prop;
        if (!passable)
            throw source.refuse(
                    s.span(),
                    "an argument is a constant, a parameter or a property of the subject, " + ExprReader.quoted(value)
                            + " is none");
        return value;
    }
}

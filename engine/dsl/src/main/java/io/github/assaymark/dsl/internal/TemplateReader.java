package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The message of a failing item: text with holes for what is known when it fails. */
final class TemplateReader {
    private final Scope scope;
    private final SourceText source;
    private final Map<String, String> bound = new TreeMap<>();
    private final Set<String> unbound = new TreeSet<>();
    private final List<Template.Part> parts = new ArrayList<>();

    private TemplateReader(Scope scope, Condition condition) {
        this.scope = scope;
        this.source = scope.source();
        collect(condition);
        unbound.removeAll(bound.keySet());
    }

    /** The message, which can name the facts of {@code condition}. */
    static Template read(Syntax.Call call, Scope scope, Condition condition) {
        new Arguments(scope.source()).shape(call, 1);
        TemplateReader reader = new TemplateReader(scope, condition);
        Syntax text = call.arguments().get(0);
        reader.add(text, call.name());
        if (reader.parts.stream()
                .allMatch(part -> part instanceof Template.Words w && w.text().isBlank()))
            throw scope.refuse(text.span(), "`" + call.name() + "` is empty");
        return new Template(reader.parts);
    }

    /** Facts that are known when their condition is not met. */
    private void collect(Condition condition) {
        if (condition instanceof Condition.AllOf all) all.parts().forEach(this::collect);
        else if (condition instanceof Condition.AnyOf any) any.parts().forEach(this::collect);
        else if (condition instanceof Condition.No no) bind(no.pattern());
        else if (condition instanceof Condition.EveryMust every) bind(every.pattern());
        else if (condition instanceof Condition.EveryHas has) {
            bind(has.pattern());
            unbound.add(has.partner().variable());
        } else if (condition instanceof Condition.EveryHasNo hasNo) {
            bind(hasNo.pattern());
            bind(hasNo.partner());
        } else if (condition instanceof Condition.Some some)
            unbound.add(some.pattern().variable());
        else if (condition instanceof Condition.Count count)
            if (count.quantity() == Condition.Quantity.AT_LEAST)
                unbound.add(count.pattern().variable());
            else bind(count.pattern());
    }

    private void bind(Pattern pattern) {
        bound.putIfAbsent(pattern.variable(), pattern.factType());
    }

    private void add(Syntax s, String what) {
        if (s instanceof Syntax.Text text) words(text.value());
        else if (s instanceof Syntax.Operation o && o.sign().equals("+")) {
            add(o.left(), what);
            add(o.right(), what);
        } else if (s instanceof Syntax.Interpolated interpolated)
            for (Syntax part : interpolated.parts())
                if (part instanceof Syntax.Text text) words(text.value());
                else hole(part);
        else throw source.refuse(s.span(), "`" + what + "` needs a text in quotes");
    }

    private void words(String text) {
        if (text.isEmpty()) return;
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last) instanceof Template.Words before)
            parts.set(last, new Template.Words(before.text() + text));
        else parts.add(new Template.Words(text));
    }

    private void hole(Syntax s) {
        if (s instanceof Syntax.Name name && scope.loop().get(name.text()) != null) {
            words(scope.loop().getOrDefault(name.text(), ""));
            return;
        }
        if (!(s instanceof Syntax.Member member) || !(member.of() instanceof Syntax.Name of))
            throw source.refuse(
                    s.span(),
                    "only a property can stand in `${...}`",
                    "`${route.path}`, `${subject.key}` or `${param.name}`");
        Expr value = value(of, member);
        if (value instanceof Expr.Const c && c.value() instanceof List<?> list)
            words(list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        else if (value instanceof Expr.Const c) words(String.valueOf(c.value()));
        else parts.add(new Template.Hole(value));
    }

    private Expr value(Syntax.Name of, Syntax.Member member) {
        String word = of.text();
        if (word.equals("arg")) return new ExprReader(scope, Bindings.NONE).argument(member);
        if (word.equals("param")) {
            ParamDecl param = scope.item().params().use(member.name(), member.nameSpan(), source);
            return new Expr.ParamRef(param.name(), param.type(), source.place(member.span()));
        }
        if (word.equals("subject"))
            return property(Expr.Role.SUBJECT, word, scope.item().subject().type(), member);
        String typeName = bound.get(word);
        if (typeName == null) throw unknown(word, of.span());
        return property(Expr.Role.OWN, word, scope.item().factType(typeName, of.span(), source), member);
    }

    private Refusal unknown(String word, Span at) {
        Set<String> legal = new TreeSet<>(bound.keySet());
        legal.addAll(List.of("subject", "param"));
        if (unbound.contains(word))
            return source.refuse(
                    at,
                    "`" + word + "` is not known when the item fails: then there is no such fact",
                    "one of " + String.join(", ", legal));
        return source.refuse(at, "unknown name `" + word + "`", Suggestion.nearOrAll(word, legal));
    }

    private Expr property(Expr.Role role, String variable, FactType type, Syntax.Member member) {
        Property property = type.property(member.name());
        if (property == null)
            throw source.refuse(
                    member.nameSpan(),
                    "`" + type.name() + "` has no property `" + member.name() + "`",
                    Suggestion.nearOrAll(
                            member.name(),
                            type.properties().stream().map(Property::name).toList()));
        return new Expr.Prop(
                role, variable, type.name(), property.name(), property.type(), source.place(member.span()));
    }
}

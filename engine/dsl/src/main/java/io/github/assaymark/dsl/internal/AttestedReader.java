package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.catalogue.ValueType.Kind;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code attested by: 'privacy', within: 365.days, quorum: 2, boundTo: ConsentText where {...}}. */
final class AttestedReader {
    private final Scope scope;
    private final SourceText source;
    private final Arguments arguments;

    AttestedReader(Scope scope) {
        this.scope = scope;
        this.source = scope.source();
        this.arguments = new Arguments(source);
    }

    Condition read(Syntax.Call head, Links links) {
        if (head.arguments().size() == 1 && head.arguments().get(0) instanceof Syntax.Name name)
            throw source.refuse(
                    name.span(),
                    "`" + name.text() + "` is no argument of `attested`",
                    "`attested() " + name.text() + " ...`");
        if (head.arguments().size() == 1 && head.arguments().get(0) instanceof Syntax.Text text)
            throw source.refuse(
                    text.span(), "what `'" + text.value() + "'` is needs a name", "`by: '" + text.value() + "'`");
        arguments.shape(head, 0, "by", "within", "quorum", "boundTo");
        Expr roles = roles(arguments.named(head, "by"));
        Duration within = within(arguments.named(head, "within"));
        Expr quorum = quorum(arguments.named(head, "quorum"), head);
        Syntax.Named boundTo = arguments.named(head, "boundTo");
        boolean revision = boundTo != null
                && boundTo.value() instanceof Syntax.Name name
                && name.text().equals("revision");
        if (boundTo != null && revision) needsSha(boundTo.value().span());
        Pattern bound =
                boundTo == null || revision ? null : new PatternReader(scope).read(boundTo.value(), null, links, null);
        Set<String> legal = bound == null ? Set.of("labelled") : ConditionReader.afterPattern();
        String label = new ConditionReader(scope).label(links, legal);
        return new Condition.Attested(label, roles, within, revision, bound, quorum, source.place(links.span()));
    }

    private @Nullable Expr roles(Syntax.@Nullable Named by) {
        if (by == null) return null;
        Expr roles = new ExprReader(scope, Bindings.NONE).read(by.value(), null);
        if (roles instanceof Expr.Const c && c.value() instanceof String role)
            return new Expr.Const(List.of(role), ValueType.TEXT_LIST, roles.place());
        boolean param = roles instanceof Expr.ParamRef && roles.type().kind() == Kind.TEXT;
        if ((!param && roles.type().kind() != Kind.TEXT_LIST) || roles instanceof Expr.Prop)
            throw source.refuse(
                    by.value().span(),
                    "`by:` needs a role, a list of roles or a parameter, " + ExprReader.quoted(roles) + " is "
                            + roles.type().display());
        return roles;
    }

    private @Nullable Duration within(Syntax.@Nullable Named within) {
        if (within == null) return null;
        Duration duration = Literals.duration(within.value(), source);
        if (duration == null
                && within.value() instanceof Syntax.Member
                && new ExprReader(scope, Bindings.NONE).read(within.value(), null) instanceof Expr.Const c
                && c.value() instanceof Duration d) duration = d;
        if (duration == null || duration.isZero() || duration.isNegative())
            throw source.refuse(within.value().span(), "`within:` needs a duration", "`365.days`");
        return duration;
    }

    private Expr quorum(Syntax.@Nullable Named quorum, Syntax.Call head) {
        if (quorum == null) return new Expr.Const(1L, ValueType.INTEGER, source.place(head.nameSpan()));
        return new ConditionReader(scope).number(quorum.value(), "quorum");
    }

    private void needsSha(Span at) {
        Property sha = scope.item().subject().type().property("sha");
        if (sha == null || sha.type().kind() != Kind.TEXT)
            throw source.refuse(
                    at,
                    "`boundTo: revision` needs a `sha`, `"
                            + scope.item().subject().type().name() + "` has none");
    }
}

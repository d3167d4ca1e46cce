package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.ParamDecl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code params { tenantColumn default: 'brand_id', meaning: '...' }}. */
final class ParamsReader {
    private final SourceText source;
    private final Arguments arguments;
    private final Problems problems;
    private final Params params;

    ParamsReader(SourceText source, Problems problems, Params params) {
        this.source = source;
        this.arguments = new Arguments(source);
        this.problems = problems;
        this.params = params;
    }

    void read(Syntax.Call call) {
        for (Syntax statement : arguments.block(call).statements()) {
            try {
                declare(statement);
            } catch (Refusal refusal) {
                problems.add(refusal.problem());
                if (statement instanceof Syntax.Call broken) params.broken(broken.name(), refusal.problem());
            }
        }
    }

    private void declare(Syntax statement) {
        if (!(statement instanceof Syntax.Call call) || call.receiver() != null)
            throw source.refuse(
                    statement.span(),
                    "a parameter is wanted here",
                    statement instanceof Syntax.Name name
                            ? "`" + name.text() + "()`"
                            : "`tenantColumn default: 'brand_id'` or `platformDomain()`");
        if (params.knows(call.name()))
            throw source.refuse(call.nameSpan(), "the parameter `" + call.name() + "` is declared twice");
        arguments.shape(call, 0, "default", "type", "meaning", "unread");
        ValueType type = type(arguments.named(call, "type"));
        Expr.Const standard = standard(arguments.named(call, "default"));
        if (type == null) type = standard == null ? ValueType.TEXT : standard.type();
        if (standard != null && standard.type().kind() != type.kind())
            throw source.refuse(
                    call.nameSpan(),
                    "the default of `" + call.name() + "` is " + standard.type().display() + ", not " + type.display());
        Syntax.Named meaning = arguments.named(call, "meaning");
        String sentence = meaning == null ? "" : arguments.text(meaning.value(), "meaning:");
        params.declare(
                new ParamDecl(
                        call.name(),
                        type,
                        standard == null ? null : texts(standard),
                        sentence,
                        source.place(call.span())),
                call.nameSpan(),
                arguments.bool(call, "unread"));
    }

    private @Nullable ValueType type(Syntax.@Nullable Named named) {
        if (named == null) return null;
        ValueType type = named.value() instanceof Syntax.Name name ? CheckReader.TYPES.get(name.text()) : null;
        if (type == null)
            throw source.refuse(
                    named.value().span(),
                    "`" + source.place(named.value().span()).text() + "` is no type of a parameter",
                    "one of " + String.join(", ", CheckReader.TYPES.keySet()));
        return type;
    }

    private Expr.@Nullable Const standard(Syntax.@Nullable Named named) {
        return named == null ? null : Constants.read(named.value(), source);
    }

    /** As a configuration would write them. */
    private static List<String> texts(Expr.Const constant) {
        if (constant.value() instanceof List<?> list)
            return list.stream().map(String::valueOf).toList();
        return List.of(String.valueOf(constant.value()));
    }
}

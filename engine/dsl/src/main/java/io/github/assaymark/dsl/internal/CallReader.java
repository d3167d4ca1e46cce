package io.github.assaymark.dsl.internal;

import static io.github.assaymark.dsl.internal.ExprReader.quoted;

import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.catalogue.ValueType.Kind;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of the language's functions. */
final class CallReader {
    private final ExprReader reader;
    private final Scope scope;

    CallReader(ExprReader reader) {
        this.reader = reader;
        this.scope = reader.scope();
    }

    Expr read(Syntax.Call call) {
        if (call.receiver() == null)
            throw scope.refuse(
                    call.nameSpan(), "`" + call.name() + "(...)` is not part of an expression", functions(null, call));
        Expr receiver = reader.read(call.receiver(), null);
        Function function = Function.named(call.name(), receiver.type());
        if (function == null)
            throw scope.refuse(
                    call.nameSpan(),
                    quoted(receiver) + " (" + receiver.type().display() + ") has no function `" + call.name() + "`",
                    functions(receiver.type(), call));
        if (receiver instanceof Expr.Const)
            throw scope.refuse(call.receiver().span(), "a function of a constant is a constant");
        if (!call.named().isEmpty())
            throw scope.refuse(
                    call.named().get(0).nameSpan(),
                    "`" + call.name() + "` takes no argument `"
                            + call.named().get(0).name() + ":`");
        List<ValueType> wanted = function.parameters();
        if (call.arguments().size() != wanted.size())
            throw scope.refuse(
                    call.nameSpan(),
                    "`" + call.name() + "` takes " + wanted.size() + " argument" + (wanted.size() == 1 ? "" : "s")
                            + ", not " + call.arguments().size());
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++)
            arguments.add(argument(call, call.arguments().get(i), wanted.get(i)));
        if (function == Function.ANY_MATCHES || function == Function.ALL_MATCH)
            pattern(call, arguments.get(0), call.arguments().get(0));
        if (function == Function.GLOB) glob(arguments.get(0), call.arguments().get(0));
        return new Expr.Call(receiver, function, arguments, scope.source().place(call.span()));
    }

    private Expr argument(Syntax.Call call, Syntax s, ValueType wanted) {
        Expr argument = reader.read(s, null);
        if (argument.type().kind() != wanted.kind())
            throw scope.refuse(
                    s.span(),
                    "`" + call.name() + "` needs " + wanted.display() + ", " + quoted(argument) + " is "
                            + argument.type().display(),
                    wanted.kind() == Kind.TEXT_LIST && argument.type().kind() == Kind.TEXT
                            ? "`[" + ExprReader.shown(argument) + "]`"
                            : null);
        return argument;
    }

    private void pattern(Syntax.Call call, Expr pattern, Syntax at) {
        if (!(pattern instanceof Expr.Const c) || !(c.value() instanceof String regex))
            throw scope.refuse(at.span(), "the pattern of `" + call.name() + "` must be a constant text");
        Regex.check(regex, at.span(), scope.source());
    }

    private void glob(Expr pattern, Syntax at) {
        if (!(pattern instanceof Expr.Const c) || !(c.value() instanceof String glob)) return;
        int depth = 0;
        for (int i = 0; i < glob.length() && depth >= 0; i++)
            if (glob.charAt(i) == '{') depth++;
            else if (glob.charAt(i) == '}') depth--;
        if (glob.isEmpty() || depth != 0)
            throw scope.refuse(
                    at.span(), "`" + glob + "` is no path pattern", "`src/**/*.ts`; every `{` needs its `}`");
    }

    private static @Nullable String functions(@Nullable ValueType receiver, Syntax.Call call) {
        List<String> legal = Arrays.stream(Function.values())
                .filter(function -> receiver == null || function.receiver().kind() == receiver.kind())
                .map(Function::text)
                .toList();
        return Suggestion.near(call.name(), legal);
    }
}

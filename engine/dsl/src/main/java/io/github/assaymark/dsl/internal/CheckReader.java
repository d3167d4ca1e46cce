package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code check('name') { takes {...} conditions fails fix }}. */
final class CheckReader {
    static final Map<String, ValueType> TYPES = new TreeMap<>(Map.of(
            "text", ValueType.TEXT,
            "integer", ValueType.INTEGER,
            "bool", ValueType.BOOLEAN,
            "list", ValueType.TEXT_LIST,
            "duration", ValueType.DURATION));

    private final SourceText source;
    private final Arguments arguments;
    private final Map<String, CheckDeclaration.Argument> takes = new LinkedHashMap<>();
    private final List<Syntax> conditions = new ArrayList<>();
    private Syntax.@Nullable Call fails;
    private @Nullable String fix;

    private CheckReader(SourceText source) {
        this.source = source;
        this.arguments = new Arguments(source);
    }

    static CheckDeclaration read(String name, SourceText source) {
        return new CheckReader(source).declaration(name);
    }

    private CheckDeclaration declaration(String name) {
        Syntax.Call call = new TopLevel(source).only("check");
        arguments.shape(call, 2);
        String declared = arguments.text(call.arguments().get(0), "check");
        if (!declared.equals(name))
            throw source.refuse(
                    call.arguments().get(0).span(),
                    "the check is called `" + declared + "`, its file `" + name + ".groovy`");
        Syntax.Block block = arguments.block(call, call.arguments().get(1));
        for (Syntax statement : block.statements()) statement(statement);
        if (conditions.isEmpty()) throw source.refuse(call.nameSpan(), "the check demands nothing");
        return new CheckDeclaration(name, source, takes, conditions, fails, fix);
    }

    private void statement(Syntax statement) {
        Links links = Links.of(statement, source);
        Syntax.Call head = links.head();
        switch (head.name()) {
            case "takes" -> {
                for (Syntax argument : arguments.block(head).statements()) argument(argument);
            }
            case "fails" -> {
                if (fails != null) throw source.refuse(head.nameSpan(), "`fails` stands here twice");
                fails = head;
            }
            case "fix" -> {
                if (fix != null) throw source.refuse(head.nameSpan(), "`fix` stands here twice");
                fix = arguments.text(head);
            }
            default -> {
                if (!ConditionReader.WORDS.contains(head.name())) {
                    TreeSet<String> legal = new TreeSet<>(ConditionReader.WORDS);
                    legal.addAll(List.of("takes", "fails", "fix"));
                    throw source.refuse(
                            head.nameSpan(),
                            "`" + head.name() + "` is no part of a check",
                            Links.advice(head.name(), legal));
                }
                conditions.add(statement);
            }
        }
    }

    private void argument(Syntax statement) {
        Syntax.Call call = Links.of(statement, source).head();
        if (call != statement)
            throw source.refuse(statement.span(), "an argument is wanted here", "`path text` or `minWords integer`");
        ValueType type = arguments.words(call, "type", TYPES, "default");
        Expr.Const standard = null;
        Syntax.Named given = arguments.named(call, "default");
        if (given != null) {
            standard = Constants.read(given.value(), source);
            if (standard.type().kind() != type.kind())
                throw source.refuse(
                        given.value().span(),
                        "the default of `" + call.name() + "` is "
                                + standard.type().display() + ", not " + type.display());
        }
        if (takes.put(call.name(), new CheckDeclaration.Argument(type, standard)) != null)
            throw source.refuse(call.nameSpan(), "the check takes `" + call.name() + "` twice");
    }
}

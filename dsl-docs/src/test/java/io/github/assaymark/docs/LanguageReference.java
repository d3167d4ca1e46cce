package io.github.assaymark.docs;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page that lists the words of the language. */
final class LanguageReference {
    private LanguageReference() {}

    static String text() {
        return "# The words of the language\n\nGenerated from the code.\n"
                + "\n## Functions\n\n| Function | Result | True of, or gives |\n|---|---|---|\n"
                + Arrays.stream(Function.values())
                        .map(LanguageReference::function)
                        .collect(Collectors.joining())
                + "\n## Operators\n\n`"
                + Arrays.stream(Expr.Comparison.values())
                        .map(Expr.Comparison::sign)
                        .collect(Collectors.joining("` `"))
                + "` `&&` `||` `!` `in` `=~` `+` `-`\n"
                + "\n## Types\n\n`" + words(ValueType.Kind.values()) + "`\n"
                + "\n## Units of quantities\n\n`"
                + words(Quantity.Unit.values()).toLowerCase(Locale.ROOT) + "`\n"
                + "\n## Severities\n\n`" + camel(Severity.values()) + "`\n"
                + "\n## Phases, in their order\n\n`" + camel(Phase.values()) + "`\n"
                + "\n## Roll-out\n\n`" + camel(Item.Rollout.values()) + "`\n"
                + "\n## Outcomes\n\n`" + words(Outcome.Kind.values()) + "`\n"
                + "\n## Reasons of UNKNOWN, most telling first\n\n`" + words(Outcome.Reason.values()) + "`\n";
    }

    private static String function(Function function) {
        String parameters =
                function.parameters().stream().map(ValueType::display).collect(Collectors.joining(", "));
        return "| `" + function.receiver().display() + "." + function.text() + "(" + parameters + ")` | "
                + function.result().display() + " | " + FactReference.escaped(function.meaning()) + " |\n";
    }

    private static String words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining("` `"));
    }

    private static String camel(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> camel(constant.name())).collect(Collectors.joining("` `"));
    }

    private static String camel(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++)
            word.append(
                    parts[i].equals("ga") ? "Ga" : Character.toUpperCase(parts[i].charAt(0)) + parts[i].substring(1));
        return word.toString();
    }
}

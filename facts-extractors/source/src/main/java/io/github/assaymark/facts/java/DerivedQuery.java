package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.QueryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query that Spring Data derives from the name of a method.
 *
 * @param properties as written in the name, which all must hold; none where one of several may hold
 * @param all every property that is written
 * @param known whether they must all hold
 */
record DerivedQuery(QueryOperation operation, List<String> properties, List<String> all, boolean known) {
    private static final int MAX_LENGTH = 300;
    private static final Pattern NAME = Pattern.compile(
            "(find|read|get|query|search|stream|count|exists|delete|remove)(?:[A-Z]\\w*?)??By((?:[A-Z_]\\w*)?)");
    private static final Pattern ORDER = Pattern.compile("OrderBy[A-Z].*");

    /** What stands behind a property, longest first. */
    private static final List<String> KEYWORDS =
            List.of("IgnoringCase", "IgnoreCase", "AllIgnoringCase", "AllIgnoreCase");

    private static final List<String> LOOSE = List.of(
            "IsNotNull",
            "NotNull",
            "IsNotEmpty",
            "NotEmpty",
            "IsNotIn",
            "NotIn",
            "IsNotLike",
            "NotLike",
            "NotContaining",
            "NotContains",
            "IsNot",
            "Not");

    private static final List<String> OPERATORS = List.of(
            "IsGreaterThanEqual",
            "GreaterThanEqual",
            "IsLessThanEqual",
            "LessThanEqual",
            "IsStartingWith",
            "StartingWith",
            "IsGreaterThan",
            "IsContaining",
            "IsEndingWith",
            "GreaterThan",
            "StartsWith",
            "Containing",
            "IsLessThan",
            "EndingWith",
            "IsBetween",
            "Contains",
            "EndsWith",
            "LessThan",
            "IsBefore",
            "Between",
            "IsAfter",
            "IsEmpty",
            "IsFalse",
            "IsLike",
            "IsNull",
            "IsTrue",
            "Before",
            "Equals",
            "After",
            "Empty",
            "False",
            "IsIn",
            "Like",
            "Null",
            "True",
            "In",
            "Is");

    /** Reads the name of a method; null when nothing is derived from it. */
    static @Nullable DerivedQuery of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (name.length() > MAX_LENGTH || !matcher.matches()) return null;
        QueryOperation operation =
                matcher.group(1).matches("delete|remove") ? QueryOperation.DELETE : QueryOperation.SELECT;
        String condition = ORDER.matcher(matcher.group(2)).replaceAll("");
        for (String keyword : KEYWORDS) {
            if (keyword.startsWith("All") && condition.endsWith(keyword))
                condition = condition.substring(0, condition.length() - keyword.length());
        }
        List<String> all = new ArrayList<>();
        List<String> held = new ArrayList<>();
        String[] either = condition.split("Or(?=[A-Z])", -1);
        for (String one : either) {
            for (String part : one.split("And(?=[A-Z])", -1)) {
                if (part.isEmpty()) continue;
                String bare = without(part, KEYWORDS);
                String positive = without(bare, LOOSE);
                if (!positive.equals(bare)) {
                    all.add(positive);
                    continue;
                }
                String property = without(bare, OPERATORS);
                all.add(property);
                if (either.length == 1) held.add(property);
            }
        }
        return new DerivedQuery(operation, List.copyOf(held), List.copyOf(all), either.length == 1);
    }

    private static String without(String part, List<String> endings) {
        for (String ending : endings) {
            if (part.length() > ending.length() && part.endsWith(ending))
                return part.substring(0, part.length() - ending.length());
        }
        return part;
    }
}

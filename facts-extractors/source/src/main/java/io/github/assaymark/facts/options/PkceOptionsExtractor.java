package io.github.assaymark.facts.options;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ConfigOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the method of the code challenge that requests for authorization name: {@code code_challenge_method} as the
 * property of an object, as the first argument of a call ({@code url.searchParams.set}), or in the text of an address.
 * Without one the method is {@code plain} (RFC 7636, section 4.3), so nothing here means plain or no challenge at all.
 */
public final class PkceOptionsExtractor extends SourceExtractor {
    private static final String NAME = "code_challenge_method";
    private static final Set<String> NAMES = Set.of(NAME, "codeChallengeMethod");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("[?&]code_challenge_method=([A-Za-z0-9._~-]*)(?=&|$|[\"'`])");

    /** Found through {@link java.util.ServiceLoader}. */
    public PkceOptionsExtractor() {
        super("pkce-options", 1, List.of(ConfigOption.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        Resolver resolver = program.resolver();
        facts.alone(program.modules(), module -> {
            if (!module.tree().root().text().contains("hallenge")) return;
            for (Located pair : module.all(SyntaxKind.PAIR)) {
                Located key = pair.child("key");
                Located value = pair.child("value");
                if (key != null && value != null && named(key.node())) option(resolver, facts, pair, value);
            }
            for (Located shorthand : module.all(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER))
                if (named(shorthand.node())) option(resolver, facts, shorthand, shorthand);
            for (Located call : module.all(SyntaxKind.CALL_EXPRESSION)) {
                List<Located> arguments = resolver.arguments(call).items();
                if (arguments.size() < 2) continue;
                Located first = arguments.get(0);
                if (first.node().is(SyntaxKind.STRING) && named(first.node()))
                    option(resolver, facts, call, arguments.get(1));
            }
            addresses(module, facts);
        });
    }

    private static void addresses(Module module, FactSink facts) {
        for (String kind : List.of(SyntaxKind.STRING, SyntaxKind.TEMPLATE_STRING)) {
            for (Located text : module.all(kind)) {
                Matcher matcher = IN_ADDRESS.matcher(text.node().text());
                if (matcher.find()) fact(facts, text, matcher.group(1));
                else if (text.node().text().contains(NAME + "=${")) fact(facts, text, null);
            }
        }
    }

    private static boolean named(SyntaxNode key) {
        String text = key.text();
        boolean quoted = key.is(SyntaxKind.STRING) && text.length() > 2;
        return NAMES.contains(quoted ? text.substring(1, text.length() - 1) : text);
    }

    private static void option(Resolver resolver, FactSink facts, Located place, Located value) {
        Value known = resolver.value(value);
        // A type or a schema of the request says what it may hold, not what it holds.
        if (known instanceof Value.CallResult || known instanceof Value.Function) return;
        fact(facts, place, resolver.text(value).orElse(null));
    }

    private static void fact(FactSink facts, Located place, @Nullable String value) {
        String file = place.module().path();
        facts.fact(new ConfigOption(
                facts.key("oauth " + file + " " + NAME),
                facts.owner(),
                facts.place(place),
                "oauth",
                NAME,
                value,
                value != null,
                true,
                null,
                place.module().kind(),
                file));
    }
}

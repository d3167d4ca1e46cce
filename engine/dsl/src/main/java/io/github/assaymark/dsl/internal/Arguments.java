package io.github.assaymark.dsl.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of one word. */
final class Arguments {
    private final SourceText source;

    Arguments(SourceText source) {
        this.source = source;
    }

    /** Exactly that many arguments without a name, and named ones of these names only, each once. */
    void shape(Syntax.Call call, int count, String... named) {
        if (call.arguments().size() != count)
            throw source.refuse(
                    call.nameSpan(),
                    "`" + call.name() + "` takes " + number(count) + ", not "
                            + call.arguments().size());
        TreeSet<String> left = new TreeSet<>(List.of(named));
        for (Syntax.Named argument : call.named())
            if (!left.remove(argument.name()))
                throw source.refuse(
                        argument.nameSpan(),
                        List.of(named).contains(argument.name())
                                ? "`" + argument.name() + ":` stands here twice"
                                : "`" + call.name() + "` takes no `" + argument.name() + ":`",
                        Suggestion.nearOrAll(argument.name(), left));
    }

    private static String number(int count) {
        return count == 0 ? "no argument without a name" : count == 1 ? "one argument" : count + " arguments";
    }

    /** Its only argument, a constant text that is not blank. */
    String text(Syntax.Call call) {
        shape(call, 1);
        return text(call.arguments().get(0), call.name());
    }

    String text(Syntax s, String what) {
        String text = Literals.text(s);
        if (text == null) throw source.refuse(s.span(), "`" + what + "` needs a constant text in quotes");
        if (text.isBlank()) throw source.refuse(s.span(), "`" + what + "` is empty");
        return text;
    }

    /** Its only argument, one of the words. */
    <T> T word(Syntax.Call call, Map<String, T> words) {
        return words(call, call.name(), words);
    }

    /** Its only argument without a name, one of the words that stand for a {@code what}. */
    <T> T words(Syntax.Call call, String what, Map<String, T> words, String... named) {
        shape(call, 1, named);
        Syntax argument = call.arguments().get(0);
        if (!(argument instanceof Syntax.Name name))
            throw source.refuse(
                    argument.span(),
                    "`" + call.name() + "` needs a word without quotes",
                    "one of " + String.join(", ", words.keySet()));
        T value = words.get(name.text());
        if (value == null)
            throw source.refuse(
                    argument.span(),
                    "`" + name.text() + "` is no " + what,
                    Suggestion.nearOrAll(name.text(), words.keySet()));
        return value;
    }

    /** Its only argument, a block without parameters. */
    Syntax.Block block(Syntax.Call call) {
        shape(call, 1);
        return block(call, call.arguments().get(0));
    }

    Syntax.Block block(Syntax.Call call, Syntax s) {
        if (!(s instanceof Syntax.Block block))
            throw source.refuse(s.span(), "`" + call.name() + "` needs a block in braces");
        if (!block.parameters().isEmpty())
            throw source.refuse(block.span(), "the block of `" + call.name() + "` takes no parameter");
        return block;
    }

    /** Its only argument, a block with exactly one expression. */
    Syntax expression(Syntax.Call call) {
        Syntax.Block block = block(call);
        if (block.statements().size() != 1)
            throw source.refuse(
                    block.statements().isEmpty()
                            ? block.span()
                            : block.statements().get(1).span(),
                    "the block of `" + call.name() + "` needs exactly one expression",
                    block.statements().isEmpty() ? null : "join them with `&&`");
        return block.statements().get(0);
    }

    Syntax.@Nullable Named named(Syntax.Call call, String name) {
        for (Syntax.Named argument : call.named()) if (argument.name().equals(name)) return argument;
        return null;
    }

    boolean bool(Syntax.Call call, String name) {
        Syntax.Named argument = named(call, name);
        if (argument == null) return false;
        if (argument.value() instanceof Syntax.Bool bool) return bool.value();
        throw source.refuse(argument.value().span(), "`" + name + ":` is `true` or `false`");
    }
}

package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of the properties of what a reply sends, sorted; none for a text or nothing at all.
 *
 * @param known whether these are all
 */
record ReplyBody(List<String> keys, boolean known) {
    /** Put together by what catches an error. */
    static final ReplyBody ELSEWHERE = new ReplyBody(List.of(), false);

    private static final ReplyBody TEXT = new ReplyBody(List.of(), true);

    ReplyBody {
        keys = keys.stream().sorted().toList();
    }

    /** What {@code c.json(body, 404)} sends; {@code method} is {@code json}. */
    static ReplyBody of(String method, Located body, Resolver resolver) {
        return switch (method) {
            case "json", "send" -> object(body, resolver);
            case "text", "html" -> TEXT;
            case "body", "newResponse", "end" -> written(body, resolver);
            default -> ELSEWHERE;
        };
    }

    /** What {@code res.status(404).json(body)} sends; {@code call} is that of {@code status}. */
    static ReplyBody after(Located call, String setter, Resolver resolver) {
        if (setter.equals("sendStatus")) return TEXT;
        SyntaxNode member = call.node().parent();
        SyntaxNode outer = member == null ? null : member.parent();
        if (member == null || outer == null || !member.is(SyntaxKind.MEMBER_EXPRESSION)) return ELSEWHERE;
        SyntaxNode name = member.child("property");
        if (name == null || !outer.is(SyntaxKind.CALL_EXPRESSION)) return ELSEWHERE;
        List<Located> given = resolver.arguments(call.at(outer)).items();
        if (given.isEmpty()) return name.text().equals("end") || name.text().equals("send") ? TEXT : ELSEWHERE;
        return of(name.text(), given.get(0), resolver);
    }

    private static ReplyBody object(Located body, Resolver resolver) {
        Value value = resolver.value(body);
        if (value instanceof Value.Struct struct)
            return new ReplyBody(List.copyOf(struct.entries().keySet()), struct.complete());
        return bare(value) ? TEXT : ELSEWHERE;
    }

    private static ReplyBody written(Located body, Resolver resolver) {
        Value value = resolver.value(body);
        if (bare(value)) return TEXT;
        if (!(value instanceof Value.CallResult made) || !made.callee().name().equals("JSON.stringify"))
            return ELSEWHERE;
        @Nullable Located given = first(resolver.arguments(made.call()).items());
        return given == null ? ELSEWHERE : object(given, resolver);
    }

    private static boolean bare(Value value) {
        return value instanceof Value.Text || value instanceof Value.Nothing || value instanceof Value.Number;
    }

    private static @Nullable Located first(List<Located> given) {
        return given.isEmpty() ? null : given.get(0);
    }
}

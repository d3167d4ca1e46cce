package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises replies and thrown errors that end a request with an error, and their status and code. */
final class Replies {
    private static final Set<String> BODIES = Set.of("json", "text", "html", "body", "newResponse", "render");
    private static final Set<String> STATUS_SETTERS = Set.of("status", "code", "sendStatus", "writeHead", "statusCode");
    private static final Set<String> RESPONSES = Set.of("Response", "NextResponse");
    private static final List<String> CODE_KEYS = List.of("code", "errorCode", "error_code", "error", "type");
    private static final List<String> STATUS_KEYS = List.of("status", "statusCode", "status_code", "httpStatus");

    private final Resolver resolver;

    Replies(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * How a request ends.
     *
     * @param status null when it is not constant
     * @param code null when there is none or it is not constant
     * @param error class of a thrown error; null for a reply
     */
    record Failure(
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String error,
            ReplyBody body) {
        Failure(@Nullable Integer status, @Nullable String code, @Nullable String error) {
            this(status, code, error, ReplyBody.ELSEWHERE);
        }
    }

    /** Whether a piece of a function holds a reply with an error status. */
    boolean failing(Located at) {
        String kind = at.node().kind();
        if (kind.equals(SyntaxKind.CALL_EXPRESSION) || kind.equals(SyntaxKind.NEW_EXPRESSION)) {
            if (reply(at) != null) return true;
            if (kind.equals(SyntaxKind.NEW_EXPRESSION) && thrown(at, false) != null) return true;
        }
        if (Syntax.isFunction(at.node())) return false;
        return at.node().children().stream().anyMatch(child -> failing(at.at(child)));
    }

    /** What a call replies; null when it is no reply with an error status. */
    @Nullable
    Failure reply(Located call) {
        SyntaxNode function = call.node().child(call.node().is(SyntaxKind.NEW_EXPRESSION) ? "constructor" : "function");
        if (function == null) return null;
        String written = function.text();
        List<Located> given = List.of();
        if (call.node().is(SyntaxKind.NEW_EXPRESSION)) {
            if (!RESPONSES.contains(written)) return null;
            given = resolver.arguments(call).items();
            return given.size() < 2
                    ? null
                    : failure(
                            optionStatus(given.get(1)),
                            code(given.get(0)),
                            ReplyBody.of("body", given.get(0), resolver));
        }
        SyntaxNode property = function.child("property");
        if (property == null) return null;
        String name = property.text();
        if (!BODIES.contains(name) && !STATUS_SETTERS.contains(name) && !name.equals("notFound")) return null;
        given = resolver.arguments(call).items();
        if (name.equals("notFound") && given.isEmpty()) return new Failure(404, null, null);
        if (BODIES.contains(name) && given.size() >= 2) {
            Integer status = status(given.get(1));
            if (status == null) status = optionStatus(given.get(1));
            return failure(status, code(given.get(0)), ReplyBody.of(name, given.get(0), resolver));
        }
        if (STATUS_SETTERS.contains(name) && !given.isEmpty())
            return failure(status(given.get(0)), chainedCode(call.node(), call), ReplyBody.after(call, name, resolver));
        return null;
    }

    private static @Nullable Failure failure(@Nullable Integer status, @Nullable String code, ReplyBody body) {
        return status == null || status < 400 ? null : new Failure(status, code, null, body);
    }

    /** The code in the body of {@code res.status(404).json(body)}. */
    private @Nullable String chainedCode(SyntaxNode call, Located in) {
        SyntaxNode member = call.parent();
        SyntaxNode outer = member == null ? null : member.parent();
        if (member == null || outer == null || !member.is(SyntaxKind.MEMBER_EXPRESSION)) return null;
        if (!outer.is(SyntaxKind.CALL_EXPRESSION)) return null;
        List<Located> given = resolver.arguments(in.at(outer)).items();
        return given.isEmpty() ? null : code(given.get(0));
    }

    /**
     * What a thrown {@code new X(..)} or error factory says; null when it is none.
     *
     * @param any whether any class counts, not only those that are known to carry a status
     */
    @Nullable
    Failure thrown(Located created, boolean any) {
        Located bare = Syntax.bare(created);
        boolean fresh = bare.node().is(SyntaxKind.NEW_EXPRESSION);
        if (!fresh && !bare.node().is(SyntaxKind.CALL_EXPRESSION)) return null;
        Callee callee = resolver.callee(bare);
        String name = callee.last();
        List<Located> given = resolver.arguments(bare).items();
        Integer status = StatusNames.ofException(name);
        if (!fresh) {
            Integer named = StatusNames.ofName(name);
            if (List.of("createError", "createHttpError", "httpError").contains(name) && !given.isEmpty())
                return new Failure(status(given.get(0)), code(given), name);
            return named != null
                            && List.of("Boom", "boom", "httpErrors", "createError")
                                    .contains(owner(callee.name()))
                    ? new Failure(named, code(given), callee.name())
                    : null;
        }
        for (Located one : given) {
            if (status != null) break;
            Integer number = status(one);
            if (number == null) number = optionStatus(one);
            if (number != null && number >= 400) status = number;
        }
        String code = code(given);
        Located declaration = callee.declaration();
        if (declaration != null && Classes.is(declaration)) {
            if (status == null) status = fieldStatus(declaration);
            if (code == null) code = fieldCode(declaration);
        }
        boolean known = status != null || name.equals("HTTPException") || name.equals("HttpException");
        return known || any ? new Failure(status, code, name) : null;
    }

    private static String owner(String dotted) {
        int last = dotted.lastIndexOf('.');
        if (last < 0) return "";
        int before = dotted.lastIndexOf('.', last - 1);
        return dotted.substring(before + 1, last);
    }

    private @Nullable Integer fieldStatus(Located declaration) {
        Located at = declaration;
        for (int i = 0; i < 3 && at != null; i++) {
            for (Located field : Classes.fields(at)) {
                SyntaxNode name = field.node().child("name");
                Located value = field.child("value");
                if (name != null && value != null && STATUS_KEYS.contains(name.text())) return status(value);
            }
            Integer given = superStatus(at);
            if (given != null) return given;
            at = Classes.parent(at, resolver);
        }
        return null;
    }

    private @Nullable Integer superStatus(Located declaration) {
        Located constructor = Classes.constructor(declaration);
        Located body = constructor == null ? null : constructor.child("body");
        if (body == null) return null;
        for (SyntaxNode statement : body.node().children()) {
            for (SyntaxNode call : statement.children()) {
                SyntaxNode function = call.child("function");
                if (function == null || !function.is(SyntaxKind.SUPER)) continue;
                for (Located one : resolver.arguments(body.at(call)).items()) {
                    Integer status = status(one);
                    if (status != null && status >= 400) return status;
                }
            }
        }
        return null;
    }

    private @Nullable String fieldCode(Located declaration) {
        for (Located field : Classes.fields(declaration)) {
            SyntaxNode name = field.node().child("name");
            Located value = field.child("value");
            if (name != null && value != null && CODE_KEYS.contains(name.text()))
                return resolver.text(value).orElse(null);
        }
        return null;
    }

    private @Nullable Integer status(Located expression) {
        Value value = resolver.value(expression);
        if (value instanceof Value.Number number) return number(number.raw());
        if (value instanceof Value.External external) return StatusNames.ofConstant(external.name());
        return null;
    }

    private static @Nullable Integer number(String raw) {
        return raw.matches("[1-5]\\d\\d") ? Integer.valueOf(raw) : null;
    }

    private @Nullable Integer optionStatus(Located options) {
        if (!(resolver.value(options) instanceof Value.Struct struct)) return null;
        for (String key : STATUS_KEYS) {
            Located entry = struct.get(key);
            Integer status = entry == null ? null : status(entry);
            if (status != null) return status;
        }
        return null;
    }

    private @Nullable String code(List<Located> given) {
        for (Located one : given) {
            Optional<String> text = resolver.text(one);
            if (text.isPresent() && looksLikeCode(text.get())) return text.get();
            String inner = text.isEmpty() ? code(one) : null;
            if (inner != null) return inner;
        }
        return null;
    }

    private static boolean looksLikeCode(String text) {
        return text.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+") || text.matches("[a-z][a-z0-9]*([._][a-z0-9_]+)+");
    }

    /** The code in the body of a reply: of the object, or of an object in its field {@code error}. */
    private @Nullable String code(Located body) {
        if (!(resolver.value(body) instanceof Value.Struct struct)) return null;
        for (Map.Entry<String, Located> entry : struct.entries().entrySet()) {
            if (!CODE_KEYS.contains(entry.getKey())) continue;
            Optional<String> text = resolver.text(entry.getValue());
            boolean named = entry.getKey().toLowerCase(java.util.Locale.ROOT).contains("code");
            if (text.isPresent() && (named || looksLikeCode(text.get()))) return text.get();
            String inner = text.isEmpty() ? code(entry.getValue()) : null;
            if (inner != null) return inner;
        }
        return null;
    }
}

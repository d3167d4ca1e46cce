package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds assertions in tests: {@code expect(x)} with a matcher behind it, {@code assert} and its methods,
 * {@code should}, {@code .expect(…)} of supertest, {@code fc.assert}, {@code expectTypeOf}; and those of helper
 * functions of the tests one level deep.
 */
final class Assertions {
    private static final Set<String> ASSERTING = Set.of(
            "strictEqual",
            "deepStrictEqual",
            "deepEqual",
            "notStrictEqual",
            "notDeepStrictEqual",
            "rejects",
            "doesNotReject",
            "throws",
            "doesNotThrow",
            "ok",
            "equal",
            "notEqual",
            "match",
            "doesNotMatch",
            "ifError",
            "fail",
            "partialDeepStrictEqual");

    private final Resolver resolver;

    Assertions(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The assertions in a piece of a test module, helper functions included. */
    List<Located> in(Located piece) {
        List<Located> found = new ArrayList<>();
        for (SyntaxNode call : Syntax.below(piece.node(), SyntaxKind.CALL_EXPRESSION)) {
            if (assertion(piece.at(call))) {
                found.add(piece.at(call));
                continue;
            }
            Located helper = helper(piece.at(call));
            if (helper == null || Syntax.within(helper.node(), piece.node())) continue;
            for (SyntaxNode inner : Syntax.below(helper.node(), SyntaxKind.CALL_EXPRESSION))
                if (assertion(helper.at(inner))) found.add(helper.at(inner));
        }
        return found;
    }

    /** The function of a test module that a call calls; null when it calls anything else. */
    @Nullable
    Located helper(Located call) {
        String name = Syntax.dotted(Syntax.target(call.node()));
        if (name == null || BuiltIn.call(name)) return null;
        Located declared = resolver.callee(call).declaration();
        if (declared == null || declared.module().kind() == FileKind.PRODUCTION) return null;
        return Syntax.function(declared.node()) ? declared : null;
    }

    /** Whether a call asserts something. */
    boolean assertion(Located call) {
        SyntaxNode target = Syntax.target(call.node());
        if (target == null) return false;
        SyntaxNode bare = Syntax.bare(target);
        String name = Syntax.dotted(bare);
        if (name == null) {
            SyntaxNode property = bare.is(SyntaxKind.MEMBER_EXPRESSION) ? bare.child("property") : null;
            // request(app).get('/').expect(200), and res.status().should.equal(200)
            return property != null
                    && ((property.text().equals("expect")
                                    && !Syntax.arguments(call.node()).isEmpty())
                            || bare.text().contains(".should."));
        }
        String first = Syntax.first(name);
        if (first.equals("expect")) {
            boolean asserts = name.equals("expect") || name.equals("expect.soft") || name.equals("expect.poll");
            SyntaxNode around = asserts ? Syntax.around(call.node()) : null;
            return (around != null && around.is(SyntaxKind.MEMBER_EXPRESSION))
                    || name.equals("expect.fail")
                    || name.equals("expect.unreachable");
        }
        if (first.equals("assert") || name.contains(".assert.") || name.endsWith(".assert")) return true;
        if (first.equals("expectTypeOf") || first.equals("assertType") || name.contains(".should.")) return true;
        if (!ASSERTING.contains(name)) return false;
        String module = resolver.callee(call).module();
        return module != null
                && (module.startsWith("node:assert") || module.startsWith("assert") || module.equals("chai"));
    }
}

package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.GuardKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardWordsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "requireScope, SCOPE",
        "hasScopes, SCOPE",
        "requireWriteScope, SCOPE",
        "permissions.check, SCOPE",
        "jwtScope, SCOPE",
        "requireAuth, AUTHENTICATION",
        "authMiddleware, AUTHENTICATION",
        "bearerAuth, AUTHENTICATION",
        "AuthGuard, AUTHENTICATION",
        "JWTGuard, AUTHENTICATION",
        "verifyAccessToken, AUTHENTICATION",
        "validateApiKey, AUTHENTICATION",
        "verifySlackSignature, AUTHENTICATION",
        "requireSession, AUTHENTICATION",
        "SessionGuard, AUTHENTICATION",
        "passport.authenticate, AUTHENTICATION",
        "session, OTHER",
        "sessionMiddleware, OTHER",
        "passport.session, OTHER",
        "passport.initialize, OTHER",
        "passport.deserializeUser, OTHER",
        "optionalAuth, OTHER",
        "maybeAuthenticate, OTHER",
        "noAuth, OTHER",
        "skipAuth, OTHER",
        "withoutAuth, OTHER",
        "allowAnonymous, OTHER",
        "skipRateLimit, OTHER",
        "authorName, OTHER",
        "RolesGuard, ROLE",
        "requireAdmin, ROLE",
        "rateLimit, RATE_LIMIT",
        "authRateLimiter, RATE_LIMIT",
        "ThrottlerGuard, RATE_LIMIT",
        "idempotencyKey, IDEMPOTENCY",
        "auditLog, AUDIT",
        "zValidator, VALIDATION",
        "validateBody, VALIDATION",
        "cors, OTHER",
        "cancel, OTHER",
        "prettyJSON, OTHER",
    })
    void names_tell_what_a_guard_is_for(String name, GuardKind kind) {
        assertThat(GuardWords.kind(name)).isEqualTo(kind);
    }
}

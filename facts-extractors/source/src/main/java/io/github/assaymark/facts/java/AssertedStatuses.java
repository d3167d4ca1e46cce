package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.AssertedOutcome;
import io.github.assaymark.model.fact.TestCase;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one test demands of the statuses of answers and of exceptions: {@code status().isNotFound()},
 * {@code statusCode(409)}, {@code assertThat(answer.getStatusCode()).isEqualTo(CONFLICT)},
 * {@code assertThrows(SoldOut.class, …)}. The request is known where the test makes only one.
 */
final class AssertedStatuses {
    private final JavaIndex index;
    private final JavaFacts facts;
    private final JavaUnit unit;

    AssertedStatuses(JavaIndex index, JavaFacts facts, JavaUnit unit) {
        this.index = index;
        this.facts = facts;
        this.unit = unit;
    }

    void emit(JavaType type, JavaMethod method, TestCase test) {
        List<String> asked =
                test.targets().stream().filter(t -> t.indexOf(' ') > 0).toList();
        String request = asked.size() == 1 ? asked.get(0) : null;
        for (JavaCall call : method.calls()) {
            String error = error(call);
            if (error != null) {
                fact(test, call, null, null, error);
            } else if (speaks(call) && !succeeds(call)) {
                fact(test, call, request, status(call, type), null);
            }
        }
    }

    /** Whether a call asserts something about a status. */
    private static boolean speaks(JavaCall call) {
        String callee = call.callee().toLowerCase(Locale.ROOT);
        String name = call.name();
        if (name.equals("statusCode")) return !call.arguments().isEmpty();
        if (callee.startsWith("status()") || callee.contains("expectstatus()")) return !name.equals("status");
        boolean compares = name.equals("isEqualTo") || name.equals("isSameAs") || name.equals("assertEquals");
        if (!compares) return false;
        return callee.contains("status")
                || call.arguments().stream()
                        .anyMatch(a -> a.source().toLowerCase(Locale.ROOT).contains("status"));
    }

    /** Whether a call waits for a success, by its name or that of a constant. */
    private static boolean succeeds(JavaCall call) {
        if (call.name().matches("is(Ok|Created|Accepted|NoContent|Found|[23]xx\\w*)")) return true;
        return call.arguments().stream()
                .anyMatch(a -> a.source().matches("(?:\\w+\\.)*(?:SC_)?(?:OK|CREATED|ACCEPTED|NO_CONTENT|FOUND)\\b.*"));
    }

    /** The class of the exception that a call waits for; null when it waits for none. */
    private static @Nullable String error(JavaCall call) {
        String name = call.name();
        boolean waits = name.startsWith("assertThrows")
                || name.equals("assertThatThrownBy")
                || name.equals("assertThatExceptionOfType");
        if (!waits) return null;
        String first = call.arguments().isEmpty() ? "" : call.arguments().get(0).source();
        if (!first.endsWith(".class")) return "";
        String type = first.substring(0, first.length() - ".class".length());
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private @Nullable Integer status(JavaCall call, JavaType type) {
        Integer named = HttpStatuses.ofMatcher(call.name());
        if (named != null) return named;
        for (JavaValue argument : call.arguments()) {
            Integer status = HttpStatuses.of(argument, index, unit, type);
            if (status != null) return status;
        }
        return null;
    }

    private void fact(
            TestCase test, JavaCall call, @Nullable String request, @Nullable Integer status, @Nullable String error) {
        String known = error == null || error.isEmpty() ? null : error;
        String shown = known != null ? known : status != null ? String.valueOf(status) : "status";
        facts.fact(new AssertedOutcome(
                facts.key(AssertedOutcome.class, test.key() + ": " + (request == null ? "" : request + " ") + shown),
                facts.owner(),
                facts.place(unit, call.span()),
                test.key(),
                request,
                status,
                null,
                known,
                List.of(),
                test.skipped(),
                unit.path()));
    }
}

package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.ResultStatus;
import io.github.assaymark.model.fact.TestResult;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code jest --json}, which Vitest's {@code json} reporter writes too: files in {@code testResults}, tests in
 * {@code assertionResults}. A file that failed before its tests is an error of its own; a test that held after it was
 * repeated ({@code invocations}) is FLAKY. Paths are absolute: the {@code root} of the scope says to what.
 */
final class JestReading {
    private JestReading() {}

    static void read(Exported file) {
        int tests = 0;
        for (JsonValue suite : file.elements("testResults")) {
            String name = file.required(suite, "name");
            if (name == null) continue;
            String path = Exported.shown(ToolReport.relative(file, suite.text("name", "")));
            boolean failed = "failed".equals(suite.text("status"));
            boolean explained = false;
            int of = 0;
            for (JsonValue test : suite.list("assertionResults")) {
                ResultStatus status = status(file, test);
                of++;
                if (status == null) continue;
                explained |= status == ResultStatus.FAILED;
                String title = file.required(test, "title");
                if (title != null) tell(file, test, path, title, status, at(suite), milliseconds(test));
            }
            tests += of;
            if (failed && !explained) {
                tests++;
                tell(file, suite, path, path, ResultStatus.ERROR, at(suite), null);
            } else if (of == 0) file.gap(suite.pointer(), "a file without a test");
        }
        if (tests == 0) file.gap("", "there is no test in it");
    }

    private static @Nullable ResultStatus status(Exported file, JsonValue test) {
        String word = test.text("status", "");
        ResultStatus status = switch (word) {
            case "passed" -> test.integer("invocations", 1) > 1 ? ResultStatus.FLAKY : ResultStatus.PASSED;
            case "failed" -> ResultStatus.FAILED;
            case "pending", "skipped", "todo", "disabled" -> ResultStatus.SKIPPED;
            default -> null;
        };
        if (status == null) file.gap(test.pointer(), "an unknown status: " + Exported.shown(word));
        return status;
    }

    private static @Nullable Quantity milliseconds(JsonValue test) {
        BigDecimal took = test.decimal("duration");
        return took == null || took.signum() < 0 ? null : new Quantity(took, Quantity.Unit.MILLISECONDS);
    }

    /** Milliseconds since 1970. */
    private static @Nullable Instant at(JsonValue suite) {
        BigDecimal end = suite.decimal("endTime");
        boolean known = end != null && end.signum() > 0 && end.precision() - end.scale() <= 14;
        return known && end != null ? Instant.ofEpochMilli(end.longValue()) : null;
    }

    private static void tell(
            Exported file,
            JsonValue value,
            String path,
            String title,
            ResultStatus status,
            @Nullable Instant at,
            @Nullable Quantity took) {
        StringBuilder name = new StringBuilder();
        for (String ancestor : value.texts("ancestorTitles"))
            name.append(ancestor).append(" > ");
        String shown = Exported.shown(name + title);
        file.fact(new TestResult(
                file.key(path + "#" + shown),
                file.ownerOf(path, file.service(null)),
                file.at(value),
                shown,
                path,
                path,
                status,
                status == ResultStatus.PASSED,
                took,
                file.stage(null),
                file.entry().commit(),
                at == null ? file.observedAt() : at));
    }
}

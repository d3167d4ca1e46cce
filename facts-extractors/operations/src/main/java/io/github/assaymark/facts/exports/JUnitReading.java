package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.ResultStatus;
import io.github.assaymark.model.fact.TestResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * JUnit XML as Surefire, Gradle, Vitest, Jest and others write it. A suite without a test proves nothing; a test that
 * was repeated until it held is FLAKY, not PASSED.
 */
final class JUnitReading implements XmlReport.Visitor {
    private final Exported file;
    private final Deque<Suite> suites = new ArrayDeque<>();
    private XmlReport.@Nullable Element test;
    private ResultStatus status = ResultStatus.PASSED;
    private boolean report;
    private int tests;

    private record Suite(
            @Nullable String name,
            @Nullable String file,
            @Nullable Instant at) {}

    private JUnitReading(Exported file) {
        this.file = file;
    }

    static void read(Exported file) {
        JUnitReading reading = new JUnitReading(file);
        XmlReport.walk(file, reading);
        if (!reading.report) file.gap("", "there is no testsuite in it");
        else if (reading.tests == 0) file.gap("", "there is no test in it");
    }

    @Override
    public void begin(XmlReport.Element element, Deque<String> path) {
        switch (element.name()) {
            case "testsuites" -> report = true;
            case "testsuite" -> {
                report = true;
                Suite around = suites.peek();
                Instant at = moment(element.get("timestamp"));
                suites.push(new Suite(
                        element.get("name"),
                        element.get("file") == null && around != null ? around.file() : element.get("file"),
                        at == null && around != null ? around.at() : at));
            }
            case "testcase" -> {
                test = element;
                status = ResultStatus.PASSED;
            }
            case "failure" -> worse(ResultStatus.FAILED);
            case "error" -> worse(ResultStatus.ERROR);
            case "skipped" -> worse(ResultStatus.SKIPPED);
            case "flakyFailure", "flakyError", "rerunFailure", "rerunError" -> worse(ResultStatus.FLAKY);
            default -> {}
        }
    }

    private void worse(ResultStatus found) {
        if (test == null) return;
        boolean failed = status == ResultStatus.FAILED || status == ResultStatus.ERROR;
        // A repeated test that failed in the end has both elements.
        if (!failed) status = found;
    }

    @Override
    public void end(String name) {
        if (name.equals("testsuite")) suites.poll();
        if (!name.equals("testcase") || test == null) return;
        tests++;
        tell(test, suites.peek());
        test = null;
    }

    private void tell(XmlReport.Element of, @Nullable Suite suite) {
        String name = of.get("name");
        String place = "#L" + of.line();
        if (name == null) {
            file.gap(place, "a test without a name");
            return;
        }
        String group = of.get("classname");
        if (group == null && suite != null) group = suite.name();
        String path = of.get("file");
        if (path == null && suite != null) path = suite.file();
        if (path == null && group != null && group.matches(".*\\.[cm]?[jt]sx?")) path = group;
        String shownGroup = Exported.shownOrNull(group);
        String shownPath = Exported.shownOrNull(path);
        Instant at = suite == null ? null : suite.at();
        file.fact(new TestResult(
                file.key((shownGroup == null ? "" : shownGroup + "#") + Exported.shown(name)),
                shownPath == null ? file.owner(file.service(null)) : file.ownerOf(shownPath, file.service(null)),
                file.at(place),
                Exported.shown(name),
                shownGroup,
                shownPath,
                status,
                status == ResultStatus.PASSED,
                seconds(of.get("time")),
                file.stage(null),
                file.entry().commit(),
                at == null ? file.observedAt() : at));
    }

    private static @Nullable Quantity seconds(@Nullable String time) {
        if (time == null || !time.matches("\\d{1,12}(\\.\\d{1,12})?")) return null;
        return new Quantity(new BigDecimal(time), Quantity.Unit.SECONDS);
    }

    /** A moment without a zone is none: nobody knows where the machine stood. */
    private static @Nullable Instant moment(@Nullable String timestamp) {
        return JsonValue.moment(timestamp);
    }
}

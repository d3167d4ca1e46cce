package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Snapshot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Fills every value that is not read of a sample of each kind with tokens, and looks for the tokens in every fact,
 * coverage and gap. An {@code @} in a sample is a token, {@code %} an {@code @}; {@code "&"} is a key with tokens at
 * every depth.
 */
class ResultsCanaryTest {
    private final Random random = new Random(Long.getLong("assay.seed", System.nanoTime()));
    private final List<String> planted = new ArrayList<>();

    private String canary() {
        StringBuilder token = new StringBuilder("kanari");
        for (int i = 0; i < 16; i++) token.append((char) ('a' + random.nextInt(26)));
        planted.add(token.toString());
        return token.toString();
    }

    private String filled(String sample) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c == '@') text.append(canary());
            else if (c == '%') text.append('@');
            else if (c == '&')
                text.append("\"token\": \"")
                        .append(canary())
                        .append("\", \"nested\": {\"deep\": [{\"password\": \"")
                        .append(canary())
                        .append("\"}]}");
            else text.append(c);
        }
        return text.toString();
    }

    static Map<String, String> samples() {
        Map<String, String> samples = new TreeMap<>();
        samples.put(
                "artillery",
                "{\"aggregate\": {\"counters\": {\"http.requests\": 2, \"errors.@\": 1}, \"rates\": {\"http.request_rate\": 1},"
                        + " \"summaries\": {\"http.response_time\": {\"p95\": 3, &}, \"own.@\": {\"p95\": 1}}, &},"
                        + " \"intermediate\": [\"@\"], &}");
        samples.put(
                "directory.people",
                "people: [{handle: '%ada', email: '@', phones: ['@'], manager: {name: '@'}}]\nowner: '@'\n");
        samples.put("github.team-members", """
                [{"login": "ada", "node_id": "@", "gravatar_id": "@", "avatar_url": "https://@", "name": "@", "email": "@", &}]""");
        samples.put("eslint", """
                [{"filePath": "a.ts", "source": "@", "output": "@", "messages": [{"ruleId": "r", "severity": 2, "message": "m",
                  "line": 1, "fix": {"text": "@"}, "suggestions": [{"desc": "@"}], &}], &}]""");
        samples.put("aws.logs.get-query-results", """
                {"status": "Complete", "statistics": {&}, "results": [[{"field": "%message", "value": "{\\"a\\": \\"@\\"}"},
                  {"field": "%ptr", "value": "@"}, {"field": "own", "value": "@", &}]], &}""");
        samples.put("flagd", """
                {"flags": {"f": {"state": "ENABLED", "variants": {"on": true, "other": "@"}, "defaultVariant": "on",
                  "targeting": {}, "metadata": {&}, &}}, "metadata": {&}, "$evaluators": {"x": "@"}}""");
        samples.put("launchdarkly.auditlog", """
                [{"date": 1772000000000, "member": {"email": "@"}, "comment": "@", "accessToken": {"name": "@"}, "currentVersion":
                  {"key": "f", "description": "@", "variations": [{"_id": "@", "name": "@", "value": true}], "environments": {"test":
                   {"on": true, "salt": "@", "fallthrough": {"variation": 0}, "targets": [{"values": ["@"]}], &}}, &}, &}]""");
        samples.put("launchdarkly.flags", """
                {"items": [{"key": "f", "name": "@", "description": "@", "tags": ["@"], "_maintainer": {"email": "@"},
                  "variations": [{"_id": "@", "name": "@", "value": true}], "environments": {"test": {"on": true, "salt": "@", "sel": "@",
                   "fallthrough": {"variation": 0}, "rules": [{"clauses": [{"values": ["@"]}]}], &}}, &}], &}""");
        samples.put("loki.query-range", """
                {"data": {"resultType": "streams", "result": [{"stream": {"service_name": "s", "pod": "@", &},
                  "values": [["1772443799000000001", "{\\"a\\": \\"@\\", \\"b\\": {\\"c\\": \\"@\\"}}"], ["1772443799000000002", "@"]]}], "stats": {&}}}""");
        samples.put("sentry.project-keys", """
                [{"id": "@", "name": "n", "label": "@", "public": "@", "secret": "@", "isActive": true,
                  "dsn": {"public": "https://@@o1.example/2", "secret": "@"}, "dynamicSdkLoaderOptions": {&}, &}]""");
        samples.put("tempo.search", """
                {"traces": [{"traceID": "@", "rootServiceName": "s", "rootTraceName": "@", "spanSets": [{"attributes": ["@"]}], &}],
                 "metrics": {&}}""");
        samples.put("unleash.events", """
                {"events": [{"id": 1, "type": "feature-created", "createdAt": "2026-02-01T09:00:00Z", "createdBy": "@", "ip": "@",
                   "featureName": "f", "data": {"description": "@"}, &},
                  {"id": 2, "type": "feature-environment-disabled", "createdAt": "2026-02-01T09:00:00Z", "featureName": "f",
                   "environment": "test", "data": {"constraints": [{"values": ["@"]}], &}, "label": "@", &}], &}""");
        samples.put("unleash.features", """
                {"features": [{"name": "f", "description": "@", "createdBy": {"name": "@"}, "environments": [{"name": "test",
                  "enabled": true, "strategies": [{"name": "userWithId", "title": "@", "parameters": {"userIds": "@"},
                  "constraints": [{"values": ["@"]}], &}], "variants": [{"payload": {"value": "@"}}], &}], &}], &}""");
        samples.put("gatling", "{\"numberOfRequests\": {\"total\": 1, &}, \"meanResponseTime\": {\"total\": 2}, &}");
        samples.put("gitleaks", """
                [{"RuleID": "r", "Description": "d", "File": "a", "StartLine": 1, "Match": "@", "Secret": "@", "Line": "@",
                  "Author": "@", "Email": "@", "Message": "@", "Fingerprint": "@", "Tags": ["@"], &}]""");
        samples.put("jest", """
                {"testResults": [{"name": "a.test.ts", "status": "passed", "message": "@", "assertionResults": [
                  {"title": "t", "status": "failed", "failureMessages": ["@"], "meta": {"x": "@"}, &}], &}], &}""");
        samples.put("jmeter.jtl", """
                timeStamp,elapsed,label,responseMessage,success,failureMessage,URL,threadName
                1772443800000,5,l,@,true,@,http://@,@
                """);
        samples.put("jmeter.statistics", "{\"l\": {\"sampleCount\": 1, \"meanResTime\": 2, &}, \"x\": {&}}");
        samples.put(
                "k6",
                "{\"metrics\": {\"http_req_duration\": {\"p(95)\": 1, &}, \"own_trend\": {\"avg\": \"@\"}},"
                        + " \"root_group\": {\"checks\": [{\"name\": \"@\"}]}, \"options\": {&}, \"setup_data\": \"@\"}");
        samples.put("k6.new", """
                {"version": "1.0.0", "config": {"duration": 2, "script": "@"}, "metadata": {"k6Version": "@"}, "results": {"checks":
                  {"results": [{"name": "@"}]}, "metrics": [{"name": "http_req_duration", "type": "trend", "contains": "time",
                  "values": {"avg": 1, &}, &}]}, &}""");
        samples.put(
                "jmeter.jtl.xml",
                "<testResults version=\"1.2\"><httpSample t=\"5\" ts=\"1772443800000\" s=\"true\" lb=\"l\" rm=\"@\" tn=\"@\">"
                        + "<responseHeader>@</responseHeader><cookies>@</cookies><java.net.URL>http://@/</java.net.URL>"
                        + "<assertionResult><failureMessage>@</failureMessage></assertionResult></httpSample></testResults>");
        samples.put("npm.audit", """
                {"vulnerabilities": {"a": {"via": [{"source": 1, "title": "t", "severity": "low", "range": "@", &}], "nodes": ["@"], &}}, &}""");
        samples.put(
                "oasdiff",
                "[{\"id\": \"i\", \"text\": \"t\", \"level\": 1, \"comment\": \"@\", \"attributes\": {&}, &}]");
        samples.put("github.package-versions", """
                [{"name": "1.0.0", "html_url": "@", "description": "@", "metadata": {"package_type": "npm", &}, &}]""");
        samples.put(
                "maven.metadata",
                "<metadata><groupId>g</groupId><artifactId>a</artifactId><plugins><plugin><name>@</name></plugin></plugins>"
                        + "<versioning><latest>@</latest><versions><version>1</version></versions></versioning></metadata>");
        samples.put("npm.packument", """
                {"name": "a", "readme": "@", "maintainers": [{"email": "@"}], "versions": {"1.0.0": {"version": "1.0.0",
                  "_npmUser": {"name": "@"}, "scripts": {"x": "@"}, "dist": {"tarball": "@", "signatures": [{"sig": "@"}]}, &}}, &}""");
        samples.put("pact.can-i-deploy", """
                {"summary": {"deployable": true, "reason": "@"}, "notices": [{"text": "@"}], "matrix": [], &}""");
        samples.put("pact.matrix", """
                {"matrix": [{"consumer": {"name": "c", "_links": {"self": {"href": "@"}}, &}, "provider": {"name": "p"},
                  "verificationResult": {"success": true, "_links": {"self": {"href": "@"}}, &}, "pact": {&}}], &}""");
        samples.put("tsc", "a.ts(1,1): error TS1: m\nconst key = '@'\n");
        return samples;
    }

    /** The kind of a sample: some have another form that ends with its name. */
    static String kind(String sample) {
        return sample.replaceFirst("\\.(new|xml)$", "");
    }

    private static List<String> kinds() {
        return Stream.of(
                        DirectoryKinds.all(),
                        FlagKinds.all(),
                        LoadTestKinds.all(),
                        PactKinds.all(),
                        PublicationKinds.all(),
                        TelemetryKinds.all(),
                        ToolKinds.all())
                .flatMap(List::stream)
                .map(ExportKind::id)
                .toList();
    }

    @Test
    void every_kind_has_a_sample() {
        assertThat(samples().keySet()).containsAll(kinds());
    }

    @Test
    void nothing_that_is_not_listed_reaches_a_fact() {
        StateFixture state = new StateFixture();
        samples()
                .forEach((kind, sample) -> state.export(
                        kind(kind),
                        kind,
                        filled(sample),
                        "\"complete\": true, \"scope\": {\"exitCode\": \"1\", \"package\": \"p\","
                                + " \"team\": \"t\"}"));
        Snapshot snapshot = state.snapshot();
        assertThat(planted).hasSizeGreaterThan(50);
        String all = snapshot.facts().toString();
        for (String kind : samples().keySet()) assertThat(all).contains("state, path=" + kind + ",");
        assertThat(all).doesNotContain("reading it failed");
        for (String token : planted) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            assertThat(all)
                    .doesNotContain(
                            token,
                            Base64.getEncoder().encodeToString(bytes),
                            HexFormat.of().formatHex(bytes),
                            URLEncoder.encode(token + "=", StandardCharsets.UTF_8));
        }
    }
}

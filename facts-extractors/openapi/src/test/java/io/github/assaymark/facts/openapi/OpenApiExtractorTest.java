package io.github.assaymark.facts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage.Gap;
import io.github.assaymark.model.Coverage.Status;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.ApiExample;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.ApiProperty;
import io.github.assaymark.model.fact.ApiSpec;
import io.github.assaymark.model.fact.DanglingReference;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.RemoteReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenApiExtractorTest {
    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

    @TempDir
    private Path root;

    private Repo repo = new Repo(Path.of("."));

    @BeforeEach
    void service() throws IOException {
        repo = new Repo(root).with("services/a/service.yaml", "name: a\n");
    }

    private Snapshot scan(String spec) throws IOException {
        return repo.with("services/a/openapi.yaml", HEAD + spec).scan();
    }

    private static String at(Fact fact) {
        Provenance.File file = (Provenance.File) fact.provenance();
        return file.path().replace("services/a/", "") + ":" + file.startLine() + ":" + file.startColumn();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swagger: '2.0'|Swagger 2.0 is not supported",
                "openapi: 3.2.0|OpenAPI 3.2.0 is not supported",
                "openapi: 4|OpenAPI 4 is not supported",
                "openapi:|it does not say which version of OpenAPI it is written in",
                "title: x|it does not say which version of OpenAPI it is written in",
                "[]|it holds no OpenAPI description",
                "''|it holds no OpenAPI description"
            })
    void other_versions_are_stated_plainly(String first, String reason) throws IOException {
        Snapshot snapshot = repo.with("services/a/openapi.yaml", first + "\n").scan();

        assertThat(snapshot.facts(ApiSpec.class)).isEmpty();
        for (String type : List.of("ApiSpec", "ApiOperation", "ApiProperty", "DanglingReference")) {
            assertThat(Repo.coverage(snapshot, type, "services/a").status()).isEqualTo(Status.PARTIAL);
            assertThat(Repo.gaps(snapshot, type)).extracting(Gap::reason).containsExactly(reason);
        }
        assertThat(Repo.coverage(snapshot, "ApiOperation", "").status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void a_service_without_a_description_is_covered_completely() {
        Snapshot snapshot = repo.scan();

        assertThat(Repo.coverage(snapshot, "ApiOperation", "services/a").status())
                .isEqualTo(Status.COMPLETE);
        assertThat(Repo.coverage(snapshot, "ApiOperation", "services/a").matched())
                .isZero();
    }

    @Test
    void a_broken_description_gives_a_gap_with_its_line() throws IOException {
        Snapshot snapshot = scan("paths:\n  /x:\n    get: {responses: {}\n  /y: {}\n");

        assertThat(snapshot.facts(ApiOperation.class)).isEmpty();
        assertThat(Repo.gaps(snapshot, "ApiOperation"))
                .extracting(Gap::path, Gap::line)
                .containsExactly(tuple("services/a/openapi.yaml", 5));
    }

    @Test
    void what_swagger_parser_complains_about_is_a_gap_at_the_operation() throws IOException {
        Snapshot snapshot = repo.with(
                        "services/a/openapi.yaml",
                        "openapi: 3.0.0\ninfo: {title: T, version: '1'}\npaths:\n  /x:\n    get: {operationId: x}\n  /y:\n    get: {responses: {'200': {}}}\n")
                .scan();

        assertThat(Repo.gaps(snapshot, "ApiOperation"))
                .extracting(Gap::line, Gap::reason)
                .containsExactly(
                        tuple(5, "attribute paths.'/x'(get).responses is missing"),
                        tuple(7, "attribute paths.'/y'(get).responses.200.description is missing"));
        assertThat(snapshot.facts(ApiSpec.class))
                .extracting(ApiSpec::operations, ApiSpec::parseErrors)
                .containsExactly(tuple(2, 2));
        assertThat(Repo.coverage(snapshot, "DanglingReference", "services/a").status())
                .isEqualTo(Status.COMPLETE);
    }

    @Test
    void repeated_methods_are_named_with_their_place() throws IOException {
        Snapshot snapshot = scan(
                "paths:\n  /x:\n    get: {operationId: one, responses: {'200': {description: d}}}\n    get: {operationId: two, responses: {'200': {description: d}}}\n");

        assertThat(snapshot.facts(DuplicateKey.class))
                .extracting(DuplicateKey::key, OpenApiExtractorTest::at)
                .containsExactly(tuple("services/a/openapi.yaml#paths./x.get", "openapi.yaml:6:5"));
        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::operationId)
                .containsExactly("two");
    }

    @Test
    void references_are_judged_where_they_stand() throws IOException {
        repo.with("services/a/shared/parts.yaml", "Part: {type: string}\ndeep:\n  $ref: '#/nope'\n")
                .with("services/a/shared/broken.yaml", "a: [")
                .with("outside.yaml", "Thing: {type: string}\n");
        Snapshot snapshot = scan("""
                paths: {}
                components:
                  schemas:
                    ok: {$ref: './shared/parts.yaml#/Part'}
                    up: {$ref: '../../outside.yaml#/Thing'}
                    out: {$ref: '../../../etc/passwd'}
                    root: {$ref: '/etc/passwd'}
                    file: {$ref: 'file:///etc/passwd'}
                    web: {$ref: 'http://169.254.169.254/latest'}
                    none: {$ref: './shared/none.yaml'}
                    gone: {$ref: '#/components/schemas/gone2'}
                    again: {$ref: '#/components/schemas/gone2'}
                    broken: {$ref: './shared/broken.yaml'}
                    anchored: {$anchor: spot, type: string}
                    byAnchor: {$ref: '#spot'}
                    byNothing: {$ref: '#nowhere'}
                    encoded: {$ref: '#/components/schemas/with%20blank~1'}
                    'with blank/': {type: string}
                    list: {allOf: [{type: string}], x: {$ref: '#/components/schemas/list/allOf/0'}}
                    properties: {properties: {$ref: {type: string}, default: {$ref: '#/gone3'}}}
                    data: {example: {$ref: '#/data'}, default: {$ref: '#/data'}, x-acme: {$ref: '#/data'}}
                """);

        assertThat(snapshot.facts(DanglingReference.class))
                .extracting(DanglingReference::key, OpenApiExtractorTest::at)
                .containsExactlyInAnyOrder(
                        tuple("services/a/openapi.yaml#./shared/none.yaml", "openapi.yaml:12:18"),
                        tuple("services/a/openapi.yaml##/components/schemas/gone2", "openapi.yaml:13:18"),
                        tuple("services/a/openapi.yaml##/components/schemas/gone2~2", "openapi.yaml:14:19"),
                        tuple("services/a/openapi.yaml##nowhere", "openapi.yaml:18:23"),
                        tuple("services/a/openapi.yaml##/gone3", "openapi.yaml:22:69"),
                        tuple("services/a/shared/parts.yaml##/nope", "shared/parts.yaml:3:9"));
        assertThat(snapshot.facts(RemoteReference.class))
                .extracting(RemoteReference::target)
                .containsExactlyInAnyOrder(
                        "../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://169.254.169.254/latest");
        assertThat(Repo.gaps(snapshot, "DanglingReference"))
                .extracting(Gap::line, g -> g.reason().replaceAll(": .*", ""))
                .containsExactly(tuple(15, "services/a/shared/broken.yaml"));
        assertThat(snapshot.facts(RemoteReference.class))
                .allMatch(f -> f.owner().equals("services/a"));
    }

    @Test
    void what_cannot_be_followed_makes_the_facts_behind_it_unknown() throws IOException {
        Snapshot snapshot = scan("""
                paths:
                  /x:
                    get:
                      responses:
                        '200': {$ref: 'https://example.org/r.json'}
                        '400':
                          description: d
                          content:
                            application/json:
                              schema:
                                properties:
                                  a: {$ref: '#/gone'}
                                  b: {type: string}
                """);

        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::responses)
                .containsExactly(List.of("200", "400"));
        assertThat(snapshot.facts(ApiProperty.class))
                .extracting(ApiProperty::name)
                .containsExactly("b");
        assertThat(Repo.gaps(snapshot, "ApiResponse"))
                .extracting(Gap::line, Gap::reason)
                .contains(tuple(
                        7,
                        "reference `https://example.org/r.json` cannot be followed: it leads out of the repository"));
        assertThat(Repo.gaps(snapshot, "ApiProperty"))
                .extracting(Gap::line, Gap::reason)
                .contains(
                        tuple(
                                14,
                                "reference `#/gone` cannot be followed: there is no `gone` on its way in services/a/openapi.yaml"));
    }

    @Test
    void schemas_inside_of_themselves_end() throws IOException {
        Snapshot snapshot = scan("""
                paths:
                  /x:
                    get:
                      responses:
                        '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}
                components:
                  schemas:
                    Tree:
                      properties:
                        left: {$ref: '#/components/schemas/Tree'}
                        kids: {type: array, items: {$ref: '#/components/schemas/Tree'}}
                    Loop: {$ref: '#/components/schemas/Pool'}
                    Pool: {$ref: '#/components/schemas/Loop'}
                """);

        assertThat(snapshot.facts(ApiProperty.class))
                .extracting(ApiProperty::pointer)
                .containsExactly("kids", "left");
        assertThat(Repo.coverage(snapshot, "ApiProperty", "services/a").status())
                .isEqualTo(Status.COMPLETE);
    }

    @Test
    void an_exploding_schema_is_cut_off_and_says_so() throws IOException {
        StringBuilder text = new StringBuilder(
                "paths:\n  /x:\n    get:\n      responses:\n        '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}\ncomponents:\n  schemas:\n");
        for (int i = 0; i < 20; i++) {
            text.append("    S" + i + ": {properties: {");
            for (int k = 0; k < 9; k++) text.append("p" + k + ": {$ref: '#/components/schemas/S" + (i + 1) + "'}, ");
            text.append("}}\n");
        }
        text.append("    S20: {type: string}\n");
        Snapshot snapshot = scan(text.toString());

        assertThat(snapshot.facts(ApiProperty.class)).hasSize(PropertyFacts.MAX_PROPERTIES);
        assertThat(Repo.gaps(snapshot, "ApiProperty"))
                .extracting(Gap::reason)
                .containsExactly("GET /x: it has more than 2000 properties");
        assertThat(Repo.coverage(snapshot, "ApiOperation", "services/a").status())
                .isEqualTo(Status.COMPLETE);
    }

    @Test
    void laughing_aliases_are_a_gap() throws IOException {
        StringBuilder text = new StringBuilder("x-l0: &l0 [a, b]\n");
        for (int i = 1; i < 30; i++) {
            text.append("x-l" + i + ": &l" + i + " [*l" + (i - 1) + ", *l" + (i - 1) + "]\n");
        }
        Snapshot snapshot = scan(text + "paths: {}\n");

        assertThat(Repo.gaps(snapshot, "ApiOperation"))
                .extracting(Gap::reason)
                .containsExactly("too large when its aliases are expanded");
    }

    @Test
    void examples_of_media_types_and_schemas_count_when_they_hold_something() throws IOException {
        Snapshot snapshot = scan("""
                paths:
                  /x:
                    post:
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object, examples: [{a: 1}, {}]}
                            examples:
                              one: {$ref: '#/components/examples/One'}
                              far: {externalValue: ./one.json}
                              bare: {summary: s}
                          text/plain: {example: ''}
                      responses: {'204': {description: d}}
                    get:
                      responses:
                        '200': {description: d, content: {text/plain: {example: ''}}}
                components:
                  examples:
                    One: {value: [1]}
                """);

        assertThat(snapshot.facts(ApiExample.class))
                .extracting(e -> e.key().substring(e.key().indexOf('#')), ApiExample::mediaType, ApiExample::empty)
                .containsExactlyInAnyOrder(
                        tuple("#/requestBody/content/application~1json/examples/one", "application/json", false),
                        tuple("#/requestBody/content/application~1json/examples/far", "application/json", false),
                        tuple("#/requestBody/content/application~1json/examples/bare", "application/json", true),
                        tuple("#/requestBody/content/application~1json/schema/examples/0", "application/json", false),
                        tuple("#/requestBody/content/application~1json/schema/examples/1", "application/json", true),
                        tuple("#/requestBody/content/text~1plain/example", "text/plain", true),
                        tuple("#/responses/200/content/text~1plain/example", "text/plain", true));
        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::key, ApiOperation::example, ApiOperation::body, ApiOperation::mutation)
                .containsExactly(tuple("GET /x", false, true, false), tuple("POST /x", true, true, true));
    }

    @Test
    void optional_security_secures_nothing() throws IOException {
        Snapshot snapshot = scan("""
                security: [{oauth: [r]}]
                paths:
                  /x:
                    get: {responses: {'200': {description: d}}}
                    put: {security: [{}, {oauth: [w]}], responses: {'200': {description: d}}}
                    post: {security: [], responses: {'200': {description: d}}}
                    patch: {security: [{key: []}], responses: {'200': {description: d}}}
                """);

        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::method, ApiOperation::secured, ApiOperation::scopes)
                .containsExactly(
                        tuple("GET", true, List.of("r")),
                        tuple("PATCH", true, List.of()),
                        tuple("POST", false, List.of()),
                        tuple("PUT", false, List.of("w")));
    }

    @Test
    void a_manifest_may_name_a_description_of_any_name() throws IOException {
        String spec = HEAD + "paths: {/x: {get: {responses: {'200': {description: d}}}}}\n";
        Snapshot snapshot = repo.with(
                        "services/a/service.yaml",
                        "name: a\ncontracts: {api: ./contracts/api.yml, other: ../../notes.json}\n")
                .with("services/a/contracts/api.yml", spec)
                .with("notes.json", "{\"a\": 1}")
                .with("services/a/unnamed.yml", spec)
                .with("services/a/tests/openapi.yaml", spec)
                .with("services/_template/openapi.yaml", spec)
                .with(
                        "services/a/orders.openapi.json",
                        "{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {\"/x\": {\"get\": {\"responses\": {\"200\": {\"description\": \"d\"}}}}}}")
                .with("services/a/openapi-config.yaml", "generator: x\n")
                .scan();

        assertThat(snapshot.facts(ApiSpec.class))
                .extracting(ApiSpec::file)
                .containsExactly("services/a/contracts/api.yml", "services/a/orders.openapi.json");
        assertThat(snapshot.facts(ApiOperation.class))
                .extracting(ApiOperation::key)
                .containsExactly("GET /x", "GET /x [services/a/orders.openapi.json]");
        assertThat(Repo.coverage(snapshot, "ApiSpec", "services/a").matched()).isEqualTo(2);
    }

    @Test
    void deep_nesting_is_a_gap() throws IOException {
        Snapshot snapshot = scan("x-deep: " + "[".repeat(100_000) + "\n");

        assertThat(Repo.gaps(snapshot, "ApiSpec"))
                .extracting(Gap::reason)
                .containsExactly("nested deeper than 400 levels");
    }
}

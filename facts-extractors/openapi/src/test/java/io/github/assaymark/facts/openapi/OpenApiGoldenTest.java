package io.github.assaymark.facts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fact of a description spread over three files; regenerated with {@code -Dgolden.update=true}. */
final class OpenApiGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/orders-facts.txt");
    private static final String SPEC = """
            openapi: 3.0.3
            info:
              title: Orders
              version: 1.10.0
            x-acme-tier: gold
            security:
              - oauth: [orders.read]
            paths:
              /v1/orders:
                x-acme-audience: partners
                post:
                  operationId: createOrder
                  summary: Create an order
                  description: Creates one order.
                  tags: [orders, write]
                  x-acme-maturity: stable
                  x-acme-slo: {p99: 300, window: 28d}
                  x-acme-empty:
                  security:
                    - oauth: [orders.write, orders.read]
                  requestBody:
                    content:
                      application/json:
                        schema:
                          $ref: '#/components/schemas/NewOrder'
                        example: {lines: []}
                  responses:
                    '201':
                      description: Created
                      content:
                        application/json:
                          schema:
                            $ref: schemas/order.yaml#/Order
                          examples:
                            small:
                              value: {id: o-1}
                            blank:
                              value: {}
                    '404':
                      $ref: '#/components/responses/Missing'
                get:
                  deprecated: true
                  security: []
                  responses:
                    default:
                      description: All orders
              /v1/orders/{id}:
                $ref: paths/order.yaml
            components:
              responses:
                Missing:
                  description: Nothing there
              schemas:
                NewOrder:
                  allOf:
                    - $ref: schemas/order.yaml#/Base
                    - type: object
                      properties:
                        lines:
                          type: array
                          items:
                            type: object
                            properties:
                              sku:
                                type: string
                                description: Stock keeping unit
                              extra:
                                type: object
                                additionalProperties: {$ref: '#/components/schemas/NewOrder'}
                unused:
                  $ref: '#/components/schemas/Gone'
                far:
                  $ref: https://schemas.example.org/far.json
            """;

    @Test
    void every_fact_has_its_place(@TempDir Path root) throws IOException {
        List<Fact> facts = new Repo(root)
                .with("services/orders/service.yaml", "name: orders\n")
                .with("services/orders/openapi.yaml", SPEC)
                .with("services/orders/paths/order.yaml", """
                        get:
                          operationId: getOrder
                          responses:
                            '200':
                              description: One order
                              content:
                                application/json:
                                  schema: {$ref: ../schemas/order.yaml#/Order}
                        """)
                .with("services/orders/schemas/order.yaml", """
                        Base:
                          properties:
                            note: {type: string, x-acme-explainer: Shown to the buyer}
                        Order:
                          properties:
                            id:
                              type: string
                            parent:
                              $ref: '#/Order'
                        """)
                .scan()
                .facts();
        Set<String> types = new OpenApiExtractor()
                .factTypes().stream().map(Class::getSimpleName).collect(Collectors.toSet());
        String text = facts.stream()
                .filter(f -> types.contains(f.getClass().getSimpleName())
                        || (f instanceof Coverage c && c.extractor().equals("openapi")))
                .map(OpenApiGoldenTest::line)
                .collect(Collectors.joining("\n", "", "\n"));

        if (Boolean.getBoolean("golden.update")) Files.writeString(GOLDEN, text);
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    private static String line(Fact fact) {
        String text = fact.toString()
                .replaceAll("provenance=File\\[[^]]*\\], ", "")
                .replaceAll("provenance=Derived\\[[^]]*\\]\\], ", "");
        if (!(fact.provenance() instanceof Provenance.File file)) return text;
        return file.path().replace("services/orders/", "") + ":" + file.startLine() + ":" + file.startColumn() + "-"
                + file.endLine() + ":" + file.endColumn() + " " + text;
    }
}

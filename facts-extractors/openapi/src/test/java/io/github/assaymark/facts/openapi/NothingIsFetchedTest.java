package io.github.assaymark.facts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.RemoteReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NothingIsFetchedTest {
    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void no_reference_opens_a_connection(String version, @TempDir Path root) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                    + server.getAddress().getPort() + "/x.json";
            Snapshot snapshot = new Repo(root)
                    .with("service.yaml", "name: a\n")
                    .with("openapi.yaml", """
                            openapi: VERSION
                            info: {title: T, version: '1', termsOfService: 'URL'}
                            jsonSchemaDialect: 'URL'
                            externalDocs: {url: 'URL'}
                            servers: [{url: 'URL'}]
                            paths:
                              /item: {$ref: 'URL'}
                              /x:
                                parameters: [{$ref: 'URL#/p'}]
                                get:
                                  requestBody: {$ref: 'URL#/b'}
                                  responses:
                                    '200': {$ref: 'URL#/r'}
                                    '400':
                                      description: d
                                      headers: {X-A: {$ref: 'URL#/h'}}
                                      links: {a: {$ref: 'URL#/l'}}
                                      content:
                                        application/json:
                                          schema: {$ref: 'URL#/s', $id: 'URL', $schema: 'URL', $dynamicRef: 'URL'}
                                          examples: {one: {$ref: 'URL#/e'}, two: {externalValue: 'URL'}}
                                  callbacks: {c: {$ref: 'URL#/c'}}
                            components:
                              securitySchemes:
                                oidc: {type: openIdConnect, openIdConnectUrl: 'URL'}
                                ref: {$ref: 'URL#/sec'}
                              schemas:
                                All: {allOf: [{$ref: 'URL#/s'}], discriminator: {propertyName: p, mapping: {a: 'URL'}}}
                            """.replace("VERSION", version).replace("URL", url))
                    .scan();

            assertThat(requests).hasValue(0);
            assertThat(snapshot.facts(RemoteReference.class)).hasSize(11);
        } finally {
            server.stop(0);
        }
    }
}

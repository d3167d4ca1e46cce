package io.github.assaymark.collect.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.model.fact.QueueState;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues of ElasticMQ, which speaks SQS, in this process. */
class RealQueuesTest {
    @TempDir
    Path repository;

    @Test
    void real_queues_are_read_with_their_dead_letters() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        SQSRestServer server =
                SQSRestServerBuilder.withInterface("127.0.0.1").withPort(port).start();
        try {
            server.waitUntilStarted();
            URI address = URI.create("http://127.0.0.1:" + port);
            fill(address);
            Account account = new Account(repository, Map.of(AwsPart.QUEUES, address));
            CollectSummary summary = account.collect("part", "queues", "stage", "dev");
            assertThat(summary.complete()).isTrue();
            assertThat(account.facts().facts(QueueState.class))
                    .extracting(queue -> queue.name() + " " + queue.deadLetterOf() + " " + queue.deadLetterQueue() + " "
                            + queue.maxReceives() + " " + queue.visible() + " " + queue.stage())
                    .containsExactly("graveyard [jobs] null 0 0 dev", "jobs [] graveyard 4 2 dev");
        } finally {
            server.stopAndWait();
        }
    }

    private static void fill(URI address) {
        try (SqsClient client = SqsClient.builder()
                .endpointOverride(address)
                .region(Region.EU_CENTRAL_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                .build()) {
            client.createQueue(ask -> ask.queueName("graveyard"));
            String url = client.createQueue(
                            ask -> ask.queueName("jobs")
                                    .attributes(
                                            Map.of(
                                                    QueueAttributeName.REDRIVE_POLICY,
                                                    "{\"deadLetterTargetArn\":\"arn:aws:sqs:elasticmq:000000000000:graveyard\",\"maxReceiveCount\":\"4\"}")))
                    .queueUrl();
            for (String message : new String[] {"one", "two"})
                client.sendMessage(ask -> ask.queueUrl(url).messageBody(message));
        }
    }
}

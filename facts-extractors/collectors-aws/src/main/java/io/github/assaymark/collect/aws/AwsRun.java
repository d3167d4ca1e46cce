package io.github.assaymark.collect.aws;

import io.github.assaymark.collect.CollectRequest;
import io.github.assaymark.collect.CollectorOptions;
import io.github.assaymark.collect.EntryPages;
import io.github.assaymark.collect.EntryRequest;
import io.github.assaymark.collect.ExportWriter;
import io.github.assaymark.collect.Told;
import io.github.assaymark.facts.structured.JsonText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/** One run. Each part is one entry; what one part is denied, the others do not miss. Used by one thread. */
final class AwsRun implements AutoCloseable {
    private static final int SERVICES_AT_ONCE = 10;
    private static final ParameterStringFilter SECURE =
            ParameterStringFilter.builder().key("Type").values("SecureString").build();

    private final CollectorOptions options;
    private final ExportWriter writer;
    private final Map<AwsPart, URI> endpoints;
    private final Instant now;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(10))
            .socketTimeout(Duration.ofSeconds(60))
            .build();

    AwsRun(CollectRequest request, ExportWriter writer, Map<AwsPart, URI> endpoints) {
        this.options = request.options();
        this.writer = writer;
        this.endpoints = endpoints;
        this.now = request.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        this.credentials = credentials(request);
    }

    private static AwsCredentialsProvider credentials(CollectRequest request) {
        String profile = request.options().text("profile");
        String id = request.secret(AwsCollector.KEY_ID);
        String key = request.secret(AwsCollector.KEY);
        String token = request.secret(AwsCollector.TOKEN);
        if (profile == null && id != null && key != null)
            return StaticCredentialsProvider.create(
                    token == null ? AwsBasicCredentials.create(id, key) : AwsSessionCredentials.create(id, key, token));
        return DefaultCredentialsProvider.builder().profileName(profile).build();
    }

    @Override
    public void close() {
        http.close();
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, AwsPart part) {
        builder.httpClient(http)
                .region(Region.of(options.required("region")))
                .credentialsProvider(credentials)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(Duration.ofMinutes(2))
                        .build());
        URI endpoint = endpoints.get(part);
        if (endpoint != null) builder.endpointOverride(endpoint);
        return builder.build();
    }

    void collect(AwsPart part) throws InterruptedException {
        String region = options.required("region");
        EntryRequest entry = EntryRequest.of(part.kind(), String.join(", ", part.actions()))
                .scope("region", region)
                .principal(options.text("profile"));
        entry = Told.scoped(entry, options);
        Instant from = now.minus(options.requiredDuration("history"));
        if (part == AwsPart.HISTORY) entry = entry.between(from, now);
        writer.entry(entry, pages -> {
            switch (part) {
                case ALARMS -> alarms(pages);
                case HISTORY -> history(pages, from);
                case QUEUES -> queues(pages);
                case SCALING -> scaling(pages);
                case SERVICES -> services(pages);
                case PARAMETERS -> parameters(pages);
                case SECRETS -> secrets(pages);
                case TOPICS -> topics(pages);
            }
        });
    }

    /** An answer; a failure of the SDK says which action failed. */
    private static <T> T asked(String action, Supplier<T> call) throws InterruptedException {
        try {
            return call.get();
        } catch (AbortedException e) {
            Thread.interrupted();
            throw new InterruptedException(action);
        } catch (SdkException e) {
            throw AwsFailures.of(action, e);
        }
    }

    /** One call for one page, beginning with no token. */
    @FunctionalInterface
    private interface Call<T> {
        T page(@Nullable String token);
    }

    /** Every page, each handed over; there is an end to them. */
    private <T extends SdkPojo> void paged(
            EntryPages pages, String action, Call<T> call, Function<T, @Nullable String> next, Taking<T> taking)
            throws InterruptedException {
        int most = options.number("max-pages");
        String token = null;
        for (int page = 0; page < most; page++) {
            String at = token;
            T answer = asked(action, () -> call.page(at));
            taking.take(answer);
            token = next.apply(answer);
            if (token == null || token.isEmpty()) return;
            if (token.equals(at)) break;
        }
        pages.partial(action + ": there are more than " + most + " pages");
    }

    /** Every page as it is answered: one that says nothing about the list says that it is empty. */
    private <T extends SdkPojo> void listed(
            EntryPages pages, String action, String list, Call<T> call, Function<T, @Nullable String> next)
            throws InterruptedException {
        paged(pages, action, call, next, answer -> {
            Map<String, Object> fields = AwsJson.of(answer);
            fields.putIfAbsent(list, List.of());
            add(pages, fields);
        });
    }

    @FunctionalInterface
    private interface Taking<T> {
        void take(T page) throws InterruptedException;
    }

    private static void add(EntryPages pages, Object answer) {
        pages.add(JsonText.of(answer));
    }

    private void alarms(EntryPages pages) throws InterruptedException {
        try (CloudWatchClient client = client(CloudWatchClient.builder(), AwsPart.ALARMS)) {
            // Composite alarms are only told of when they are asked for.
            listed(
                    pages,
                    "cloudwatch:DescribeAlarms",
                    "MetricAlarms",
                    token -> client.describeAlarms(
                            ask -> ask.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                    .nextToken(token)),
                    answer -> answer.nextToken());
        }
    }

    private void history(EntryPages pages, Instant from) throws InterruptedException {
        try (CloudWatchClient client = client(CloudWatchClient.builder(), AwsPart.HISTORY)) {
            listed(
                    pages,
                    "cloudwatch:DescribeAlarmHistory",
                    "AlarmHistoryItems",
                    token -> client.describeAlarmHistory(
                            ask -> ask.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                    .historyItemType(HistoryItemType.STATE_UPDATE)
                                    .startDate(from)
                                    .endDate(now)
                                    .nextToken(token)),
                    answer -> answer.nextToken());
        }
    }

    private void queues(EntryPages pages) throws InterruptedException {
        try (SqsClient client = client(SqsClient.builder(), AwsPart.QUEUES)) {
            List<String> urls = new ArrayList<>();
            paged(
                    pages,
                    "sqs:ListQueues",
                    token -> client.listQueues(ask -> ask.maxResults(1000).nextToken(token)),
                    answer -> answer.nextToken(),
                    answer -> urls.addAll(answer.queueUrls()));
            List<Object> attributes = new ArrayList<>();
            for (String url : urls) {
                Map<String, Object> of = asked("sqs:GetQueueAttributes", () -> attributes(client, url));
                if (!of.isEmpty()) attributes.add(of);
            }
            add(pages, attributes);
        }
    }

    /** Nothing for a queue that was deleted since it was listed. */
    private static Map<String, Object> attributes(SqsClient client, String url) {
        try {
            return AwsJson.of(
                    client.getQueueAttributes(ask -> ask.queueUrl(url).attributeNames(QueueAttributeName.ALL)));
        } catch (QueueDoesNotExistException e) {
            return Map.of();
        }
    }

    private void targets(EntryPages pages, ApplicationAutoScalingClient client) throws InterruptedException {
        listed(
                pages,
                "application-autoscaling:DescribeScalableTargets",
                "ScalableTargets",
                token -> client.describeScalableTargets(
                        ask -> ask.serviceNamespace(ServiceNamespace.ECS).nextToken(token)),
                answer -> answer.nextToken());
    }

    private void scaling(EntryPages pages) throws InterruptedException {
        try (ApplicationAutoScalingClient client = client(ApplicationAutoScalingClient.builder(), AwsPart.SCALING)) {
            targets(pages, client);
            listed(
                    pages,
                    "application-autoscaling:DescribeScalingPolicies",
                    "ScalingPolicies",
                    token -> client.describeScalingPolicies(
                            ask -> ask.serviceNamespace(ServiceNamespace.ECS).nextToken(token)),
                    answer -> answer.nextToken());
        }
    }

    private void services(EntryPages pages) throws InterruptedException {
        try (EcsClient client = client(EcsClient.builder(), AwsPart.SERVICES);
                ApplicationAutoScalingClient scaling =
                        client(ApplicationAutoScalingClient.builder(), AwsPart.SERVICES)) {
            List<String> clusters = new ArrayList<>(options.texts("cluster"));
            if (clusters.isEmpty())
                paged(
                        pages,
                        "ecs:ListClusters",
                        token -> client.listClusters(ask -> ask.nextToken(token)),
                        answer -> answer.nextToken(),
                        answer -> clusters.addAll(answer.clusterArns()));
            add(pages, Map.of("services", List.of()));
            Set<String> definitions = new TreeSet<>();
            for (String cluster : clusters) {
                List<String> arns = new ArrayList<>();
                paged(
                        pages,
                        "ecs:ListServices",
                        token -> client.listServices(
                                ask -> ask.cluster(cluster).maxResults(100).nextToken(token)),
                        answer -> answer.nextToken(),
                        answer -> arns.addAll(answer.serviceArns()));
                for (int at = 0; at < arns.size(); at += SERVICES_AT_ONCE) {
                    List<String> some = arns.subList(at, Math.min(at + SERVICES_AT_ONCE, arns.size()));
                    var answer = asked(
                            "ecs:DescribeServices",
                            () -> client.describeServices(
                                    ask -> ask.cluster(cluster).services(some)));
                    add(pages, AwsJson.of(answer));
                    for (Service service : answer.services())
                        if (service.taskDefinition() != null) definitions.add(service.taskDefinition());
                }
            }
            for (String definition : definitions)
                add(
                        pages,
                        AwsJson.of(asked(
                                "ecs:DescribeTaskDefinition",
                                () -> client.describeTaskDefinition(ask -> ask.taskDefinition(definition)))));
            targets(pages, scaling);
        }
    }

    private void parameters(EntryPages pages) throws InterruptedException {
        try (SsmClient client = client(SsmClient.builder(), AwsPart.PARAMETERS)) {
            listed(
                    pages,
                    "ssm:DescribeParameters",
                    "Parameters",
                    token -> client.describeParameters(
                            ask -> ask.parameterFilters(SECURE).maxResults(50).nextToken(token)),
                    answer -> answer.nextToken());
        }
    }

    private void secrets(EntryPages pages) throws InterruptedException {
        try (SecretsManagerClient client = client(SecretsManagerClient.builder(), AwsPart.SECRETS)) {
            listed(
                    pages,
                    "secretsmanager:ListSecrets",
                    "SecretList",
                    token -> client.listSecrets(ask ->
                            ask.includePlannedDeletion(true).maxResults(100).nextToken(token)),
                    answer -> answer.nextToken());
        }
    }

    private void topics(EntryPages pages) throws InterruptedException {
        try (SnsClient client = client(SnsClient.builder(), AwsPart.TOPICS)) {
            listed(
                    pages,
                    "sns:ListTopics",
                    "Topics",
                    token -> client.listTopics(ask -> ask.nextToken(token)),
                    answer -> answer.nextToken());
            List<String> confirmed = new ArrayList<>();
            paged(
                    pages,
                    "sns:ListSubscriptions",
                    token -> client.listSubscriptions(ask -> ask.nextToken(token)),
                    answer -> answer.nextToken(),
                    answer -> {
                        List<Map<String, Object>> subscriptions = answer.subscriptions().stream()
                                .map(AwsJson::of)
                                .map(AwsRun::withoutKeys)
                                .toList();
                        answer.subscriptions().stream()
                                .map(one -> one.subscriptionArn())
                                .filter(arn -> arn != null && arn.startsWith("arn:"))
                                .forEach(confirmed::add);
                        add(pages, Map.of("Subscriptions", subscriptions));
                    });
            for (String arn : confirmed)
                add(
                        pages,
                        AwsJson.of(asked(
                                "sns:GetSubscriptionAttributes",
                                () -> client.getSubscriptionAttributes(ask -> ask.subscriptionArn(arn)))));
        }
    }

    /** Endpoints of pagers and chats hold keys, others are addresses of people: only hosts are told. */
    private static Map<String, Object> withoutKeys(Map<String, Object> subscription) {
        Object endpoint = subscription.remove("Endpoint");
        String protocol = String.valueOf(subscription.get("Protocol")).toLowerCase(Locale.ROOT);
        if (endpoint != null && protocol.startsWith("http")) {
            String text = endpoint.toString();
            int from = text.indexOf("://");
            String rest = from < 0 ? "" : text.substring(from + 3);
            String host = rest.replaceFirst("[/?#].*$", "").replaceFirst("^.*@", "");
            if (host.matches("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?")) subscription.put("Endpoint", "https://" + host);
        }
        return subscription;
    }
}

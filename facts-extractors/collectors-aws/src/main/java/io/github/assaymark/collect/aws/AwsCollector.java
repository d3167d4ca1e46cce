package io.github.assaymark.collect.aws;

import io.github.assaymark.collect.CollectException;
import io.github.assaymark.collect.CollectRequest;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.CollectorOption;
import io.github.assaymark.collect.CollectorOptions;
import io.github.assaymark.collect.ExportWriter;
import io.github.assaymark.collect.SecretVariable;
import io.github.assaymark.collect.Told;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks an account of Amazon Web Services, in one region. Of secrets it asks for names, never for values. */
public final class AwsCollector implements Collector {
    static final SecretVariable KEY_ID =
            new SecretVariable("AWS_ACCESS_KEY_ID", "the id of the key in AWS_SECRET_ACCESS_KEY", false);
    static final SecretVariable KEY = new SecretVariable(
            "AWS_SECRET_ACCESS_KEY",
            "a key whose policy allows what stands below; else the profiles and roles that the SDK of AWS finds are used",
            false);
    static final SecretVariable TOKEN =
            new SecretVariable("AWS_SESSION_TOKEN", "the token that belongs to a temporary key", false);

    private static final String REGION = "[a-z]{2}(-[a-z]{2,12}){1,3}-\\d{1,2}";

    private final Map<AwsPart, URI> endpoints;

    /** For {@link java.util.ServiceLoader}. */
    public AwsCollector() {
        this(Map.of());
    }

    /** One that asks others in place of AWS. */
    AwsCollector(Map<AwsPart, URI> endpoints) {
        this.endpoints = Map.copyOf(endpoints);
    }

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public String help() {
        return "Alarms and their history, queues, services, scaling, topics and names of secrets of an account of AWS";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of("region", CollectorOption.Type.TEXT, "REGION", "The region to ask")
                        .needed(),
                CollectorOption.of(
                                "part",
                                CollectorOption.Type.TEXT,
                                "PART",
                                "A part to ask for: " + AwsPart.words() + "; all of them where none is given")
                        .repeated(),
                CollectorOption.of(
                                "history",
                                CollectorOption.Type.DURATION,
                                "TIME",
                                "How far back the history of alarms goes")
                        .otherwise("14d"),
                CollectorOption.of(
                                "cluster",
                                CollectorOption.Type.TEXT,
                                "NAME",
                                "A cluster of ECS; all of the region where none is given")
                        .repeated(),
                CollectorOption.of(
                        "profile", CollectorOption.Type.TEXT, "NAME", "A profile of the files of the AWS command"),
                Told.maxPages(200),
                Told.SERVICE,
                Told.STAGE);
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(KEY_ID, KEY, TOKEN);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of("The policy it needs, which reads no value of a secret:"));
        AwsPart.policy().lines().forEach(notes::add);
        return List.copyOf(notes);
    }

    @Override
    public String example() {
        return "--region eu-central-1 --stage prod --to state/aws";
    }

    @Override
    public String subject(CollectorOptions options) {
        return Told.subject(options, "region", "stage", "service", "profile");
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        return parts(options).stream().map(AwsPart::kind).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        String region = request.options().required("region");
        if (!region.matches(REGION))
            throw new CollectException("--region: " + region + " is no region\n  Maybe eu-central-1");
        try (AwsRun run = new AwsRun(request, writer, endpoints)) {
            for (AwsPart part : parts(request.options())) run.collect(part);
        }
    }

    private static Set<AwsPart> parts(CollectorOptions options) {
        Set<AwsPart> parts = EnumSet.noneOf(AwsPart.class);
        for (String word : options.texts("part")) {
            AwsPart named = Stream.of(AwsPart.values())
                    .filter(part -> part.word().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new CollectException("--part: " + word + " is none\n  Maybe one of " + AwsPart.words()));
            parts.add(named);
        }
        return parts.isEmpty() ? EnumSet.allOf(AwsPart.class) : parts;
    }
}

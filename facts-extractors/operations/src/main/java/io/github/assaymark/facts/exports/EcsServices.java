package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Services of Amazon ECS with the task definitions they run (Amazon ECS API reference: Service, TaskDefinition,
 * ContainerDefinition, Secret). A container's health check decides whether it is started anew, so it is a probe of
 * liveness; ECS knows none of readiness. Used by one thread.
 */
final class EcsServices {
    private final Exported file;
    private final StateSource source;
    private final List<Service> services = new ArrayList<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private final Set<String> scaled = new HashSet<>();

    /**
     * A service.
     *
     * @param cluster its name or ARN; null when not said
     * @param definition ARN, or family and revision, of the task definition
     * @param ready copies that run what the service runs now, -1 when not said
     * @param settled whether all copies run it, so that everything it asks for was there
     */
    record Service(
            JsonValue at,
            String name,
            @Nullable String cluster,
            String definition,
            int wanted,
            int ready,
            boolean settled,
            @Nullable String stage) {}

    /** A task definition; {@code limited} when the whole task has a limit of memory. */
    private record Definition(List<JsonValue> containers, boolean limited) {}

    EcsServices(Exported file, StateSource source) {
        this.file = file;
        this.source = source;
    }

    void service(Service service) {
        services.add(service);
    }

    void definition(
            @Nullable String arn,
            String family,
            @Nullable String revision,
            List<JsonValue> containers,
            boolean limited) {
        Definition definition = new Definition(containers, limited);
        if (arn != null) definitions.put(arn, definition);
        if (revision != null) definitions.put(family + ":" + revision, definition);
        // A service that names the family only runs its newest revision, which is known when there is one only.
        else if (arn == null) definitions.put(family, definition);
    }

    /** Something that is scaled by Application Auto Scaling, such as {@code service/CLUSTER/NAME}. */
    void scaled(String id) {
        scaled.add(id);
    }

    void tell() {
        for (Service service : services) {
            Definition definition = definitions.get(service.definition());
            if (definition == null || definition.containers().isEmpty())
                file.gap(service.at(), "its task definition is not in it: " + Exported.shown(service.definition()));
            else tell(service, definition);
        }
    }

    private void tell(Service service, Definition definition) {
        String name = Exported.shown(service.name());
        String stage = file.stage(service.stage());
        String of = file.service(file.owner(name).isEmpty() ? null : name);
        String cluster = service.cluster() == null
                ? null
                : service.cluster().substring(service.cluster().lastIndexOf('/') + 1);
        List<JsonValue> containers = definition.containers();
        file.fact(new Workload(
                file.key((stage == null ? "" : stage + ":") + (cluster == null ? "" : Exported.shown(cluster) + "/")
                        + "EcsService/" + name),
                file.owner(of),
                file.at(service.at()),
                name,
                "EcsService",
                Exported.shownOrNull(cluster),
                of,
                stage,
                service.wanted(),
                service.ready(),
                null,
                null,
                containers.stream().allMatch(container -> container.at("healthCheck", "command") != null),
                false,
                containers.stream()
                        .map(container -> Exported.shown(container.text("image", "")))
                        .filter(image -> !image.isEmpty())
                        .sorted()
                        .distinct()
                        .toList(),
                cluster != null && scaled.contains("service/" + cluster + "/" + service.name()),
                definition.limited() || containers.stream().allMatch(container -> container.integer("memory", 0) > 0),
                containers.stream().allMatch(EcsServices::isUnprivileged),
                source,
                file.observedAt()));
        if (service.settled()) secrets(service, containers, of, stage);
    }

    private static boolean isUnprivileged(JsonValue container) {
        String user = container.text("user", "root");
        int colon = user.indexOf(':');
        String only = colon < 0 ? user : user.substring(0, colon);
        return !container.is("privileged") && !only.isEmpty() && !only.equals("root") && !only.matches("0+");
    }

    /** A task only starts when the secrets are there that its containers refer to. */
    private void secrets(Service service, List<JsonValue> containers, @Nullable String of, @Nullable String stage) {
        Set<String> stored = new TreeSet<>();
        for (JsonValue container : containers)
            for (JsonValue secret : container.list("secrets")) {
                String from = secret.text("valueFrom");
                if (from != null) stored.add(from);
            }
        for (String from : stored) {
            boolean manager = from.startsWith("arn:") && from.contains(":secretsmanager:");
            String name = Exported.shown(manager ? secretName(from) : parameterName(from));
            if (name.isEmpty()) continue;
            file.fact(new SecretState(
                    file.key(name + (stage == null ? "" : "/" + stage)),
                    file.owner(of),
                    file.at(service.at()),
                    name,
                    of,
                    stage,
                    manager ? "secretsmanager" : "ssm",
                    true,
                    false,
                    null,
                    file.observedAt()));
        }
    }

    /** {@code arn:aws:ssm:REGION:ACCOUNT:parameter/loop/stripe} is the parameter {@code /loop/stripe}. */
    private static String parameterName(String from) {
        int at = from.indexOf(":parameter/");
        return at < 0 ? from : from.substring(at + ":parameter".length());
    }

    /** The name without the six characters that Secrets Manager adds, and with the key where one is asked for. */
    private static String secretName(String from) {
        String[] parts = from.split(":", -1);
        if (parts.length < 7) return from;
        String name = parts[6].replaceFirst("-[A-Za-z0-9]{6}$", "");
        return parts.length > 7 && !parts[7].isEmpty() ? name + "/" + parts[7] : name;
    }
}

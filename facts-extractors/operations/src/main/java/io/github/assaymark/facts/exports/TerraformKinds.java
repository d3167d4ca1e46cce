package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.CloudResource;
import io.github.assaymark.model.fact.InfraAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code terraform show -json} and {@code tofu show -json} print of a plan and of a state (Terraform: JSON output
 * format; formats 0.1 of Terraform 0.12 to 1). Variables, outputs, configuration and the state before a plan are passed
 * over. A value that is only known after apply is unknown, not missing; one that is marked as sensitive is not read.
 */
final class TerraformKinds {
    private TerraformKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "terraform.plan",
                        "a plan of Terraform or OpenTofu; the scope may name its `workspace`",
                        "terraform plan -out PLAN && terraform show -json PLAN",
                        TerraformKinds::plan,
                        "format_version, errored, complete, deferred_changes: whether there are any",
                        "resource_changes[].address, mode, type, name, deposed, change.actions, after_unknown,"
                                + " after_sensitive",
                        "resource_changes[].change.after.%s"),
                kind(
                        "terraform.state",
                        "a state of Terraform or OpenTofu; the scope may name its `workspace`",
                        "terraform show -json",
                        TerraformKinds::state,
                        "format_version",
                        "values.root_module and child_modules: resources[].address, mode, type, name, deposed_key,"
                                + " sensitive_values",
                        "resources[].values.%s"));
    }

    private static ExportKind kind(
            String id, String meaning, String command, ExportKind.Reading reading, String... kept) {
        List<String> fields = Stream.of(kept)
                .flatMap(field -> field.endsWith("%s")
                        ? CloudResources.KEPT.stream().map(of -> field.replace("%s", "") + " of " + of)
                        : Stream.of(field))
                .toList();
        List<Class<? extends Fact>> facts = new ArrayList<>(CloudResources.TYPES);
        facts.add(CloudResource.class);
        return new ExportKind(id, meaning, command, ExportKind.Format.JSON, fields, facts, reading)
                .some(CloudResources.TYPES)
                .declaring(CloudResources.DECLARED);
    }

    /** The document in a format that is known; null, and a gap, when it is another. */
    private static @Nullable JsonValue known(Exported file) {
        JsonValue root = file.root();
        if (root == null) return null;
        String format = root.text("format_version");
        if (format == null) file.gap("", "it has no format_version: terraform show -json writes one");
        else if (!format.matches("[01]\\.\\d{1,4}"))
            file.gap("", "format_version " + Exported.shown(format) + " is not known");
        else return root;
        return null;
    }

    private static void state(Exported file) {
        JsonValue root = known(file);
        if (root == null) return;
        if (root.get("planned_values") != null || root.get("resource_changes") != null) {
            file.gap("", "it is a plan, and a plan is no state: its kind is terraform.plan");
            return;
        }
        CloudResources resources = new CloudResources(file);
        // The state of nothing has no values.
        JsonValue module = root.at("values", "root_module");
        if (module != null) module(file, module, resources);
        resources.tell();
    }

    private static void module(Exported file, JsonValue module, CloudResources resources) {
        for (JsonValue resource : module.list("resources")) {
            String type = type(file, resource);
            if (type == null) continue;
            boolean deposed = resource.text("deposed_key") != null;
            String stage = stage(file);
            tell(file, resource, type, deposed ? InfraAction.DELETE : InfraAction.PRESENT, stage);
            JsonValue values = resource.get("values");
            if (values != null && !deposed)
                resources.take(
                        resource, type, new ResourceValues(values, marks(resource, "sensitive_values"), false), stage);
        }
        for (JsonValue child : module.list("child_modules")) module(file, child, resources);
    }

    private static void plan(Exported file) {
        JsonValue root = known(file);
        if (root == null) return;
        if (root.get("planned_values") == null && root.get("resource_changes") == null) {
            file.gap("", "there is no plan in it: the kind of a state is terraform.state");
            return;
        }
        if (root.is("errored")) file.gap("", "planning failed: it is not the whole plan");
        if ("false".equals(root.text("complete")) || root.get("deferred_changes") != null)
            file.gap("", "changes were left for another plan");
        CloudResources resources = new CloudResources(file);
        for (JsonValue resource : root.list("resource_changes")) {
            String type = type(file, resource);
            JsonValue change = resource.get("change");
            if (type == null || change == null) continue;
            InfraAction action = action(change.texts("actions"));
            if (action == null) {
                file.gap(resource, "what happens to it is not understood: " + change.texts("actions"));
                continue;
            }
            String stage = stage(file);
            tell(file, resource, type, resource.text("deposed") != null ? InfraAction.DELETE : action, stage);
            JsonValue after = change.get("after");
            if (after != null && action != InfraAction.DELETE && resource.text("deposed") == null)
                resources.take(
                        resource,
                        type,
                        new ResourceValues(after, marks(change, "after_unknown", "after_sensitive"), false),
                        stage);
        }
        resources.tell();
    }

    private static List<JsonValue> marks(JsonValue of, String... fields) {
        return Stream.of(fields).map(of::get).filter(Objects::nonNull).toList();
    }

    /** The type of a resource that is managed; null for data, and for what is no resource. */
    private static @Nullable String type(Exported file, JsonValue resource) {
        String type = resource.text("type");
        boolean whole = type != null && resource.text("address") != null && resource.text("name") != null;
        if (!whole) file.gap(resource, "it has no address, type and name");
        return whole && resource.text("mode", "managed").equals("managed") ? type : null;
    }

    private static @Nullable InfraAction action(List<String> actions) {
        return switch (String.join(",", actions)) {
            case "no-op" -> InfraAction.NONE;
            case "create" -> InfraAction.CREATE;
            case "update" -> InfraAction.UPDATE;
            case "delete" -> InfraAction.DELETE;
            case "create,delete", "delete,create" -> InfraAction.REPLACE;
            default -> null;
        };
    }

    private static @Nullable String workspace(Exported file) {
        return Exported.shownOrNull(file.entry().scope().get("workspace"));
    }

    private static @Nullable String stage(Exported file) {
        return file.entry().stage() != null ? null : Stages.usual(workspace(file));
    }

    private static void tell(Exported file, JsonValue at, String type, InfraAction action, @Nullable String stage) {
        String stack = workspace(file);
        String address = Exported.shown(at.text("address", ""));
        file.fact(new CloudResource(
                file.key("terraform/" + (stack == null ? "" : stack + "/") + address),
                file.owner(file.service(null)),
                file.at(at),
                "terraform",
                stack,
                file.stage(stage),
                address,
                Exported.shown(type),
                Exported.shown(at.text("name", "")),
                action,
                file.observedAt()));
    }
}

package io.github.assaymark.facts.pipelines;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.WorkflowJob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One workflow file. */
record WorkflowFile(StructuredFile file, CoverageAccount account, Consumer<Fact> facts) {
    private static final int MAX_COMMAND = 200;
    private static final int MAX_COMMANDS = 1000;
    private static final int MAX_NAME = 120;

    void read() {
        LocatedNode root = file.tree().root();
        LocatedNode jobs = root == null ? null : root.get("jobs");
        LocatedNode on = root == null ? null : root.get("on");
        if (root == null || jobs == null || !jobs.isMap() || on == null) {
            account.gap(
                    file.path(),
                    root == null ? 0 : root.span().startLine(),
                    "it is no workflow: it has no `on` and `jobs`");
            return;
        }
        String named = text(root.get("name"));
        String workflow = named == null ? file.path() : shown(named, MAX_NAME);
        List<String> triggers = triggers(on);
        for (LocatedEntry job : jobs.entries()) job(workflow, triggers, job);
    }

    private static List<String> triggers(LocatedNode on) {
        Stream<String> names = on.isScalar()
                ? Stream.of(on.text())
                : on.isList()
                        ? on.items().stream().filter(LocatedNode::isScalar).map(LocatedNode::text)
                        : on.entries().stream().map(LocatedEntry::key);
        return names.map(name -> shown(name, MAX_NAME)).sorted().distinct().toList();
    }

    private void job(String workflow, List<String> triggers, LocatedEntry entry) {
        LocatedNode job = entry.value();
        String id = shown(entry.key(), MAX_NAME);
        if (!job.isMap()) {
            gap(job, "job " + id + " is no map");
            return;
        }
        if (isNever(job)) return;
        LocatedNode called = job.get("uses");
        if (called != null) gap(called, "the jobs of the workflow that job " + id + " calls are not read");
        List<String> commands = commands(job, id);
        List<String> environments = environments(job, id);
        if (commands.stream().anyMatch(command -> command.contains("matrix.")))
            gap(job, "the matrix of job " + id + " is not expanded");
        facts.accept(new WorkflowJob(
                file.path() + "#" + id,
                "",
                file.place(entry.keySpan()),
                workflow,
                id,
                triggers,
                commands,
                environments,
                file.path()));
    }

    /** Whether a job or step is switched off for good. */
    private static boolean isNever(LocatedNode of) {
        String condition = text(of.get("if"));
        if (condition == null) return false;
        String plain = condition.strip();
        if (plain.startsWith("${{") && plain.endsWith("}}"))
            plain = plain.substring(3, plain.length() - 2).strip();
        return plain.equals("false");
    }

    private List<String> commands(LocatedNode job, String id) {
        List<String> commands = new ArrayList<>();
        LocatedNode steps = job.get("steps");
        if (steps == null || !steps.isList()) return commands;
        for (LocatedNode step : steps.items()) {
            if (isNever(step)) continue;
            String action = text(step.get("uses"));
            if (action != null && action.startsWith("./"))
                gap(step, "the steps of the action that job " + id + " uses are not read");
            String run = text(step.get("run"));
            if (run == null) continue;
            for (String line : run.replace("\\\n", " ").lines().toList()) {
                String command = line.strip();
                if (command.isEmpty() || command.startsWith("#")) continue;
                if (commands.size() == MAX_COMMANDS) {
                    gap(step, "job " + id + " runs more than " + MAX_COMMANDS + " commands");
                    return commands;
                }
                commands.add(shown(command, MAX_COMMAND));
            }
        }
        return commands;
    }

    private List<String> environments(LocatedNode job, String id) {
        LocatedNode environment = job.get("environment");
        if (environment == null || environment.isNull()) return List.of();
        String name = text(environment.isMap() ? environment.get("name") : environment);
        if (name == null || name.contains("${{")) {
            gap(environment, "the environment of job " + id + " is known when it runs only");
            return List.of();
        }
        return List.of(shown(name, MAX_NAME));
    }

    private void gap(LocatedNode at, String reason) {
        account.gap(file.path(), at.span().startLine(), reason);
    }

    private static @Nullable String text(@Nullable LocatedNode node) {
        return node != null && node.isScalar() ? node.text() : null;
    }

    private static String shown(String text, int max) {
        return Secrets.shown(text, max);
    }
}

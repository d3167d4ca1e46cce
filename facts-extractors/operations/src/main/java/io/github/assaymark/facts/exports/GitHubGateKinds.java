package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.BranchRule;
import io.github.assaymark.model.fact.CheckConclusion;
import io.github.assaymark.model.fact.CheckRun;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a commit and its merge, as {@code gh api} prints it (GitHub REST API: checks, commit statuses,
 * rules, branch protection); with {@code --paginate --slurp} a list of pages.
 */
final class GitHubGateKinds {
    private GitHubGateKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                                "github.branch-protection",
                                "what classic protection of a branch demands; the entry's scope names the branch",
                                "gh api repos/OWNER/REPO/branches/BRANCH/protection",
                                ExportKind.Format.JSON,
                                List.of(
                                        "required_status_checks.contexts, checks[].context",
                                        "required_pull_request_reviews.required_approving_review_count,"
                                                + " require_code_owner_reviews, dismiss_stale_reviews",
                                        "required_signatures.enabled",
                                        "enforce_admins.enabled"),
                                List.of(BranchRule.class),
                                GitHubGateKinds::protection)
                        .limited(ExportKind.Limit.one("branch", "branch")),
                new ExportKind(
                                "github.branch-rules",
                                "what a branch demands, of all rulesets; the entry's scope names the branch",
                                "gh api --paginate --slurp repos/OWNER/REPO/rules/branches/BRANCH",
                                ExportKind.Format.JSON,
                                List.of(
                                        "[].type",
                                        "parameters.required_status_checks[].context",
                                        "parameters.required_approving_review_count, require_code_owner_review,"
                                                + " dismiss_stale_reviews_on_push"),
                                List.of(BranchRule.class),
                                GitHubGateKinds::rules)
                        .limited(ExportKind.Limit.one("branch", "branch")),
                new ExportKind(
                        "github.check-runs",
                        "check runs of a commit",
                        "gh api --paginate --slurp repos/OWNER/REPO/commits/SHA/check-runs",
                        ExportKind.Format.JSON,
                        List.of("check_runs[].name, status, conclusion, head_sha, completed_at, app.slug"),
                        List.of(CheckRun.class),
                        GitHubGateKinds::checks),
                new ExportKind(
                        "github.commit-statuses",
                        "statuses of a commit that apps report without check runs, the newest of each",
                        "gh api --paginate --slurp repos/OWNER/REPO/commits/SHA/status",
                        ExportKind.Format.JSON,
                        List.of("sha", "statuses[].context, state, updated_at"),
                        List.of(CheckRun.class),
                        GitHubGateKinds::statuses));
    }

    private static void checks(Exported file) {
        for (JsonValue check : GitHubKinds.elements(file, "check_runs")) {
            String name = file.required(check, "name");
            if (name == null) continue;
            JsonValue app = check.get("app");
            String sha = check.text("head_sha");
            Instant at = check.instant("completed_at");
            CheckConclusion conclusion = conclusion(file, check);
            if (conclusion == null) continue;
            file.fact(new CheckRun(
                    file.key(name + (sha == null ? "" : "@" + sha)),
                    file.owner(file.service(null)),
                    file.at(check),
                    name,
                    conclusion,
                    app == null ? null : Exported.shownOrNull(app.text("slug")),
                    sha == null ? file.entry().commit() : Exported.identity(sha),
                    at == null ? file.observedAt() : at));
        }
    }

    /** The newest status of each context (GitHub REST API: combined status for a specific reference). */
    private static void statuses(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        List<JsonValue> pages = root.node().isList() ? root.items() : List.of(root);
        for (JsonValue page : pages) {
            String sha = page.text("sha");
            if (sha == null || page.get("statuses") == null) {
                file.gap(page.pointer(), "it has no sha and statuses");
                continue;
            }
            int total = page.integer("total_count", 0);
            if (pages.size() == 1 && total > page.list("statuses").size())
                file.gap(page.pointer(), "it holds " + page.list("statuses").size() + " of " + total);
            for (JsonValue status : page.list("statuses")) {
                String name = file.required(status, "context");
                CheckConclusion conclusion = switch (status.text("state", "")) {
                    case "success" -> CheckConclusion.SUCCESS;
                    case "failure", "error" -> CheckConclusion.FAILURE;
                    case "pending" -> CheckConclusion.RUNNING;
                    default -> null;
                };
                if (name == null || conclusion == null) {
                    if (name != null) file.gap(status.pointer(), "its state is none that is known");
                    continue;
                }
                Instant at = status.instant("updated_at");
                file.fact(new CheckRun(
                        file.key(Exported.shown(name) + "@" + Exported.revision(sha)),
                        file.owner(file.service(null)),
                        file.at(status),
                        Exported.shown(name),
                        conclusion,
                        // The combined answer does not say which app reported it.
                        null,
                        Exported.identity(sha),
                        at == null ? file.observedAt() : at));
            }
        }
    }

    private static void protection(Exported file) {
        JsonValue root = file.root();
        String branch = file.entry().scope().get("branch");
        if (root == null || branch == null) {
            if (branch == null) file.gap("", "the scope of its entry names no branch");
            return;
        }
        JsonValue admins = root.get("enforce_admins");
        if (admins == null) {
            file.gap("", "it has no enforce_admins, so it is no protection of a branch");
            return;
        }
        boolean bypass = !admins.is("enabled");
        JsonValue checks = root.get("required_status_checks");
        if (checks != null) {
            TreeMap<String, JsonValue> named = new TreeMap<>();
            for (JsonValue check : checks.list("checks"))
                if (check.text("context") != null) named.putIfAbsent(check.text("context", ""), check);
            for (JsonValue context : checks.list("contexts"))
                if (context.text() != null) named.putIfAbsent(String.valueOf(context.text()), context);
            named.forEach((name, at) -> rule(file, at, branch, "checks", Exported.shown(name), 0, null, bypass));
        }
        JsonValue reviews = root.get("required_pull_request_reviews");
        if (reviews != null) {
            int approvals = reviews.integer("required_approving_review_count", 0);
            Boolean lasting = lasting(reviews, "dismiss_stale_reviews");
            rule(file, reviews, branch, "reviews", null, approvals, lasting, bypass);
            if (reviews.is("require_code_owner_reviews"))
                rule(file, reviews, branch, "code-owners", null, 0, null, bypass);
        }
        JsonValue signatures = root.get("required_signatures");
        if (signatures != null && signatures.is("enabled"))
            rule(file, signatures, branch, "signatures", null, 0, null, bypass);
    }

    private static @Nullable CheckConclusion conclusion(Exported file, JsonValue check) {
        String text = check.text("conclusion");
        if (text == null) return CheckConclusion.RUNNING;
        CheckConclusion known = switch (text) {
            case "success" -> CheckConclusion.SUCCESS;
            case "failure", "startup_failure" -> CheckConclusion.FAILURE;
            case "neutral" -> CheckConclusion.NEUTRAL;
            case "cancelled", "stale" -> CheckConclusion.CANCELLED;
            case "skipped" -> CheckConclusion.SKIPPED;
            case "timed_out" -> CheckConclusion.TIMED_OUT;
            case "action_required" -> CheckConclusion.ACTION_REQUIRED;
            default -> null;
        };
        if (known == null) file.gap(check.pointer(), "an unknown conclusion: " + Exported.shown(text));
        return known;
    }

    private static void rules(Exported file) {
        String branch = file.entry().scope().get("branch");
        if (branch == null) {
            file.gap("", "the scope of its entry names no branch");
            return;
        }
        for (JsonValue rule : GitHubKinds.elements(file, null)) {
            String type = file.required(rule, "type");
            if (type == null) continue;
            JsonValue parameters = rule.get("parameters");
            if (type.equals("required_status_checks") && parameters != null) {
                for (JsonValue check : parameters.list("required_status_checks")) {
                    String context = file.required(check, "context");
                    if (context != null) rule(file, check, branch, "checks", context, 0);
                }
            } else if (type.equals("pull_request") && parameters != null) {
                int approvals = parameters.integer("required_approving_review_count", 0);
                Boolean lasting = lasting(parameters, "dismiss_stale_reviews_on_push");
                rule(file, rule, branch, "reviews", null, approvals, lasting, true);
                if (parameters.is("require_code_owner_review")) rule(file, rule, branch, "code-owners", null, 0);
            } else {
                rule(file, rule, branch, type.replace('_', '-'), null, 0);
            }
        }
    }

    private static void rule(
            Exported file, JsonValue value, String branch, String demand, @Nullable String check, int approvals) {
        // Who may pass a ruleset by stands in another answer.
        rule(file, value, branch, demand, check, approvals, null, true);
    }

    /** Whether approvals stay when commits come after them; null where nothing says whether they are taken back. */
    private static @Nullable Boolean lasting(JsonValue reviews, String dismissed) {
        String text = reviews.text(dismissed);
        return "true".equals(text) ? Boolean.FALSE : "false".equals(text) ? Boolean.TRUE : null;
    }

    private static void rule(
            Exported file,
            JsonValue value,
            String branch,
            String demand,
            @Nullable String check,
            int approvals,
            @Nullable Boolean lasting,
            boolean bypass) {
        file.fact(new BranchRule(
                file.key(branch + "/" + demand + (check == null ? "" : "/" + check)),
                "",
                file.at(value),
                branch,
                demand,
                check,
                approvals,
                lasting,
                bypass,
                file.observedAt()));
    }
}

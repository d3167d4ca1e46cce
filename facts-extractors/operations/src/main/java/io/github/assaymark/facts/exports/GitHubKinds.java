package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.BranchRule;
import io.github.assaymark.model.fact.CheckConclusion;
import io.github.assaymark.model.fact.CheckRun;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.DeploymentStatus;
import io.github.assaymark.model.fact.PullRequest;
import io.github.assaymark.model.fact.Review;
import io.github.assaymark.model.fact.ReviewState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of GitHub's REST API as {@code gh api} prints them (GitHub REST API: checks, rules, pulls, reviews,
 * deployments); with {@code --paginate --slurp} a list of pages.
 */
final class GitHubKinds {
    private GitHubKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                        "github.check-runs",
                        "check runs of a commit",
                        "gh api --paginate --slurp repos/OWNER/REPO/commits/SHA/check-runs",
                        ExportKind.Format.JSON,
                        List.of("check_runs[].name, status, conclusion, head_sha, completed_at, app.slug"),
                        List.of(CheckRun.class),
                        GitHubKinds::checks),
                new ExportKind(
                        "github.commit-statuses",
                        "statuses of a commit that apps report without check runs, the newest of each",
                        "gh api --paginate --slurp repos/OWNER/REPO/commits/SHA/status",
                        ExportKind.Format.JSON,
                        List.of("sha", "statuses[].context, state, updated_at"),
                        List.of(CheckRun.class),
                        GitHubKinds::statuses),
                new ExportKind(
                        "github.branch-protection",
                        "what classic protection of a branch demands; the entry's scope names the branch",
                        "gh api repos/OWNER/REPO/branches/BRANCH/protection",
                        ExportKind.Format.JSON,
                        List.of(
                                "required_status_checks.contexts, checks[].context",
                                "required_pull_request_reviews.required_approving_review_count,"
                                        + " require_code_owner_reviews",
                                "required_signatures.enabled",
                                "enforce_admins.enabled"),
                        List.of(BranchRule.class),
                        GitHubKinds::protection),
                new ExportKind(
                        "github.branch-rules",
                        "what a branch demands, of all rulesets; the entry's scope names the branch",
                        "gh api --paginate --slurp repos/OWNER/REPO/rules/branches/BRANCH",
                        ExportKind.Format.JSON,
                        List.of(
                                "[].type",
                                "parameters.required_status_checks[].context",
                                "parameters.required_approving_review_count, require_code_owner_review"),
                        List.of(BranchRule.class),
                        GitHubKinds::rules),
                new ExportKind(
                        "github.pulls",
                        "pull requests",
                        "gh api --paginate --slurp 'repos/OWNER/REPO/pulls?state=all'",
                        ExportKind.Format.JSON,
                        List.of(
                                "[].number, head.sha, merge_commit_sha, base.ref, user.login, merged_at, labels[].name"),
                        List.of(PullRequest.class),
                        GitHubKinds::pulls),
                new ExportKind(
                        "github.pull-reviews",
                        "reviews of one pull request; the entry's scope names it as `pull` and who opened it as `author`",
                        "gh api --paginate --slurp repos/OWNER/REPO/pulls/NUMBER/reviews",
                        ExportKind.Format.JSON,
                        List.of("[].user.login, user.type, state, commit_id, submitted_at"),
                        List.of(Review.class),
                        GitHubKinds::reviews),
                new ExportKind(
                        "github.deployments",
                        "deployments with their statuses put in as `statuses`",
                        "gh api graphql, or repos/OWNER/REPO/deployments and each one's statuses_url",
                        ExportKind.Format.JSON,
                        List.of(
                                "[].sha, environment, created_at, creator.login, payload.service",
                                "[].statuses[].state, created_at"),
                        List.of(Deployment.class),
                        GitHubKinds::deployments));
    }

    /** The elements of a list, of a field, or of pages of these. */
    static List<JsonValue> elements(Exported file, @Nullable String field) {
        JsonValue root = file.root();
        if (root == null) return List.of();
        List<JsonValue> all = new ArrayList<>();
        List<JsonValue> pages = root.node().isList() ? root.items() : List.of(root);
        boolean found = root.node().isList();
        for (JsonValue page : pages) {
            if (page.node().isList()) {
                all.addAll(page.items());
            } else if (field != null && page.get(field) != null) {
                all.addAll(page.list(field));
                found = true;
                // A page of a search says how many there are in all.
                int total = page.integer("total_count", -1);
                if (pages.size() == 1 && total > page.list(field).size())
                    file.gap(page.pointer(), "it holds " + page.list(field).size() + " of " + total);
            } else if (root.node().isList()) {
                all.add(page);
            }
        }
        if (!found) file.gap("", "there is no list" + (field == null ? "" : " " + field) + " in it");
        return all;
    }

    private static void checks(Exported file) {
        for (JsonValue check : elements(file, "check_runs")) {
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
            named.forEach((name, at) -> rule(file, at, branch, "checks", Exported.shown(name), 0, bypass));
        }
        JsonValue reviews = root.get("required_pull_request_reviews");
        if (reviews != null) {
            int approvals = reviews.integer("required_approving_review_count", 0);
            rule(file, reviews, branch, "reviews", null, approvals, bypass);
            if (reviews.is("require_code_owner_reviews")) rule(file, reviews, branch, "code-owners", null, 0, bypass);
        }
        JsonValue signatures = root.get("required_signatures");
        if (signatures != null && signatures.is("enabled"))
            rule(file, signatures, branch, "signatures", null, 0, bypass);
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
        for (JsonValue rule : elements(file, null)) {
            String type = file.required(rule, "type");
            if (type == null) continue;
            JsonValue parameters = rule.get("parameters");
            if (type.equals("required_status_checks") && parameters != null) {
                for (JsonValue check : parameters.list("required_status_checks")) {
                    String context = file.required(check, "context");
                    if (context != null) rule(file, check, branch, "checks", context, 0);
                }
            } else if (type.equals("pull_request") && parameters != null) {
                rule(file, rule, branch, "reviews", null, parameters.integer("required_approving_review_count", 0));
                if (parameters.is("require_code_owner_review")) rule(file, rule, branch, "code-owners", null, 0);
            } else {
                rule(file, rule, branch, type.replace('_', '-'), null, 0);
            }
        }
    }

    private static void rule(
            Exported file, JsonValue value, String branch, String demand, @Nullable String check, int approvals) {
        // Who may pass a ruleset by stands in another answer.
        rule(file, value, branch, demand, check, approvals, true);
    }

    private static void rule(
            Exported file,
            JsonValue value,
            String branch,
            String demand,
            @Nullable String check,
            int approvals,
            boolean bypass) {
        file.fact(new BranchRule(
                file.key(branch + "/" + demand + (check == null ? "" : "/" + check)),
                "",
                file.at(value),
                branch,
                demand,
                check,
                approvals,
                bypass,
                file.observedAt()));
    }

    private static void pulls(Exported file) {
        for (JsonValue pull : elements(file, null)) {
            int number = pull.integer("number", 0);
            JsonValue head = pull.get("head");
            JsonValue base = pull.get("base");
            JsonValue user = pull.get("user");
            String into = base == null ? null : base.text("ref");
            String author = user == null ? null : user.text("login");
            if (number <= 0 || into == null || author == null) {
                file.gap(pull.pointer(), "it has no number, base.ref or user.login");
                continue;
            }
            file.fact(new PullRequest(
                    file.key(String.valueOf(number)),
                    file.owner(file.service(null)),
                    file.at(pull),
                    number,
                    head == null ? null : Exported.identity(head.text("sha")),
                    Exported.identity(pull.text("merge_commit_sha")),
                    Exported.shown(into),
                    handle(author),
                    pull.instant("merged_at"),
                    null,
                    pull.list("labels").stream()
                            .map(label -> label.text("name", ""))
                            .filter(name -> !name.isEmpty())
                            .map(Exported::shown)
                            .sorted()
                            .toList(),
                    file.observedAt()));
        }
    }

    private static void reviews(Exported file) {
        String number = file.entry().scope().get("pull");
        String author = file.entry().scope().get("author");
        if (number == null || !number.matches("\\d{1,9}") || author == null) {
            file.gap("", "the scope of its entry names no pull and author");
            return;
        }
        List<JsonValue> reviews = elements(file, null);
        Map<String, Instant> newest = new HashMap<>();
        for (JsonValue review : reviews) {
            String login = login(review);
            Instant at = review.instant("submitted_at");
            // A comment does not take an approval back.
            if (login != null && at != null && state(review) != ReviewState.COMMENTED)
                newest.merge(login, at, (a, b) -> a.isAfter(b) ? a : b);
        }
        for (JsonValue review : reviews) {
            String login = login(review);
            Instant at = review.instant("submitted_at");
            ReviewState state = state(review);
            if (login == null || at == null || state == null) {
                if (!"PENDING".equalsIgnoreCase(review.text("state", "")))
                    file.gap(review.pointer(), "it has no user.login, submitted_at or known state");
                continue;
            }
            JsonValue user = review.get("user");
            boolean bot = user != null && "Bot".equals(user.text("type"));
            file.fact(new Review(
                    file.key(number + "/" + handle(login) + "/" + at),
                    file.owner(file.service(null)),
                    file.at(review),
                    Integer.parseInt(number),
                    handle(login),
                    !bot && !login.endsWith("[bot]"),
                    handle(login).equals(handle(author)),
                    at.equals(newest.get(login)),
                    List.of(),
                    state,
                    Exported.identity(review.text("commit_id")),
                    at,
                    file.observedAt()));
        }
    }

    /** A login as people are named in directories, with an @ before it. */
    private static String handle(String login) {
        String shown = Exported.shown(login);
        return shown.startsWith("@") ? shown : "@" + shown;
    }

    private static @Nullable String login(JsonValue of, String field) {
        JsonValue user = of.get(field);
        String login = user == null ? null : user.text("login");
        return login == null ? null : handle(login);
    }

    private static @Nullable String login(JsonValue review) {
        JsonValue user = review.get("user");
        return user == null ? null : user.text("login");
    }

    private static @Nullable ReviewState state(JsonValue review) {
        return switch (review.text("state", "").toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> ReviewState.APPROVED;
            case "CHANGES_REQUESTED" -> ReviewState.CHANGES_REQUESTED;
            case "COMMENTED" -> ReviewState.COMMENTED;
            case "DISMISSED" -> ReviewState.DISMISSED;
            default -> null;
        };
    }

    private record Made(
            JsonValue value,
            @Nullable String service,
            @Nullable String stage,
            Instant at) {}

    private static void deployments(Exported file) {
        List<Made> made = new ArrayList<>();
        for (JsonValue deployment : elements(file, null)) {
            Instant at = file.requiredInstant(deployment, "created_at");
            if (at == null) continue;
            JsonValue payload = deployment.get("payload");
            String service = file.service(payload == null || !payload.node().isMap() ? null : payload.text("service"));
            made.add(new Made(deployment, service, file.stage(deployment.text("environment")), at));
        }
        made.sort(Comparator.comparing(Made::at));
        for (Made of : made) {
            Instant next = made.stream()
                    .filter(other -> other.at().isAfter(of.at())
                            && String.valueOf(other.service()).equals(String.valueOf(of.service()))
                            && String.valueOf(other.stage()).equals(String.valueOf(of.stage())))
                    .map(Made::at)
                    .findFirst()
                    .orElse(null);
            deployment(file, of, next);
        }
    }

    private static void deployment(Exported file, Made of, @Nullable Instant next) {
        JsonValue value = of.value();
        DeploymentStatus status = DeploymentStatus.UNKNOWN;
        Instant finished = null;
        List<JsonValue> statuses = new ArrayList<>(value.list("statuses"));
        statuses.sort(Comparator.comparing(
                (JsonValue one) -> one.instant("created_at"), Comparator.nullsFirst(Comparator.naturalOrder())));
        for (JsonValue one : statuses) {
            switch (one.text("state", "")) {
                case "success" -> {
                    status = DeploymentStatus.SUCCESS;
                    finished = one.instant("created_at");
                }
                case "failure", "error" -> {
                    status = DeploymentStatus.FAILURE;
                    finished = one.instant("created_at");
                }
                case "in_progress", "queued", "pending", "waiting" -> {
                    if (status == DeploymentStatus.UNKNOWN) status = DeploymentStatus.RUNNING;
                }
                // A newer deployment makes an older one inactive; that does not change how the older one ended.
                case "inactive" -> {}
                default -> file.gap(one.pointer(), "an unknown state: " + Exported.shown(one.text("state", "none")));
            }
        }
        if (value.get("statuses") == null)
            file.gap(value.pointer(), "it has no statuses, so nobody knows how it ended");
        file.fact(new Deployment(
                file.key((of.service() == null ? "" : of.service() + "/") + of.stage() + "@" + of.at()),
                file.owner(of.service()),
                file.at(value),
                of.service(),
                of.stage(),
                Exported.identity(value.text("sha")),
                status,
                of.at(),
                finished,
                next,
                null,
                null,
                login(value, "creator"),
                List.of(),
                null,
                file.observedAt()));
    }
}

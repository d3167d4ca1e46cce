package io.github.assaymark.facts.exports;

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
import org.jspecify.annotations.Nullable;

/**
 * Bodies of GitHub's REST API as {@code gh api} prints them (GitHub REST API: pulls, reviews, deployments); with
 * {@code --paginate --slurp} a list of pages.
 */
final class GitHubKinds {
    private GitHubKinds() {}

    static List<ExportKind> all() {
        return List.of(
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
                                GitHubKinds::reviews)
                        .limited(ExportKind.Limit.one("pullRequest", "pull")),
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
                    null,
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

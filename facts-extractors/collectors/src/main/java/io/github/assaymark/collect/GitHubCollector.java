package io.github.assaymark.collect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks, branches, pull requests, reviews, deployments, packages and teams of GitHub. */
public final class GitHubCollector implements Collector {
    private static final String API = "https://api.github.com";

    static final SecretVariable TOKEN = new SecretVariable(
            "GITHUB_TOKEN",
            "a token that may read checks, contents, deployments, packages and pull requests of the repository",
            false);

    /** For {@link java.util.ServiceLoader}. */
    public GitHubCollector() {}

    @Override
    public String name() {
        return "github";
    }

    @Override
    public String help() {
        return "Checks, branches, pull requests, reviews, deployments, packages and teams of GitHub";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of("repository", CollectorOption.Type.TEXT, "OWNER/REPO", "The repository")
                        .needed(),
                Told.url("the API").otherwise(API),
                text(
                                "sha",
                                "SHA",
                                "Checks and statuses of this commit; with --pulls, those of the pull request it came by too")
                        .repeated(),
                text("branch", "BRANCH", "What rulesets demand of this branch").repeated(),
                CollectorOption.flag(
                        "protection", "Classic protection of the branches too; only administrators may read it"),
                CollectorOption.flag("pulls", "All pull requests, and reviews of those that a --sha came by"),
                text("pull", "NUMBER", "Reviews of this pull request").repeated(),
                CollectorOption.flag("deployments", "Deployments and how they ended"),
                text("environment", "NAME", "Deployments to this environment only")
                        .repeated(),
                text("package", "TYPE/NAME", "Versions of this package of the owner, for example npm/shop-sdk")
                        .repeated(),
                text("team", "TEAM", "Members of this team of the owner").repeated(),
                Told.SERVICE,
                Told.MAX_PAGES);
    }

    private static CollectorOption text(String name, String label, String description) {
        return CollectorOption.of(name, CollectorOption.Type.TEXT, label, description);
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public String example() {
        return "--repository acme/shop --sha SHA --branch main --pulls --deployments --to state/github";
    }

    @Override
    public String subject(CollectorOptions options) {
        String url = options.requiredUrl("url").toString();
        return options.required("repository") + (url.equals(API) ? "" : " at " + url);
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        Set<String> kinds = new TreeSet<>();
        boolean commits = !options.texts("sha").isEmpty();
        if (commits) kinds.addAll(List.of(GitHubRun.CHECKS, GitHubRun.STATUSES));
        if (!options.texts("branch").isEmpty()) kinds.add(GitHubRun.RULES);
        if (options.flag("protection")) kinds.add(GitHubRun.PROTECTION);
        if (options.flag("pulls")) kinds.add(GitHubRun.PULLS);
        if (!options.texts("pull").isEmpty() || (commits && options.flag("pulls"))) kinds.add(GitHubRun.REVIEWS);
        if (options.flag("deployments") || !options.texts("environment").isEmpty()) kinds.add(GitHubRun.DEPLOYMENTS);
        if (!options.texts("package").isEmpty()) kinds.add(GitHubRun.PACKAGES);
        if (!options.texts("team").isEmpty()) kinds.add(GitHubRun.TEAM);
        return kinds;
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        new GitHubRun(request, writer).collect();
    }
}

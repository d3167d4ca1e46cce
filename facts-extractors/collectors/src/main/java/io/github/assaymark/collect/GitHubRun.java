package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One run over a repository of GitHub (GitHub REST API, version 2022-11-28). Used by one thread. */
final class GitHubRun {
    static final String CHECKS = "github.check-runs";
    static final String STATUSES = "github.commit-statuses";
    static final String RULES = "github.branch-rules";
    static final String PROTECTION = "github.branch-protection";
    static final String PULLS = "github.pulls";
    static final String REVIEWS = "github.pull-reviews";
    static final String DEPLOYMENTS = "github.deployments";
    static final String PACKAGES = "github.package-versions";
    static final String TEAM = "github.team-members";

    private static final Pattern REPOSITORY = Pattern.compile("([A-Za-z0-9._-]{1,100})/([A-Za-z0-9._-]{1,100})");
    private static final Pattern PACKAGE = Pattern.compile("(npm|maven|rubygems|docker|nuget|container)/(.{1,200})");

    private final CollectRequest request;
    private final CollectorOptions options;
    private final ExportWriter writer;
    private final Map<String, String> headers = new TreeMap<>();
    private final URI base;
    private final String owner;
    private final String repository;
    private final int max;
    private @Nullable String principal;

    GitHubRun(CollectRequest request, ExportWriter writer) {
        this.request = request;
        this.options = request.options();
        this.writer = writer;
        Matcher parts = REPOSITORY.matcher(options.required("repository"));
        if (!parts.matches())
            throw new CollectException("--repository: no repository: " + options.required("repository")
                    + "\n  Maybe acme/shop, an owner and a name");
        this.owner = parts.group(1);
        this.repository = parts.group(2);
        this.base = options.requiredUrl("url");
        this.max = options.number("max-pages");
        headers.put("Accept", "application/vnd.github+json");
        headers.put("X-GitHub-Api-Version", "2022-11-28");
        String token = request.secret(GitHubCollector.TOKEN);
        if (token != null) headers.put("Authorization", "Bearer " + token);
        for (String pull : options.texts("pull"))
            if (!pull.matches("\\d{1,9}"))
                throw new CollectException("--pull: no number of a pull request: " + pull + "\n  Maybe 42");
        for (String name : options.texts("package"))
            if (!PACKAGE.matcher(name).matches())
                throw new CollectException("--package: no package of GitHub: " + name
                        + "\n  Maybe npm/shop-sdk: npm, maven, container and others, a slash and the name");
        for (String sha : options.texts("sha"))
            if (!sha.matches("[0-9a-f]{7,64}"))
                throw new CollectException("--sha: no commit: " + sha + "\n  Maybe `git rev-parse HEAD` prints it");
        if (options.flag("protection") && options.texts("branch").isEmpty())
            throw new CollectException("--protection: no branch is named\n  Maybe --branch main");
        if (new GitHubCollector().kinds(options).isEmpty())
            throw new CollectException("nothing is said of what to collect"
                    + "\n  Maybe --sha, --branch, --pulls or --deployments; see `assay collect github --help`");
    }

    void collect() throws InterruptedException {
        principal = principal();
        Set<String> commits = new LinkedHashSet<>(options.texts("sha"));
        Map<String, String> authors = new LinkedHashMap<>();
        if (options.flag("pulls")) pulls(commits, authors);
        for (String sha : commits) checks(sha);
        for (String branch : options.texts("branch")) branch(branch);
        for (String number : options.texts("pull")) authors.computeIfAbsent(number, n -> "");
        for (Map.Entry<String, String> pull : authors.entrySet()) reviews(pull.getKey(), pull.getValue());
        if (!options.texts("environment").isEmpty())
            for (String environment : options.texts("environment")) deployments(environment);
        else if (options.flag("deployments")) deployments(null);
        for (String name : options.texts("package")) packages(name);
        for (String team : options.texts("team")) {
            URI uri = Address.below(base)
                    .path("orgs", owner, "teams", team, "members")
                    .query("per_page", "100")
                    .uri();
            listed(EntryRequest.of(TEAM, Address.request(uri)).scope("team", team), uri);
        }
    }

    /** Who the token belongs to; null for the token of an app, which is nobody. */
    private @Nullable String principal() throws InterruptedException {
        if (!headers.containsKey("Authorization")) return "anonymous";
        try {
            HttpAnswer answer =
                    request.http().get(Address.below(base).path("user").uri(), headers);
            LocatedNode root = answer.isOk() ? root(answer.body()) : null;
            return root == null ? null : root.text("login");
        } catch (CollectFailure e) {
            return null; // what is asked for next fails in the same way, and is told
        }
    }

    private static @Nullable LocatedNode root(String body) {
        return LocatedTree.json(body, Limits.DEFAULT).root();
    }

    private Address repository(String... path) {
        return Address.below(base).path("repos", owner, repository).path(path);
    }

    private EntryRequest entry(String kind, URI uri) {
        EntryRequest entry = EntryRequest.of(kind, Address.request(uri)).scope("repository", owner + "/" + repository);
        return Told.with(entry.principal(principal), "service", options.text("service"));
    }

    private EntryOutcome listed(EntryRequest entry, URI uri) throws InterruptedException {
        return writer.entry(
                entry,
                pages ->
                        LinkedPages.read(request.http(), uri, headers, max, pages, answer -> pages.add(answer.body())));
    }

    private void checks(String sha) throws InterruptedException {
        // filter=latest: an attempt that was repeated counts no longer
        URI runs = repository("commits", sha, "check-runs")
                .query("filter", "latest")
                .query("per_page", "100")
                .uri();
        counted(entry(CHECKS, runs).commit(sha), runs, "check_runs");
        URI statuses =
                repository("commits", sha, "status").query("per_page", "100").uri();
        counted(entry(STATUSES, statuses).commit(sha), statuses, "statuses");
    }

    /** An answer that says of how many elements it is made. */
    private void counted(EntryRequest entry, URI uri, String field) throws InterruptedException {
        writer.entry(entry, pages -> {
            int[] count = new int[2];
            LinkedPages.read(request.http(), uri, headers, max, pages, answer -> {
                pages.add(answer.body());
                LocatedNode root = root(answer.body());
                if (root == null) return;
                count[0] += root.items(field).size();
                String total = root.text("total_count");
                if (total != null && total.matches("\\d{1,9}")) count[1] = Integer.parseInt(total);
            });
            if (count[0] < count[1]) pages.partial("it holds " + count[0] + " of " + count[1]);
        });
    }

    private void branch(String branch) throws InterruptedException {
        URI rules =
                repository("rules", "branches", branch).query("per_page", "100").uri();
        listed(entry(RULES, rules).scope("branch", branch), rules);
        if (!options.flag("protection")) return;
        URI uri = repository("branches", branch, "protection").uri();
        writer.entry(entry(PROTECTION, uri).scope("branch", branch), pages -> {
            HttpAnswer answer = request.http().get(uri, headers);
            LocatedNode root = answer.status() == 404 ? root(answer.body()) : null;
            // Any other 404 is what those are told who may not see it.
            if (root != null && "Branch not protected".equals(root.text("message")))
                throw new CollectFailure(CollectFailure.Code.ABSENT, 404, "the branch is not protected");
            pages.httpStatus(answer.status());
            pages.add(answer.ok().body());
        });
    }

    /** Reads all pull requests; adds the heads of those that the commits came by, and who opened them. */
    private void pulls(Set<String> commits, Map<String, String> authors) throws InterruptedException {
        URI uri = repository("pulls")
                .query("state", "all")
                .query("sort", "created")
                .query("direction", "asc")
                .query("per_page", "100")
                .uri();
        Set<String> heads = new LinkedHashSet<>();
        for (String page : listed(entry(PULLS, uri), uri).pages()) {
            LocatedNode root = root(page);
            for (LocatedNode pull : root == null ? List.<LocatedNode>of() : root.items()) {
                LocatedNode head = pull.get("head");
                LocatedNode user = pull.get("user");
                String sha = head == null ? null : head.text("sha");
                String number = pull.text("number");
                String merge = pull.text("merge_commit_sha");
                if (number == null
                        || sha == null
                        || !(commits.contains(sha) || commits.contains(String.valueOf(merge)))) continue;
                // Checks of a squashed pull request ran on its head, not on what it became.
                heads.add(sha);
                String login = user == null ? null : user.text("login");
                authors.put(number, login == null ? "" : login);
            }
        }
        commits.addAll(heads);
    }

    private void reviews(String number, String known) throws InterruptedException {
        URI uri =
                repository("pulls", number, "reviews").query("per_page", "100").uri();
        EntryRequest entry = entry(REVIEWS, uri).scope("pull", number);
        String author = known;
        if (author.isEmpty()) {
            try {
                HttpAnswer answer = request.http()
                        .get(repository("pulls", number).uri(), headers)
                        .ok();
                LocatedNode root = root(answer.body());
                LocatedNode user = root == null ? null : root.get("user");
                String login = user == null ? null : user.text("login");
                if (login == null)
                    throw new CollectFailure(CollectFailure.Code.FAILED, "nobody is named who opened pull " + number);
                author = login;
            } catch (CollectFailure e) {
                writer.entry(entry, pages -> {
                    throw e;
                });
                return;
            }
        }
        listed(entry.scope("author", author), uri);
    }

    private void deployments(@Nullable String environment) throws InterruptedException {
        Address address = repository("deployments");
        if (environment != null) address.query("environment", environment);
        URI uri = address.query("per_page", "100").uri();
        EntryRequest entry = Told.with(entry(DEPLOYMENTS, uri), "stage", environment);
        writer.entry(
                entry,
                pages -> LinkedPages.read(request.http(), uri, headers, max, pages, answer -> {
                    LocatedNode root = root(answer.body());
                    if (root == null || !root.isList())
                        throw new CollectFailure(
                                CollectFailure.Code.UNREADABLE,
                                answer.status(),
                                "the answer is no list of deployments");
                    List<Object> all = new ArrayList<>();
                    for (LocatedNode deployment : root.items()) all.add(withStatuses(deployment));
                    pages.add(JsonText.of((Object) all));
                }));
    }

    private Map<String, Object> withStatuses(LocatedNode deployment) throws InterruptedException {
        String id = deployment.isMap() ? deployment.text("id") : null;
        if (id == null || !id.matches("\\d{1,18}"))
            throw new CollectFailure(CollectFailure.Code.UNREADABLE, "a deployment has no id");
        List<Object> statuses = new ArrayList<>();
        URI at = repository("deployments", id, "statuses")
                .query("per_page", "100")
                .uri();
        for (int page = 1; at != null; page++) {
            if (page > max)
                throw new CollectFailure(
                        CollectFailure.Code.TOO_LARGE,
                        "a deployment has more than " + max + " pages of statuses: see --max-pages");
            HttpAnswer answer = request.http().get(at, headers).ok();
            LocatedNode root = root(answer.body());
            if (root == null || !root.isList())
                throw new CollectFailure(
                        CollectFailure.Code.UNREADABLE, answer.status(), "the answer is no list of statuses");
            for (LocatedNode status : root.items()) statuses.add(JsonText.fields(status));
            at = answer.next();
        }
        Map<String, Object> fields = new LinkedHashMap<>(JsonText.fields(deployment));
        fields.put("statuses", statuses);
        return fields;
    }

    private void packages(String name) throws InterruptedException {
        Matcher parts = PACKAGE.matcher(name);
        if (!parts.matches()) throw new IllegalArgumentException(name);
        URI uri = Address.below(base)
                .path("orgs", owner, "packages", parts.group(1), parts.group(2), "versions")
                .query("per_page", "100")
                .uri();
        // The scope must hold what the reader asks for: the name of the package and its type.
        listed(entry(PACKAGES, uri).scope("package", parts.group(2)).scope("type", parts.group(1)), uri);
    }
}

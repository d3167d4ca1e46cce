package io.github.assaymark.facts.configuration;

import io.github.assaymark.facts.structured.DuplicateEntry;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.facts.structured.Span;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the tree of an {@code assay.yaml} into the record, collecting every problem on the way. */
final class ConfigurationParser {
    private static final Pattern PACK_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern PARAM_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> PATH_LISTS = Set.of(
            "services",
            "templates",
            "people",
            "attestations",
            "signers",
            "waivers",
            "baseline",
            "criticalPaths",
            "state",
            "freeze");
    private static final List<String> KEYS = List.of(
            "packs",
            "params",
            "services",
            "templates",
            "manifests",
            "people",
            "attestations",
            "signers",
            "waivers",
            "baseline",
            "criticalPaths",
            "state",
            "freeze",
            "databases",
            "migrations",
            "commit",
            "subjects");

    private final String file;
    private final @Nullable String commit;
    private final ConfigurationProblems problems;

    ConfigurationParser(String file, @Nullable String commit) {
        this.file = file;
        this.commit = commit;
        this.problems = new ConfigurationProblems(file);
    }

    RepositoryConfiguration read(String text, Limits limits) {
        LocatedTree tree = LocatedTree.ofFile(file, text, limits);
        for (Problem problem : tree.problems()) {
            problems.add(problem.line(), problem.column(), problem.message(), hint(problem));
        }
        for (DuplicateEntry duplicate : tree.duplicates()) {
            String key = String.join(".", duplicate.path());
            Span first = duplicate.first().keySpan();
            problems.add(
                    duplicate.repeated().keySpan(),
                    "the key `" + key + "` stands at " + first.at() + " already",
                    "remove one of the two");
        }
        if (tree.documents().size() > 1) {
            problems.add(tree.documents().get(1).span(), "a second document", "keep everything above the `---`");
        }
        LocatedNode root = tree.root();
        RepositoryConfiguration configuration = readRoot(root);
        problems.throwIfAny();
        return configuration;
    }

    private static String hint(Problem problem) {
        return switch (problem.kind()) {
            case SYNTAX -> "put texts that begin with @, %, *, & or hold `: ` into quotes, and indent with blanks";
            case LIMIT -> "make the file smaller";
            case ALIAS -> "name the anchor before its alias";
            case MERGE -> "write the entries out";
            case TEMPLATED -> "put the text into quotes";
        };
    }

    private RepositoryConfiguration readRoot(@Nullable LocatedNode root) {
        List<String> packs = List.of();
        List<Param> params = List.of();
        SubjectReader subjects = new SubjectReader(problems, file, commit);
        SortedMap<String, List<String>> lists = new TreeMap<>();
        if (root != null && !root.isMap() && !root.isNull()) {
            problems.add(root.span(), "the file holds no keys", "begin with `packs: [starter]`");
        }
        List<LocatedEntry> entries = root == null ? List.of() : root.entries();
        for (LocatedEntry entry : entries) {
            switch (entry.key()) {
                case "packs" -> packs = packs(entry);
                case "params" -> params = params(entry);
                case "subjects" -> {
                    subjects.read(entry);
                    lists.put(
                            "jobs",
                            subjects.jobs().stream()
                                    .map(RepositoryConfiguration.Job::id)
                                    .toList());
                    lists.put(
                            "partners",
                            subjects.partners().stream()
                                    .map(RepositoryConfiguration.Partner::name)
                                    .toList());
                }
                case "manifests" -> lists.put("manifests", names(entry));
                case "migrations" -> lists.put("migrations", new MigrationsReader(problems).read(entry));
                case "commit" -> lists.put("commit", commit(entry));
                case "databases" -> lists.put("databases", databases(entry));
                default -> {
                    if (PATH_LISTS.contains(entry.key())) lists.put(entry.key(), paths(entry));
                    else problems.unknownKey(entry, "", KEYS);
                }
            }
        }
        return new RepositoryConfiguration(
                file,
                packs,
                params,
                lists.getOrDefault("services", List.of()),
                lists.getOrDefault("templates", List.of()),
                subjects.jobs(),
                subjects.partners(),
                lists,
                List.of("configured by " + file));
    }

    private List<String> packs(LocatedEntry entry) {
        List<String> packs = new ArrayList<>();
        for (LocatedNode node : texts(entry)) {
            String text = node.text();
            boolean path = text.indexOf('/') >= 0 || text.endsWith(".groovy");
            if (path ? problems.insidePath(node, entry.key()) : isPackName(node)) packs.add(text);
        }
        return packs;
    }

    private boolean isPackName(LocatedNode node) {
        if (PACK_NAME.matcher(node.text()).matches()) return true;
        problems.add(
                node.span(),
                "`" + node.text() + "` is no name of a pack",
                "use lower-case letters, digits and `-`, or a path such as ./checklists/ours");
        return false;
    }

    private List<String> names(LocatedEntry entry) {
        List<String> names = new ArrayList<>();
        for (LocatedNode node : texts(entry)) {
            if (node.text().isBlank()
                    || node.text().indexOf('/') >= 0
                    || node.text().indexOf('*') >= 0) {
                problems.add(
                        node.span(),
                        "`" + node.text() + "` is no name of a file",
                        "write the name alone: service.yaml");
            } else {
                names.add(node.text());
            }
        }
        return names;
    }

    private List<String> paths(LocatedEntry entry) {
        List<String> paths = new ArrayList<>();
        for (LocatedNode node : texts(entry)) {
            if (problems.insidePath(node, entry.key())) paths.add(ConfigurationProblems.normal(node.text()));
        }
        return paths;
    }

    private List<String> commit(LocatedEntry entry) {
        LocatedNode value = entry.value();
        if (!value.isScalar()) {
            problems.wrongType(entry, "the whole id of a commit");
            return List.of();
        }
        if (COMMIT.matcher(value.text()).matches()) return List.of(value.text());
        problems.add(
                value.span(),
                "`" + value.text() + "` is no whole id of a commit",
                "write what `git rev-parse HEAD` prints: 40 or 64 digits and letters from a to f");
        return List.of();
    }

    /** Texts such as {@code platform.ledger=services/ledger}. */
    private List<String> databases(LocatedEntry entry) {
        List<String> databases = new ArrayList<>();
        if (!problems.isMap(entry)) return databases;
        for (LocatedEntry database : entry.value().entries()) {
            LocatedNode service = database.value();
            if (!service.isScalar()) problems.wrongType(database, "the directory of the service it belongs to");
            else if (problems.insidePath(service, entry.key()))
                databases.add(database.key() + "=" + ConfigurationProblems.normal(service.text()));
        }
        return databases;
    }

    private List<Param> params(LocatedEntry entry) {
        List<Param> params = new ArrayList<>();
        if (!problems.isMap(entry)) return params;
        for (LocatedEntry param : entry.value().entries()) {
            if (!PARAM_NAME.matcher(param.key()).matches()) {
                problems.add(
                        param.keySpan(),
                        "`" + param.key() + "` is no name of a parameter",
                        "use letters, digits and `_`, beginning with a letter");
                continue;
            }
            List<String> values = new ArrayList<>();
            for (LocatedNode node : texts(param)) values.add(node.text());
            Span key = param.keySpan();
            Span value = param.value().span();
            Span place = param.merged() || value.endLine() < key.startLine()
                    ? value
                    : new Span(key.startLine(), key.startColumn(), value.endLine(), value.endColumn());
            params.add(new Param(place.in(commit, file, null), param.key(), values));
        }
        return params;
    }

    /** The scalars of a list, or the one scalar that stands for a list of one. */
    private List<LocatedNode> texts(LocatedEntry entry) {
        LocatedNode value = entry.value();
        if (value.isScalar()) return List.of(value);
        if (!value.isList()) {
            problems.wrongType(entry, "a text or a list of texts");
            return List.of();
        }
        List<LocatedNode> texts = new ArrayList<>();
        for (LocatedNode item : value.items()) {
            if (item.isScalar()) texts.add(item);
            else problems.wrongType(item, "element of `" + entry.key() + "`", "a text");
        }
        return texts;
    }
}

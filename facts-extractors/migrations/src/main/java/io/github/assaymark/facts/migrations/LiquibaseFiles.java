package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.migrations.Sections.Settings;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets of Liquibase: change sets of formatted SQL, in the order in which change logs include their files. Change sets
 * in XML, YAML or JSON are known to be there, but not read.
 */
final class LiquibaseFiles implements SetRecogniser {
    private static final Set<String> LOGS = Set.of("xml", "yaml", "yml", "json");
    private static final Pattern STEP = Pattern.compile(
            "<(include|includeAll|changeSet)\\b|(?:^|[\\s{\\[,-])\"?(include|includeAll|changeSet)\"?\\s*:");
    private static final Pattern TARGET =
            Pattern.compile("\"?\\b(?:file|path)\"?\\s*[=:]\\s*[\"']?([^\"'\\s,}]{1,400})");

    @Override
    public List<Draft> find(MigrationFiles files) {
        Map<String, SourceFile> sql = new TreeMap<>();
        Map<String, SourceFile> logs = new TreeMap<>();
        for (String directory : files.directories()) {
            for (SourceFile file : files.in(directory)) {
                boolean isSql = file.path().endsWith(".sql");
                if (!isSql && !LOGS.contains(Paths.extension(file.path()))) continue;
                MigrationText text = files.text(file);
                if (text == null) continue;
                if (isSql && LiquibaseFile.marked(text.text())) sql.put(file.path(), file);
                if (!isSql && text.text().contains("databaseChangeLog")) logs.put(file.path(), file);
            }
        }
        if (sql.isEmpty() && logs.isEmpty()) return List.of();
        Map<String, List<SourceFile>> roots = new TreeMap<>();
        sql.values()
                .forEach(f -> roots.computeIfAbsent(root(f.path()), r -> new ArrayList<>())
                        .add(f));
        logs.values()
                .forEach(f -> roots.computeIfAbsent(root(f.path()), r -> new ArrayList<>())
                        .add(f));
        List<Draft> drafts = new ArrayList<>();
        roots.forEach((root, members) -> drafts.add(draft(files, root, members)));
        return drafts;
    }

    /** The outermost directory named after change logs; otherwise the one of the file. */
    private static String root(String path) {
        String root = Paths.directory(path);
        for (String at = root; !at.isEmpty(); at = Paths.directory(at)) {
            String name = Paths.name(at);
            if (name.contains("changelog") || name.contains("liquibase")) root = at;
        }
        return root;
    }

    private static Draft draft(MigrationFiles files, String root, List<SourceFile> members) {
        Draft draft = new Draft(root, MigrationTool.LIQUIBASE, MigrationTransaction.PER_MIGRATION);
        draft.style = PlaceholderStyle.DOLLAR;
        Map<String, String> parameters = new TreeMap<>();
        MigrationText settings = files.above(root, "liquibase.properties");
        if (settings != null)
            FlywaySettings.lines(settings.text()).forEach((key, value) -> {
                if (key.startsWith("parameter.")) parameters.put(key.substring("parameter.".length()), value);
            });
        draft.values = new Placeholders(parameters);
        Map<String, SourceFile> byPath = new TreeMap<>();
        for (SourceFile member : members) {
            files.claim(member);
            byPath.put(member.path(), member);
        }
        Order order = new Order(files, draft, byPath);
        order.walk();
        return draft;
    }

    /** A step of a change log; {@code target} is empty for a change set. */
    private record Step(String kind, int start, String target) {}

    private static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            int group = step.group(1) == null ? 2 : 1;
            steps.add(new Step(step.group(group), step.start(group), ""));
            ends.add(step.end());
        }
        for (int i = 0; i < steps.size(); i++) {
            Step one = steps.get(i);
            int end = i + 1 < steps.size() ? steps.get(i + 1).start() : text.length();
            Matcher target = TARGET.matcher(text.substring(ends.get(i), Math.min(end, ends.get(i) + 1000)));
            if (!one.kind().equals("changeSet") && target.find())
                steps.set(i, new Step(one.kind(), one.start(), target.group(1)));
        }
        return steps;
    }

    /** Follows change logs into the files they include. */
    private static final class Order {
        private final MigrationFiles files;
        private final Draft draft;
        private final Map<String, SourceFile> members;
        private final Set<String> walked = new LinkedHashSet<>();
        private final Set<String> included = new HashSet<>();
        private final Set<String> ids = new HashSet<>();

        Order(MigrationFiles files, Draft draft, Map<String, SourceFile> members) {
            this.files = files;
            this.draft = draft;
            this.members = members;
        }

        void walk() {
            for (SourceFile member : members.values()) if (!isSql(member)) included.addAll(targets(member));
            List<SourceFile> masters = members.values().stream()
                    .filter(m -> !isSql(m) && !included.contains(m.path()))
                    .toList();
            for (SourceFile master : masters) file(master);
            List<SourceFile> left = members.values().stream()
                    .filter(m -> !walked.contains(m.path()))
                    .toList();
            if (left.size() > 1 || (!left.isEmpty() && !walked.isEmpty()))
                draft.problem(
                        "order of migrations",
                        left.get(0).path(),
                        "no change log includes this file, so that its place among others is not known");
            left.forEach(this::file);
        }

        private static boolean isSql(SourceFile file) {
            return file.path().endsWith(".sql");
        }

        private void file(SourceFile file) {
            if (!walked.add(file.path()) || walked.size() > 20_000) return;
            MigrationText text = files.text(file);
            if (text == null) return;
            if (isSql(file)) sql(file, text);
            else log(file, text);
        }

        private void sql(SourceFile file, MigrationText text) {
            LiquibaseFile read = LiquibaseFile.of(text.text());
            draft.values = draft.values.or(read.properties());
            for (int i = 0; i < read.changes().size(); i++) {
                LiquibaseFile.Change change = read.changes().get(i);
                if (!change.runs()) continue;
                String id = change.author() + ":" + change.id();
                if (!ids.add(file.path() + " " + id))
                    draft.problems.add(new HistoryProblem(
                            "order of migrations",
                            file.path(),
                            change.line(),
                            id,
                            "another change set of this file has the same author and id"));
                Settings settings = new Settings(true, false, i, "");
                draft.entries.add(new Draft.Entry(
                        id,
                        "",
                        new Draft.Part(file, Cut.LIQUIBASE_CHANGE, settings),
                        new Draft.Part(file, Cut.LIQUIBASE_ROLLBACK, settings)));
            }
        }

        private void log(SourceFile file, MigrationText text) {
            boolean said = false;
            for (Step step : steps(text.text())) {
                if (step.kind().equals("changeSet")) {
                    if (!said)
                        draft.entries.add(new Draft.Entry(
                                Paths.name(file.path()),
                                "",
                                new Draft.Part(
                                        file,
                                        Cut.OPAQUE,
                                        Settings.unread(true, "change sets in XML, YAML or JSON are not read")),
                                null));
                    said = true;
                    continue;
                }
                List<SourceFile> found = found(file, step);
                if (found.isEmpty())
                    draft.problems.add(new HistoryProblem(
                            "migration",
                            file.path(),
                            Lines.of(text.text()).line(step.start()),
                            step.target(),
                            "what the change log includes here is not found"));
                found.forEach(this::file);
            }
        }

        private List<String> targets(SourceFile file) {
            MigrationText text = files.text(file);
            List<String> targets = new ArrayList<>();
            if (text == null) return targets;
            for (Step step : steps(text.text()))
                if (!step.kind().equals("changeSet")) found(file, step).forEach(f -> targets.add(f.path()));
            return targets;
        }

        /** Members by a path relative to the change log, or to some place on the class path. */
        private List<SourceFile> found(SourceFile log, Step step) {
            if (step.target().isEmpty()) return List.of();
            boolean all = step.kind().equals("includeAll");
            String target = step.target().replace("classpath:", "");
            String relative = Paths.resolve(Paths.directory(log.path()), target);
            while (target.startsWith("/") || target.startsWith("./"))
                target = target.substring(target.indexOf('/') + 1);
            List<SourceFile> found = new ArrayList<>();
            String end = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
            for (SourceFile member : members.values()) {
                String path = all ? Paths.directory(member.path()) : member.path();
                boolean within = path.equals(relative) || path.equals(end) || path.endsWith("/" + end);
                if (all && !within)
                    within = (path + "/").contains("/" + end + "/") || (path + "/").startsWith(end + "/");
                if (within && !member.path().equals(log.path())) found.add(member);
            }
            return found;
        }
    }
}

package io.github.assaymark.testkit;

import io.github.assaymark.model.verdict.Outcome;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads {@link CaseFile}s. */
final class CaseFileReader {
    private static final Set<String> FILE_KEYS = Set.of("tree", "section", "subject", "now", "cases");
    private static final Set<String> CASE_KEYS = Set.of(
            "item",
            "name",
            "subject",
            "files",
            "now",
            "params",
            "lost",
            "base",
            "expect",
            "reason",
            "disposition",
            "at",
            "says");
    private static final Set<String> EDIT_KEYS = Set.of("text", "replace", "by", "append");
    private static final Set<String> DISPOSITIONS = Set.of("NONE", "WAIVED", "BASELINED", "NOT_YET_EFFECTIVE");

    private final String path;
    private final List<String> problems = new ArrayList<>();

    CaseFileReader(String path) {
        this.path = path;
    }

    CaseFile read(String text) {
        YamlMap file = new YamlMap(path, parsed(text), FILE_KEYS, problems);
        String tree = file.required("tree");
        String section = file.required("section");
        if (section != null && !section.matches("[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+")) {
            file.problem(file.node(), "`section` is `" + section + "`\n  Maybe write it as pack/checklist#section");
            section = null;
        }
        String subject = file.optional("subject");
        String nowText = file.required("now");
        Instant now = nowText == null ? null : instant(file, file.node(), nowText);
        List<ItemCase> cases = new ArrayList<>();
        Node list = file.entries().get("cases");
        if (!(list instanceof SequenceNode sequence)) file.problem(file.node(), "`cases` is missing or no list");
        else {
            if (sequence.getValue().isEmpty()) file.problem(list, "there is no case");
            for (Node element : sequence.getValue()) {
                ItemCase read = itemCase(element, section, subject, now);
                if (read != null) cases.add(read);
            }
        }
        Set<String> names = new TreeSet<>();
        for (ItemCase c : cases)
            if (!names.add(c.toString())) problems.add(c.place() + ": two cases are called `" + c + "`");
        if (!problems.isEmpty() || tree == null || section == null || now == null) throw new CaseException(problems);
        return new CaseFile(path, tree, section, now, cases);
    }

    private Node parsed(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // reported by YamlMap, with all other problems
        try {
            Composer composer = new Composer(
                    new ParserImpl(new StreamReader(new StringReader(text)), options), new Resolver(), options);
            Node node = composer.getSingleNode();
            if (node == null) throw new CaseException(List.of(path + ":1: the file is empty"));
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new CaseException(List.of(path + ":" + line + ": no YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            throw new CaseException(List.of(path + ":1: no YAML: " + e.getMessage()));
        }
    }

    private @Nullable ItemCase itemCase(
            Node node, @Nullable String section, @Nullable String subject, @Nullable Instant now) {
        int before = problems.size();
        YamlMap map = new YamlMap(path, node, CASE_KEYS, problems);
        String item = map.required("item");
        String name = map.required("name");
        String judged = map.has("subject") ? map.optional("subject") : subject;
        if (judged == null) map.problem(node, "the case has no `subject`, and neither has the file");
        String nowText = map.optional("now");
        Instant moment = nowText == null ? now : instant(map, node, nowText);
        List<FileEdit> edits = edits(map, "files");
        Expectation expected = expectation(map);
        Map<String, List<String>> params = params(map);
        List<FileEdit> base = map.has("base") ? base(map) : null;
        if (item == null || name == null || judged == null || moment == null || expected == null || section == null)
            return null;
        if (problems.size() > before) return null;
        return new ItemCase(
                section.replace('/', '.').replace('#', '.') + "." + item,
                name,
                judged,
                edits,
                moment,
                params,
                map.texts("lost"),
                base,
                expected,
                path + ":" + YamlMap.line(node));
    }

    private static @Nullable Instant instant(YamlMap map, Node at, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            map.problem(at, "`now` is `" + text + "`\n  Maybe write it as 2026-10-01T12:00:00Z");
            return null;
        }
    }

    private @Nullable Expectation expectation(YamlMap map) {
        Outcome.Kind outcome = word(map, "expect", map.required("expect"), Outcome.Kind.values());
        Outcome.Reason reason = word(map, "reason", map.optional("reason"), Outcome.Reason.values());
        if (reason != null && outcome != Outcome.Kind.UNKNOWN)
            map.problem(map.node(), "`reason` goes with `expect: UNKNOWN`");
        String disposition = map.optional("disposition");
        if (disposition != null && !DISPOSITIONS.contains(disposition))
            map.problem(
                    map.node(),
                    "`disposition` is `" + disposition + "`\n  Maybe one of " + new TreeSet<>(DISPOSITIONS));
        if (outcome == null) return null;
        return new Expectation(outcome, reason, disposition, map.optional("at"), map.texts("says"));
    }

    private static <E extends Enum<E>> @Nullable E word(YamlMap map, String key, @Nullable String text, E[] constants) {
        if (text == null) return null;
        for (E constant : constants) if (constant.name().equals(text)) return constant;
        map.problem(map.node(), "`" + key + "` is `" + text + "`\n  Maybe one of " + Arrays.toString(constants));
        return null;
    }

    private Map<String, List<String>> params(YamlMap map) {
        Map<String, List<String>> params = new TreeMap<>();
        Node node = map.entries().get("params");
        if (node == null) return params;
        YamlMap values = new YamlMap(path, node, Set.of(), problems);
        values.entries().forEach((key, value) -> params.put(key, values.texts(value, key)));
        return params;
    }

    private List<FileEdit> base(YamlMap map) {
        Node node = map.entries().get("base");
        if (node instanceof MappingNode) return edits(map, "base");
        String word = map.optional("base");
        if (word != null && !word.equals("good"))
            map.problem(map.node(), "`base` is `" + word + "`\n  Maybe `good`, or a map of files");
        return List.of();
    }

    private List<FileEdit> edits(YamlMap map, String key) {
        List<FileEdit> edits = new ArrayList<>();
        Node node = map.entries().get(key);
        if (node == null) return edits;
        YamlMap files = new YamlMap(path, node, Set.of(), problems);
        files.entries().forEach((file, edit) -> {
            if (edit instanceof SequenceNode list) list.getValue().forEach(one -> edit(files, file, one, edits));
            else edit(files, file, edit, edits);
        });
        return edits;
    }

    private void edit(YamlMap files, String file, Node node, List<FileEdit> edits) {
        if (!(node instanceof MappingNode)) {
            String word = files.text(node, file);
            if (word == null) return;
            if (word.equals("delete")) edits.add(new FileEdit.Delete(file));
            else if (word.equals("unreadable")) edits.add(new FileEdit.Unreadable(file, "permission denied"));
            else files.problem(node, "`" + word + "` is no change of a file\n  Maybe `delete` or `unreadable`");
            return;
        }
        YamlMap edit = new YamlMap(path, node, EDIT_KEYS, problems);
        String text = edit.optional("text");
        String replace = edit.optional("replace");
        String append = edit.optional("append");
        String by = edit.optional("by");
        if (text != null && edit.entries().size() == 1) edits.add(new FileEdit.Write(file, text));
        else if (append != null && edit.entries().size() == 1) edits.add(new FileEdit.Append(file, append));
        else if (replace != null && by != null && edit.entries().size() == 2)
            edits.add(new FileEdit.Replace(file, replace, by));
        else files.problem(node, "one change is wanted: `text`, `append`, or `replace` with `by`");
    }
}

package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One exported file while it is read: its text, its entry in the manifest, and where its facts go. Used by one thread.
 */
final class Exported implements Target {
    private static final int MAX_TEXT = 300;
    private static final int MAX_ABOUT = 50;

    /**
     * Ids of commits, digests of images and versions made of them: hexadecimal, behind the name of the algorithm or a
     * version ({@code v1.4.0-4be1c7a…}).
     */
    private static final Pattern IDENTITY =
            Pattern.compile("(?:sha(?:1|256|512)[:-]|git-|v?\\d{1,6}(?:\\.\\d{1,6}){0,3}[-+.])?[0-9a-f]{7,128}");

    private final String folder;
    private final ExportEntry entry;
    private final String text;
    private final String digest;
    private final LocatedTree tree;
    private final Limits limits;
    private final ServiceNames services;
    private final Consumer<Fact> facts;
    private final Map<String, Integer> keys = new HashMap<>();
    private final List<Coverage.Gap> gaps = new ArrayList<>();
    private final Set<String> about = new TreeSet<>();

    Exported(
            String folder,
            ExportEntry entry,
            String text,
            String digest,
            LocatedTree tree,
            Limits limits,
            ServiceNames services,
            Consumer<Fact> facts) {
        this.folder = folder;
        this.entry = entry;
        this.text = text;
        this.digest = digest;
        this.tree = tree;
        this.limits = limits;
        this.services = services;
        this.facts = facts;
    }

    ExportEntry entry() {
        return entry;
    }

    /** The content of the file. */
    String text() {
        return text;
    }

    /** SHA-256 of the file's bytes in lower-case hexadecimal. */
    String digest() {
        return digest;
    }

    /** The documents of a YAML file, the one of a JSON file. */
    List<JsonValue> documents() {
        List<JsonValue> documents = new ArrayList<>();
        int index = 0;
        for (LocatedNode root : tree.documents())
            documents.add(new JsonValue(root, tree.documents().size() == 1 ? "" : "/" + index++));
        return documents;
    }

    /** The document; null, and a gap, when the file holds none. */
    @Nullable
    JsonValue root() {
        LocatedNode root = tree.root();
        if (root != null) return new JsonValue(root, "");
        gap("", "the file holds no document");
        return null;
    }

    /**
     * The elements of the list that the document is, or of its first field of these names that is a list. A gap when
     * there is none: the file is something else than its kind says.
     */
    List<JsonValue> elements(String... fields) {
        JsonValue root = root();
        if (root == null) return List.of();
        if (root.node().isList()) return root.items();
        for (String field : fields) {
            JsonValue list = root.get(field);
            if (list != null && list.node().isList()) return list.items();
        }
        gap("", fields.length == 0 ? "it is no list" : "there is no list " + String.join(" or ", fields) + " in it");
        return List.of();
    }

    /** The document that a text value holds as JSON; null, and a gap, when it holds none. */
    @Nullable
    JsonValue inner(JsonValue value) {
        String json = value.text();
        LocatedTree inner = json == null ? null : LocatedTree.json(json, limits);
        LocatedNode root = inner == null || !inner.complete() ? null : inner.root();
        if (root == null) gap(value.pointer(), "it holds no JSON");
        return root == null ? null : new JsonValue(root, value.pointer());
    }

    /** The same for a text that holds YAML. */
    @Nullable
    JsonValue innerYaml(JsonValue value) {
        String yaml = value.text();
        LocatedTree inner = yaml == null ? null : LocatedTree.yaml(yaml, limits);
        LocatedNode root = inner == null || inner.fatal() != null ? null : inner.root();
        if (root == null) gap(value.pointer(), "it holds no YAML");
        return root == null ? null : new JsonValue(root, value.pointer());
    }

    /** A text that must be there; null, and a gap, when it is not. */
    @Nullable
    String required(JsonValue of, String field) {
        String value = of.text(field);
        if (value == null || value.isBlank()) gap(of.pointer(), "it has no " + field);
        return value == null || value.isBlank() ? null : shown(value);
    }

    /** A moment that must be there; null, and a gap, when it is not. */
    @Nullable
    Instant requiredInstant(JsonValue of, String field) {
        Instant value = of.instant(field);
        if (value == null) gap(of.pointer(), "its " + field + " is no moment with a zone");
        return value;
    }

    /** Something that was not understood; what the file would have said of it is not known. */
    void gap(String pointer, String reason) {
        gaps.add(new Coverage.Gap(
                folder + "/" + entry.path(), 0, pointer.isEmpty() ? reason : shown(pointer) + ": " + reason));
    }

    @Override
    public void gap(JsonValue at, String reason) {
        gap(at.pointer(), reason);
    }

    List<Coverage.Gap> gaps() {
        return gaps;
    }

    /** The file names what it speaks of; see {@link ExportKind.Limit}. */
    void speaksOf(String value) {
        if (about.size() < MAX_ABOUT || about.contains(value)) about.add(value);
        else gap("", "it speaks of more than " + MAX_ABOUT + " tools");
    }

    /** What the file said that it speaks of, sorted. */
    Set<String> about() {
        return about;
    }

    @Override
    public void fact(Fact fact) {
        facts.accept(fact);
    }

    /** Where a value stands. */
    @Override
    public Provenance.Export at(JsonValue value) {
        return at(value.pointer());
    }

    /** Where something stands: a JSON pointer, or {@code #L} and a line in files of other formats. */
    Provenance.Export at(String pointer) {
        return new Provenance.Export(folder, entry.path(), digest, pointer, entry.command(), entry.at());
    }

    /** When the state was observed. */
    @Override
    public Instant observedAt() {
        return entry.at();
    }

    /** The directory of the service of a name; empty when there is none. */
    @Override
    public String owner(@Nullable String service) {
        return services.owner(service);
    }

    /** The directory of the service a path of the repository belongs to, else of the service of a name. */
    String ownerOf(@Nullable String path, @Nullable String service) {
        String owner = path == null ? "" : services.ownerOf(path);
        return owner.isEmpty() ? owner(service) : owner;
    }

    /** The service something belongs to: the one it names, else the one the whole export is of. */
    @Override
    public @Nullable String service(@Nullable String named) {
        return named != null ? shown(named) : entry.service();
    }

    /** The stage something belongs to: the one it names, else the one the whole export is of. */
    @Override
    public @Nullable String stage(@Nullable String named) {
        String stage = Stages.normal(named);
        return stage != null ? shown(stage) : entry.stage();
    }

    /** The longest name of a service that a name begins with; null when there is none. */
    @Nullable
    String leading(String name) {
        return services.leading(name);
    }

    /** {@code base} the first time, then {@code base#2} and so on. */
    @Override
    public String key(String base) {
        int times = keys.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + "#" + times;
    }

    /** A text from the export as it may stand in a fact: on one line, short, without what looks like a credential. */
    static String shown(String text) {
        return Secrets.shown(text, MAX_TEXT);
    }

    /**
     * The id of a commit or a digest as it may stand in a fact: {@link #shown} takes what is as long as a key for one.
     */
    static @Nullable String identity(@Nullable String text) {
        return text == null ? null : revision(text);
    }

    /** The same for a text that is there. */
    static String revision(String text) {
        return IDENTITY.matcher(text).matches() ? text : shown(text);
    }

    static @Nullable String shownOrNull(@Nullable String text) {
        return text == null ? null : shown(text);
    }
}

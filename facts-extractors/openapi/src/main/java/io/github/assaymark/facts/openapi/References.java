package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows {@code $ref} inside of the repository. Nothing is ever fetched. Used by one thread. */
final class References {
    private static final int MAX_CHAIN = 32;
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** What came of following a reference. */
    sealed interface Followed {
        /** Why it could not be followed, in words for a reader; empty when it could. */
        String reason();

        /** The value it leads to, or the value itself when it is no reference. */
        record To(Located target) implements Followed {
            @Override
            public String reason() {
                return "";
            }
        }

        /** Its target does not exist. */
        record Dangling(String reason) implements Followed {}

        /** It leads out of the repository. */
        record Remote() implements Followed {
            @Override
            public String reason() {
                return "it leads out of the repository";
            }
        }

        /** Its target may exist but cannot be read. */
        record Unread(String reason) implements Followed {}
    }

    private final SpecFiles files;
    private final Map<String, Map<String, Followed>> known = new HashMap<>();
    private final Map<String, Map<String, LocatedNode>> anchors = new HashMap<>();

    References(SpecFiles files) {
        this.files = files;
    }

    /** The text of a reference; null when the value is none. */
    static @Nullable String reference(LocatedNode node) {
        LocatedNode reference = node.isMap() ? node.get("$ref") : null;
        return reference == null || !reference.isScalar() ? null : reference.text();
    }

    /** Follows a value to the end of its references. */
    Followed follow(Located from) {
        Located at = from;
        for (int step = 0; step < MAX_CHAIN; step++) {
            String reference = reference(at.node());
            if (reference == null) return new Followed.To(at);
            Followed next = target(at.file(), reference);
            if (!(next instanceof Followed.To to)) return next;
            at = to.target();
        }
        return new Followed.Dangling("references lead to each other without an end");
    }

    /** What one reference in a file leads to. */
    Followed target(StructuredFile file, String reference) {
        return known.computeIfAbsent(file.path(), f -> new HashMap<>()).computeIfAbsent(reference, r -> look(file, r));
    }

    private Followed look(StructuredFile file, String reference) {
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        StructuredFile in = file;
        if (!path.isEmpty()) {
            if (path.startsWith("/")
                    || path.startsWith("\\")
                    || SCHEME.matcher(path).matches()) {
                return new Followed.Remote();
            }
            String resolved = Paths.resolve(Paths.directory(file.path()), decoded(path));
            if (resolved == null) return new Followed.Remote();
            if (!files.exists(resolved)) return new Followed.Dangling("there is no file " + resolved);
            SpecFiles.Opened opened = files.open(resolved);
            if (opened.file() == null) return new Followed.Unread(resolved + ": " + opened.reason());
            in = opened.file();
        }
        LocatedNode root = in.tree().root();
        if (root == null) return new Followed.Dangling(in.path() + " is empty");
        return fragment.isEmpty() ? to(in, root, null) : inside(in, root, decoded(fragment));
    }

    private Followed inside(StructuredFile file, LocatedNode root, String fragment) {
        if (!fragment.startsWith("/")) {
            LocatedNode anchored = anchors(file, root).get(fragment);
            return anchored == null
                    ? new Followed.Dangling("there is no anchor `" + fragment + "` in " + file.path())
                    : to(file, anchored, null);
        }
        LocatedNode at = root;
        LocatedEntry last = null;
        for (String step : fragment.substring(1).split("/", -1)) {
            String key = step.replace("~1", "/").replace("~0", "~");
            last = at.entry(key);
            LocatedNode next = at.find(List.of(key));
            if (next == null) return new Followed.Dangling("there is no `" + key + "` on its way in " + file.path());
            at = next;
        }
        return to(file, at, last);
    }

    private static Followed to(StructuredFile file, LocatedNode node, @Nullable LocatedEntry entry) {
        return new Followed.To(new Located(file, node, entry == null ? node.span() : entry.keySpan()));
    }

    private Map<String, LocatedNode> anchors(StructuredFile file, LocatedNode root) {
        return anchors.computeIfAbsent(file.path(), f -> {
            Map<String, LocatedNode> found = new HashMap<>();
            List<LocatedNode> open = new ArrayList<>(List.of(root));
            while (!open.isEmpty()) {
                LocatedNode node = open.remove(open.size() - 1);
                if (node.alias() != null) continue;
                for (String key : List.of("$anchor", "$dynamicAnchor")) {
                    LocatedNode anchor = node.get(key);
                    if (anchor != null && anchor.isScalar()) found.putIfAbsent(anchor.text(), node);
                }
                node.written().forEach(entry -> open.add(entry.value()));
                open.addAll(node.items());
            }
            return found;
        });
    }

    /** Percent-encoding taken off; what is not well encoded stays as it is. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) return text;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

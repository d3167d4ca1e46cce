package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where links of documents lead. Used by one thread. */
final class LinkTargets {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final List<String> PAGES =
            List.of(".md", ".mdx", "/README.md", "/index.md", "/index.mdx", "/README.mdx");

    private final ScanContext context;
    private final RepositorySource source;
    private final Limits limits;
    private final Map<String, Set<String>> anchors;
    private final Set<String> unread;
    private final List<Coverage.Gap> hidden;
    private @Nullable Map<String, String> sitePaths;

    /**
     * Where one link leads.
     *
     * @param resolves null for external links, and when it cannot be told
     * @param unknown why it cannot be told; null when it can
     */
    record Resolved(
            String target,
            @Nullable String anchor,
            boolean external,
            @Nullable Boolean resolves,
            @Nullable String path,
            @Nullable String unknown) {}

    /**
     * {@code anchors} of documents that were read, {@code unread} are those that could not be; others are read anew.
     */
    LinkTargets(ScanContext context, Limits limits, Map<String, Set<String>> anchors, Set<String> unread) {
        this.context = context;
        this.source = context.source();
        this.limits = limits;
        this.anchors = anchors;
        this.unread = unread;
        this.hidden = source.gaps();
    }

    private Map<String, String> sitePaths() {
        Map<String, String> known = sitePaths;
        if (known == null) {
            Map<String, String> paths = new HashMap<>();
            for (SourceFile file : context.whole().files())
                if (MarkdownExtractor.isDocument(file)) sitePath(file.path(), paths);
            sitePaths = paths;
            known = paths;
        }
        return known;
    }

    /** Documentation sites serve a page below a root of their own. */
    private static void sitePath(String path, Map<String, String> sitePaths) {
        String page = path.substring(0, path.lastIndexOf('.'));
        String name = Paths.name(page).toLowerCase(Locale.ROOT);
        if (name.equals("index") || name.equals("readme")) page = Paths.directory(page);
        while (!page.isEmpty()) {
            sitePaths.putIfAbsent(page, path);
            int slash = page.indexOf('/');
            if (slash < 0) return;
            page = page.substring(slash + 1);
        }
    }

    Resolved resolve(String from, String destination) {
        int hash = destination.indexOf('#');
        String target = hash < 0 ? destination : destination.substring(0, hash);
        String anchor = hash < 0 || hash + 1 == destination.length() ? null : decoded(destination.substring(hash + 1));
        if (SCHEME.matcher(destination).matches() || destination.startsWith("//"))
            return new Resolved(target, anchor, true, null, null, null);
        String plain = decoded(target.indexOf('?') < 0 ? target : target.substring(0, target.indexOf('?')));
        if (plain.isEmpty()) return inside(target, anchor, from);
        String path = Paths.resolve(Paths.directory(from), plain);
        if (path == null) return new Resolved(target, anchor, true, null, null, null);
        String found = find(path, plain.startsWith("/"));
        if (found != null) return inside(target, anchor, found);
        for (Coverage.Gap gap : hidden) {
            if (!gap.path().isEmpty() && (path.equals(gap.path()) || path.startsWith(gap.path() + "/")))
                return new Resolved(target, anchor, false, null, path, "its target could not be listed");
        }
        return new Resolved(target, anchor, false, false, path, null);
    }

    private @Nullable String find(String path, boolean fromRoot) {
        if (isFile(path) || isDirectory(path)) return path;
        for (String page : PAGES) {
            if (isFile(path + page)) return path + page;
        }
        return fromRoot ? sitePaths().get(path) : null;
    }

    private Resolved inside(String target, @Nullable String anchor, String path) {
        if (anchor == null) return new Resolved(target, null, false, true, path, null);
        String document = isDirectory(path) && !isFile(path) ? path + "/README.md" : path;
        Set<String> known = anchors(document);
        if (known != null) {
            String wanted = anchor.toLowerCase(Locale.ROOT);
            boolean exists = known.contains(wanted) || wanted.equals("top");
            return new Resolved(target, anchor, false, exists, path, null);
        }
        if (unread.contains(document))
            return new Resolved(target, anchor, false, null, path, "the document it leads to could not be read");
        // Anchors of other files, such as #L10, are made by whatever shows them.
        return new Resolved(target, anchor, false, true, path, null);
    }

    private boolean isFile(String path) {
        return source.file(path) != null;
    }

    private boolean isDirectory(String path) {
        return path.isEmpty() || source.holds(path);
    }

    private @Nullable Set<String> anchors(String path) {
        Set<String> known = anchors.get(path);
        if (known != null || unread.contains(path)) return known;
        SourceFile file = source.file(path);
        if (file == null || !MarkdownExtractor.isDocument(file)) return null;
        Set<String> found = FileWork.over(
                        List.of(file),
                        limits,
                        f -> MarkdownReader.read(path, f.text(limits), limits).anchors())
                .get(0)
                .value();
        if (found == null) unread.add(path);
        else anchors.put(path, found);
        return found;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) return text;
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

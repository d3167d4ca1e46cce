package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Span;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.ApiSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one description. Used by one thread. */
final class SpecReader {
    /** Schemas looked at for one description, over all of its operations. */
    private static final int MAX_VISITS = 400_000;

    /** Swagger Parser names the place of a complaint like {@code paths.'/v1/x'(get).responses}. */
    private static final Pattern PLACE = Pattern.compile("paths\\.'([^']{1,300})'(?:\\((\\w{1,10})\\))?");

    private final ScanContext context;
    private final StructuredFile file;
    private final Located root;
    private final String owner;
    private final References references;
    private final SpecGaps gaps;
    private int visits;

    SpecReader(ScanContext context, StructuredFile file, LocatedNode root, References references, SpecGaps gaps) {
        this.context = context;
        this.file = file;
        this.root = new Located(file, root, root.span());
        this.owner = context.ownerOf(file.path());
        this.references = references;
        this.gaps = gaps;
    }

    String path() {
        return file.path();
    }

    String owner() {
        return owner;
    }

    @Nullable
    String sha() {
        return context.sha();
    }

    boolean mayVisit() {
        return ++visits <= MAX_VISITS;
    }

    /** @param taken how often each operation of an owner was met before, to keep keys apart */
    void read(String version, Map<String, Integer> taken, @Nullable Set<String> baseScopes, Consumer<Fact> facts) {
        ModelCheck.Running running = ModelCheck.start(root.node());
        List<Operation> operations = Operation.of(root, references, item -> unfollowed(item, false, 0));
        Set<String> seen = new HashSet<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Operation operation : operations) {
            if (!seen.add(operation.name())) continue;
            String key = key(operation, taken);
            lines.put(operation.name(), operation.at().place().startLine());
            new OperationFacts(this, operation, key, facts).emit(newScopes(operation, baseScopes));
        }
        ModelCheck model = running.await(context.limits());
        for (Operation operation : operations) {
            if (operation.direct() && !model.operations().contains(operation.name())) {
                gap(operation.at(), "Swagger Parser does not find " + operation.name());
            }
        }
        for (String message : model.messages()) gaps.facts(path(), line(message, lines), message);
        LocatedEntry openapi = root.node().entry("openapi");
        Span place = openapi == null ? root.place() : openapi.keySpan();
        Located info = root.get("info");
        facts.accept(new ApiSpec(
                path(),
                owner,
                file.place(place),
                path(),
                version,
                info == null ? null : info.text("version"),
                info == null ? null : info.text("title"),
                seen.size(),
                model.messages().size()));
    }

    private String key(Operation operation, Map<String, Integer> taken) {
        int before = taken.merge(owner + "#" + operation.name(), 1, Integer::sum);
        return before == 1 ? operation.name() : operation.name() + " [" + path() + "]";
    }

    private static @Nullable List<String> newScopes(Operation operation, @Nullable Set<String> baseScopes) {
        if (baseScopes == null) return null;
        return operation.scopes().stream().filter(s -> !baseScopes.contains(s)).toList();
    }

    private int line(String message, Map<String, Integer> lines) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) return 1;
        String method = place.group(2);
        Integer line = method == null ? null : lines.get(method.toUpperCase(Locale.ROOT) + " " + place.group(1));
        if (line != null) return line;
        LocatedNode paths = root.node().get("paths");
        LocatedEntry item = paths == null ? null : paths.entry(place.group(1));
        return item == null ? 1 : item.keySpan().startLine();
    }

    /** The value at the end of references; null, and a gap, when they cannot be followed. */
    @Nullable
    Located follow(Located written) {
        if (references.follow(written) instanceof References.Followed.To to) return to.target();
        unfollowed(written, false, 0);
        return null;
    }

    /** The same for a schema deep in a body, which only matters to properties. */
    @Nullable
    Located followProperty(Located written, int operationLine) {
        if (references.follow(written) instanceof References.Followed.To to) return to.target();
        unfollowed(written, true, operationLine);
        return null;
    }

    private void unfollowed(Located written, boolean property, int operationLine) {
        String reference = References.reference(written.node());
        String why = references.follow(written).reason();
        String reason = "reference `" + reference + "` cannot be followed: " + why;
        boolean here = written.file().path().equals(path());
        int line = written.node().span().startLine();
        String told = SpecGaps.reason(path(), written.file(), line, reason);
        if (property) gaps.properties(path(), here ? line : operationLine, told);
        else gaps.facts(path(), here ? line : 1, told);
    }

    private void gap(Located at, String reason) {
        int line = at.place().startLine();
        gaps.facts(
                path(), at.file().path().equals(path()) ? line : 1, SpecGaps.reason(path(), at.file(), line, reason));
    }

    void promiseGap(Located at, String reason) {
        int line = at.place().startLine();
        gaps.promises(
                path(), at.file().path().equals(path()) ? line : 1, SpecGaps.reason(path(), at.file(), line, reason));
    }

    void propertyGap(int line, String reason) {
        gaps.properties(path(), line, reason);
    }
}

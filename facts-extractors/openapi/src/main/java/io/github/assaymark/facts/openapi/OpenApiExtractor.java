package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.ApiExample;
import io.github.assaymark.model.fact.ApiExtension;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.ApiProperty;
import io.github.assaymark.model.fact.ApiResponse;
import io.github.assaymark.model.fact.ApiSpec;
import io.github.assaymark.model.fact.CostBudget;
import io.github.assaymark.model.fact.DanglingReference;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.RemoteReference;
import io.github.assaymark.model.fact.SloDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenAPI 3.0 and 3.1 descriptions, in YAML and JSON, also when they are spread over several files of the
 * repository. Nothing is fetched.
 *
 * <p>A description that is not well-formed, or of another version, gives no facts but a gap. One that Swagger Parser
 * complains about gives its facts and a gap for each complaint.
 *
 * <p>{@link PromiseFacts} says what is read of extensions about service levels and costs.
 */
public final class OpenApiExtractor implements FactExtractor {
    @Override
    public String id() {
        return "openapi";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(
                ApiSpec.class,
                ApiOperation.class,
                ApiExtension.class,
                ApiResponse.class,
                ApiExample.class,
                ApiProperty.class,
                SloDef.class,
                CostBudget.class,
                DanglingReference.class,
                RemoteReference.class,
                DuplicateKey.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        SpecGaps gaps = new SpecGaps(context, id());
        ReferenceFacts referenceFacts = new ReferenceFacts(facts);
        Map<String, Integer> taken = new HashMap<>();
        new SpecDiscovery(context).find().forEach((path, certain) -> {
            // each description has its own budget of files, and its tree is let go after it
            SpecFiles files = new SpecFiles(context.source(), context.limits());
            SpecFiles.Opened opened = files.open(path);
            StructuredFile file = opened.file();
            if (file == null) {
                gaps.matched(path);
                gaps.all(path, opened.line(), String.valueOf(opened.reason()));
                return;
            }
            LocatedNode root = file.tree().root();
            boolean speaks = root != null && (root.get("openapi") != null || root.get("swagger") != null);
            if (!speaks && !certain) return;
            gaps.matched(path);
            if (root == null || !root.isMap()) {
                gaps.all(path, 0, "it holds no OpenAPI description");
                return;
            }
            SpecVersion version = SpecVersion.of(root);
            String text = version.text();
            if (version.gap() != null || text == null) {
                gaps.all(path, version.line(), String.valueOf(version.gap()));
                return;
            }
            String owner = context.ownerOf(path);
            References references = new References(files);
            referenceFacts.of(
                    references,
                    file,
                    owner,
                    (in, line, reason) -> gaps.references(
                            path, in.path().equals(path) ? line : 1, SpecGaps.reason(path, in, line, reason)));
            Set<String> base = baseScopes(context, path, gaps);
            new SpecReader(context, file, root, references, gaps).read(text, taken, base, facts);
        });
        gaps.close(facts);
    }

    /** The scopes the description names at the base revision; null when there is none, or when it cannot be read. */
    private static @Nullable Set<String> baseScopes(ScanContext context, String path, SpecGaps gaps) {
        RepositorySource base = context.base();
        if (base == null) return null;
        Set<String> scopes = new HashSet<>();
        SpecFiles files = new SpecFiles(base, context.limits());
        if (!files.exists(path)) return scopes;
        StructuredFile file = files.open(path).file();
        LocatedNode root = file == null ? null : file.tree().root();
        boolean[] whole = {file != null && root != null && SpecVersion.of(root).gap() == null};
        if (file != null && root != null && whole[0]) {
            Located located = new Located(file, root, root.span());
            for (Operation operation : Operation.of(located, new References(files), item -> whole[0] = false)) {
                scopes.addAll(operation.scopes());
            }
        }
        if (whole[0]) return scopes;
        gaps.facts(path, 1, "its base revision cannot be read, so new scopes are not known");
        return null;
    }
}

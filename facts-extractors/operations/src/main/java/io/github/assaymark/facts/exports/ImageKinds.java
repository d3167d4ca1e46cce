package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.ArtifactKind;
import io.github.assaymark.model.fact.ArtifactPublication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a registry says of images (Open Container Initiative: image and distribution specifications). A digest tells
 * which image it is, the label {@code org.opencontainers.image.revision} of its configuration which commit it was made
 * from: a tag is a name that may move, and never evidence of either.
 */
final class ImageKinds {
    private static final String REVISION = "org.opencontainers.image.revision";
    private static final Set<String> LISTS = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    private ImageKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "oci.image",
                        "an image of a registry, what `skopeo inspect` says of it, or a list of several; the scope may name the"
                                + " `tag`",
                        "skopeo inspect --no-tags docker://REGISTRY/IMAGE:TAG",
                        ImageKinds::inspected,
                        "Name, Tag, Digest",
                        "Labels: org.opencontainers.image.revision"),
                kind(
                        "oci.manifest",
                        "the manifest of an image as a registry answers, byte by byte, or an object of `manifest`, `config` and"
                                + " `digest`; the scope names the `image` and the `tag`",
                        "skopeo inspect --raw docker://REGISTRY/IMAGE:TAG, with all media types of OCI and Docker accepted",
                        ImageKinds::manifest,
                        "schemaVersion, mediaType, config.digest",
                        "manifests[].digest, annotations: org.opencontainers.image.revision",
                        "config.config.Labels: org.opencontainers.image.revision"));
    }

    private static ExportKind kind(
            String id, String meaning, String command, ExportKind.Reading reading, String... kept) {
        return new ExportKind(
                id,
                meaning,
                command,
                ExportKind.Format.JSON,
                List.of(kept),
                List.of(ArtifactPublication.class),
                reading);
    }

    private static void inspected(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        for (JsonValue image : root.node().isList() ? root.items() : List.of(root)) {
            String name = file.required(image, "Name");
            String digest = digest(image.text("Digest"));
            if (digest == null) file.gap(image, "it has no Digest such as sha256:4be1...");
            if (name == null || digest == null) continue;
            JsonValue labels = image.get("Labels");
            tell(
                    file,
                    image,
                    name,
                    image.text("Tag", file.entry().scope().getOrDefault("tag", digest)),
                    digest,
                    labels == null ? null : labels.text(REVISION));
        }
    }

    private static void manifest(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        Map<String, String> scope = file.entry().scope();
        String image = scope.get("image");
        if (image == null) {
            file.gap("", "the scope of its entry names no image");
            return;
        }
        boolean wrapped = root.get("manifest") != null;
        JsonValue manifest = wrapped ? root.get("manifest") : root;
        // The digest of a manifest is that of its very bytes.
        String digest = wrapped ? digest(root.text("digest")) : "sha256:" + file.digest();
        if (manifest == null || digest == null) {
            file.gap("", "it has no digest such as sha256:4be1...");
            return;
        }
        if (root.get("errors") != null || manifest.integer("schemaVersion", 0) != 2) {
            file.gap(manifest, "it is no manifest of schemaVersion 2");
            return;
        }
        List<String> revisions = new ArrayList<>();
        JsonValue annotations = manifest.get("annotations");
        if (annotations != null && annotations.text(REVISION) != null) revisions.add(annotations.text(REVISION, ""));
        JsonValue config = wrapped ? root.get("config") : null;
        JsonValue labels = config == null ? null : config.at("config", "Labels");
        if (labels != null && labels.text(REVISION) != null) revisions.add(labels.text(REVISION, ""));
        boolean list = LISTS.contains(manifest.text("mediaType", "")) || manifest.get("manifests") != null;
        if (!list && manifest.at("config", "digest") == null) file.gap(manifest, "it has no config.digest");
        if (revisions.stream().distinct().count() > 1) {
            file.gap(manifest, "its annotations and its labels name different revisions");
            return;
        }
        tell(
                file,
                manifest,
                image,
                scope.getOrDefault("tag", digest),
                digest,
                revisions.isEmpty() ? null : revisions.get(0));
    }

    private static @Nullable String digest(@Nullable String text) {
        return text != null && text.matches("sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})") ? text : null;
    }

    /** The name begins with the registry when it has a dot, a port or is {@code localhost} (as Docker reads them). */
    private static void tell(
            Exported file, JsonValue at, String name, String tag, String digest, @Nullable String revision) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String shown = Exported.shown(registry ? name.substring(slash + 1) : name);
        String version = Exported.revision(tag);
        boolean sha = revision != null && revision.matches("[0-9a-f]{7,64}");
        file.fact(new ArtifactPublication(
                file.key(ArtifactKind.CONTAINER_IMAGE + "/" + shown + "/" + version),
                file.owner(file.service(null)),
                file.at(at),
                ArtifactKind.CONTAINER_IMAGE,
                shown,
                version,
                registry ? Exported.shown(first) : file.entry().scope().get("registry"),
                digest,
                true,
                // When it was made is no word on when it was pushed.
                null,
                sha ? revision : null,
                file.observedAt()));
    }
}

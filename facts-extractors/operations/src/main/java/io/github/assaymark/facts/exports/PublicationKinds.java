package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.ArtifactKind;
import io.github.assaymark.model.fact.ArtifactPublication;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What registries say of the packages that were published in them. */
final class PublicationKinds {
    private static final DateTimeFormatter UPDATED = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private PublicationKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "github.package-versions",
                        "versions of one package of GitHub Packages; the scope names the `package` and its `type`, such as"
                                + " npm, maven or container",
                        "gh api --paginate --slurp /orgs/ORG/packages/npm/PACKAGE/versions",
                        ExportKind.Format.JSON,
                        PublicationKinds::gitHub,
                        "[].name, created_at, metadata.package_type, metadata.container.tags"),
                kind(
                        "maven.metadata",
                        "versions of one artifact of a Maven repository, maven-metadata.xml",
                        "curl -f REPOSITORY/GROUP/ARTIFACT/maven-metadata.xml",
                        ExportKind.Format.TEXT,
                        PublicationKinds::maven,
                        "groupId, artifactId, versioning.versions.version, lastUpdated, release"),
                kind(
                        "npm.packument",
                        "versions of one package of an npm registry",
                        "npm view PACKAGE --json > FILE, or curl -f REGISTRY/PACKAGE",
                        ExportKind.Format.JSON,
                        PublicationKinds::npm,
                        "name, version, versions, time, gitHead, dist.integrity",
                        "versions.*.version, gitHead, dist.integrity"));
    }

    private static ExportKind kind(
            String id,
            String meaning,
            String command,
            ExportKind.Format format,
            ExportKind.Reading reading,
            String... kept) {
        return new ExportKind(id, meaning, command, format, List.of(kept), List.of(ArtifactPublication.class), reading);
    }

    private record Published(
            String place,
            ArtifactKind kind,
            String name,
            String version,
            @Nullable String digest,
            @Nullable Instant at,
            @Nullable String sha) {}

    private static void tell(Exported file, Published of) {
        String name = Exported.shown(of.name());
        String version = Exported.revision(of.version());
        file.fact(new ArtifactPublication(
                file.key(of.kind() + "/" + name + "/" + version),
                file.owner(file.service(null)),
                file.at(of.place()),
                of.kind(),
                name,
                version,
                file.entry().scope().get("registry"),
                of.digest(),
                true,
                of.at(),
                of.sha(),
                file.observedAt()));
    }

    /**
     * A packument (npm registry documentation, package metadata), or what {@code npm view} makes of it: a list of
     * versions as texts beside the fields of the newest one. The commit of a version is its own {@code gitHead}, never
     * that of another.
     */
    private static void npm(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        if (root.get("error") != null) {
            file.gap("", "the registry answered with an error");
            return;
        }
        String name = file.required(root, "name");
        JsonValue versions = root.get("versions");
        if (name == null) return;
        if (versions == null) {
            file.gap("", "there are no versions in it");
            return;
        }
        if (versions.node().isMap())
            for (String version : versions.keys()) {
                JsonValue of = versions.get(version);
                if (of != null) version(file, root, of.pointer(), name, version, of);
            }
        else
            for (JsonValue item : versions.items().isEmpty() ? List.of(versions) : versions.items()) {
                String version = item.text();
                JsonValue newest = version != null && version.equals(root.text("version")) ? root : null;
                if (version == null) file.gap(item.pointer(), "a version that is no text");
                else version(file, root, item.pointer(), name, version, newest);
            }
    }

    private static void version(
            Exported file, JsonValue root, String place, String name, String version, @Nullable JsonValue of) {
        JsonValue time = root.get("time");
        JsonValue dist = of == null ? null : of.get("dist");
        tell(
                file,
                new Published(
                        place,
                        ArtifactKind.NPM_PACKAGE,
                        name,
                        version,
                        dist == null ? null : integrity(dist.text("integrity")),
                        time == null ? null : time.instant(version),
                        of == null ? null : sha(of.text("gitHead"))));
    }

    private static @Nullable String integrity(@Nullable String text) {
        return text != null && text.matches("sha(256|384|512)-[A-Za-z0-9+/]{20,100}={0,2}") ? text : null;
    }

    private static @Nullable String sha(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{7,64}") ? text : null;
    }

    private static void gitHub(Exported file) {
        String name = file.entry().scope().get("package");
        if (name == null) {
            file.gap("", "the scope of its entry names no package");
            return;
        }
        for (JsonValue version : GitHubKinds.elements(file, null)) {
            String title = version.text("name");
            if (title == null) {
                file.gap(version.pointer(), "it has no name");
                continue;
            }
            JsonValue metadata = version.get("metadata");
            String type = metadata == null ? null : metadata.text("package_type");
            ArtifactKind kind = kind(type == null ? file.entry().scope().get("type") : type);
            Instant at = version.instant("created_at");
            JsonValue container = metadata == null ? null : metadata.get("container");
            if (container == null) tell(file, new Published(version.pointer(), kind, name, title, null, at, null));
            else {
                // The name of a version of an image is its digest; each tag is a name of the same image.
                List<String> tags = new ArrayList<>(container.texts("tags"));
                if (tags.isEmpty()) tags.add(title);
                String digest = title.matches("sha256:[0-9a-f]{64}") ? title : null;
                for (String tag : tags)
                    tell(
                            file,
                            new Published(
                                    version.pointer(), ArtifactKind.CONTAINER_IMAGE, name, tag, digest, at, null));
            }
        }
    }

    private static ArtifactKind kind(@Nullable String type) {
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "npm" -> ArtifactKind.NPM_PACKAGE;
            case "maven" -> ArtifactKind.MAVEN_ARTIFACT;
            case "container", "docker" -> ArtifactKind.CONTAINER_IMAGE;
            default -> ArtifactKind.OTHER;
        };
    }

    /**
     * {@code maven-metadata.xml} (Maven repository metadata model): {@code lastUpdated} is in UTC and speaks of the
     * repository, so that it is the moment of the one version only when there is one.
     */
    private static void maven(Exported file) {
        Map<String, String> fields = new TreeMap<>();
        List<String> versions = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        XmlReport.walk(file, new XmlReport.Visitor() {
            @Override
            public void begin(XmlReport.Element element, Deque<String> path) {
                if (element.name().equals("version") && "versions".equals(path.peek())) lines.add(element.line());
            }

            @Override
            public void text(String name, Deque<String> path, String text) {
                if (name.equals("version") && "versions".equals(path.peek())) versions.add(text.strip());
                else if (List.of("groupId", "artifactId", "lastUpdated").contains(name))
                    fields.putIfAbsent(name, text.strip());
            }
        });
        String group = fields.get("groupId");
        String artifact = fields.get("artifactId");
        if (group == null || artifact == null || versions.isEmpty() || versions.size() != lines.size()) {
            file.gap("", "there is no groupId, artifactId or version in it");
            return;
        }
        Instant updated = versions.size() == 1 ? updated(fields.get("lastUpdated")) : null;
        for (int i = 0; i < versions.size(); i++)
            tell(
                    file,
                    new Published(
                            "#L" + lines.get(i),
                            ArtifactKind.MAVEN_ARTIFACT,
                            group + ":" + artifact,
                            versions.get(i),
                            null,
                            updated,
                            null));
    }

    private static @Nullable Instant updated(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text, UPDATED).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

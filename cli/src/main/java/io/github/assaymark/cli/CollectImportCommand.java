package io.github.assaymark.cli;

import io.github.assaymark.facts.exports.ExportDescription;
import io.github.assaymark.facts.exports.ExportFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "import",
        description = {
            "Stamp an exported file into the manifest of its folder: what it is, when it was exported and with what.",
            "",
            "The moment is never guessed: the time of a file says when it was copied, not when it was exported."
        },
        footer = {
            "",
            "assay collect import --kind github.check-runs --at 2026-03-02T09:30:00Z --commit SHA state/checks.json"
        })
final class CollectImportCommand implements Callable<Integer> {
    private static final String MANIFEST = "manifest.json";

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The exported file; its folder holds the manifest")
    Path file = Path.of("");

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "What it is: see `assay collect --describe`")
    String kind = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            required = true,
            description = "When it was exported, 2026-03-02T09:30:00Z")
    String at = "";

    @Option(names = "--folder", paramLabel = "DIR", description = "Folder of the manifest (default: that of the file)")
    @Nullable
    Path folder;

    @Option(names = "--command", paramLabel = "TEXT", description = "What exported it (default: that of its kind)")
    @Nullable
    String command;

    @Option(names = "--commit", paramLabel = "SHA", description = "Commit it speaks of, for reports of tools")
    @Nullable
    String commit;

    @Option(names = "--from", paramLabel = "INSTANT", description = "First moment a history covers")
    @Nullable
    String from;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Moment a history covers up to")
    @Nullable
    String until;

    @Option(
            names = "--scope",
            paramLabel = "NAME=VALUE",
            description = "What it is limited to: service, stage, branch, repository … (repeatable)")
    Map<String, String> scope = new LinkedHashMap<>();

    @Option(names = "--partial", description = "Not everything was exported: what it does not hold may be there")
    boolean partial;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;

    CollectImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<ExportDescription> kinds = ExportFolder.kinds();
        ExportDescription of = kinds.stream()
                .filter(known -> known.id().equals(kind))
                .findFirst()
                .orElseThrow(() -> noKind(kind, kinds));
        Path exported = console.directory().resolve(file);
        if (!Files.isRegularFile(exported))
            throw new UsageException("no such file: " + file + "\n  Maybe there is a slip in the path");
        Path in = folder == null
                ? Objects.requireNonNull(exported.toAbsolutePath().getParent(), "a file lies in a directory")
                : console.directory().resolve(folder);
        Path path = in.toRealPath().relativize(exported.toRealPath());
        if (path.startsWith(".."))
            throw new UsageException(
                    "--folder: " + file + " does not lie in " + folder + "\n  Maybe copy it there first");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", path.toString().replace('\\', '/'));
        fields.put("kind", kind);
        fields.put("command", command == null ? of.command() : command);
        fields.put("finishedAt", moment("--at", at));
        if (from != null) fields.put("from", moment("--from", from));
        if (until != null) fields.put("until", moment("--until", until));
        fields.put("complete", !partial);
        fields.put("origin", "IMPORTED");
        if (commit != null) fields.put("commit", commit);
        if (!scope.isEmpty()) fields.put("scope", scope);
        fields.put("sha256", sha256(Files.readAllBytes(exported)));
        Path manifest = in.resolve(MANIFEST);
        String present = Files.exists(manifest) ? Files.readString(manifest) : null;
        String text;
        try {
            text = ExportFolder.withEntry(present, fields);
        } catch (IllegalArgumentException e) {
            throw new UsageException(manifest + " is not changed: " + e.getMessage()
                    + "\n  Maybe mend it, or move it away to begin anew");
        }
        Result.file("manifest", manifest, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        Path shown = folder == null ? file.resolveSibling(MANIFEST) : folder.resolve(MANIFEST);
        console.error("stamped " + file + " as " + kind + " in " + shown);
        return 0;
    }

    static UsageException noKind(String kind, List<ExportDescription> kinds) {
        return new UsageException("--kind: no kind of export: " + kind
                + Suggestion.line(
                        kind,
                        kinds.stream().map(ExportDescription::id).toList(),
                        "list them with `assay collect" + " --describe`"));
    }

    private static String moment(String option, String text) {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeException e) {
            throw new UsageException(option + ": no UTC instant: " + text + "\n  Maybe write 2026-03-02T09:30:00Z");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}

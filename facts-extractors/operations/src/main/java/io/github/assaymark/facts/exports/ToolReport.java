package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FindingLevel;
import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of one run of a tool while it is read. The scope of its entry may give the {@code exitCode} of the run and
 * the {@code root}, the directory that paths in the report are absolute to. Used by one thread.
 */
final class ToolReport {
    private final Exported file;
    private final String tool;
    private final @Nullable Integer exitCode;
    private int errors;
    private int warnings;

    ToolReport(Exported file, String tool) {
        this.file = file;
        this.tool = tool;
        String code = file.entry().scope().get("exitCode");
        boolean number = code != null && code.matches("-?\\d{1,6}");
        if (code != null && !number) file.gap("", "the exitCode of its scope is no whole number");
        this.exitCode = number ? Integer.valueOf(code) : null;
    }

    /**
     * Something that was found.
     *
     * @param place JSON pointer, or {@code #L} and a line
     * @param path as the report writes it; null when it has no place
     */
    void finding(
            String place,
            String rule,
            FindingLevel level,
            String message,
            @Nullable String path,
            int line,
            @Nullable String operation,
            boolean suppressed) {
        if (!suppressed && level == FindingLevel.ERROR) errors++;
        if (!suppressed && level == FindingLevel.WARNING) warnings++;
        String shownRule = Exported.shown(rule);
        String shownPath = path == null ? null : Exported.shown(relative(file, path));
        file.fact(new ToolFinding(
                file.key(tool + "/" + shownRule + "@" + (shownPath == null ? "" : shownPath)),
                file.ownerOf(shownPath, file.service(null)),
                file.at(place),
                tool,
                shownRule,
                level,
                Exported.shown(message),
                shownPath,
                line,
                Exported.shownOrNull(operation),
                suppressed,
                file.entry().commit(),
                file.observedAt()));
    }

    int errors() {
        return errors;
    }

    /** The exit code that the entry says; null when it says none. */
    @Nullable
    Integer exitCode() {
        return exitCode;
    }

    /**
     * The run itself, after all findings.
     *
     * @param failing whether the tool ends with a failure on what it found, where the entry does not say how it ended
     * @param artifact what it checked; null when not said
     */
    void run(boolean failing, @Nullable String artifact) {
        file.fact(new ToolRun(
                file.key(tool),
                file.owner(file.service(null)),
                file.at(""),
                tool,
                file.entry().command(),
                exitCode == null ? (failing ? 1 : 0) : exitCode,
                errors,
                warnings,
                false,
                Exported.shownOrNull(artifact),
                null,
                List.of(),
                -1,
                null,
                file.service(null),
                file.stage(null),
                file.entry().commit(),
                file.observedAt()));
    }

    /** A path below the {@code root} of the scope, relative to it; any other path as it is. */
    static String relative(Exported file, String path) {
        String root = file.entry().scope().get("root");
        String shown = path.startsWith("./") ? path.substring(2) : path;
        if (root == null || root.isEmpty()) return shown;
        String prefix = root.endsWith("/") ? root : root + "/";
        return shown.startsWith(prefix) ? shown.substring(prefix.length()) : shown;
    }
}

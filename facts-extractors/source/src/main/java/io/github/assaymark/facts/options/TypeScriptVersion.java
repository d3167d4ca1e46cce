package io.github.assaymark.facts.options;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The compiler that a directory is compiled with, by the nearest {@code package.json} that names it. */
final class TypeScriptVersion {
    /** One version, or those that begin with the same number. */
    private static final Pattern RANGE =
            Pattern.compile("[\\^~=]?v?(\\d{1,4})(\\.(\\d{1,9}|x|\\*)){0,2}(-[\\w.]{1,40})?");

    /** From this one on {@code strict} is on unless it is turned off. */
    private static final int STRICT_BY_DEFAULT = 6;

    private TypeScriptVersion() {}

    /** Whether {@code strict} is on when nobody writes it; null when the version is not known. */
    static @Nullable Boolean strictByDefault(TsConfigFiles files, String path) {
        for (String directory = Paths.directory(path); ; directory = Paths.directory(directory)) {
            LocatedNode manifest =
                    files.read(TsConfigFiles.join(directory, "package.json")).root();
            for (String group : List.of("devDependencies", "dependencies")) {
                LocatedNode all = manifest == null ? null : manifest.get(group);
                LocatedNode version = all == null ? null : all.get("typescript");
                if (version == null) continue;
                Matcher range = RANGE.matcher(version.text().strip());
                if (!range.matches()) return null;
                return Integer.parseInt(range.group(1)) >= STRICT_BY_DEFAULT;
            }
            if (directory.isEmpty()) return null;
        }
    }
}

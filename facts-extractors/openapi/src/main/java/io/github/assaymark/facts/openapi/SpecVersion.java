package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version a description says it has.
 *
 * @param text null when there is none
 * @param gap why it cannot be read, in words for a reader; null when it can
 */
record SpecVersion(@Nullable String text, @Nullable String gap, int line) {
    private static final Pattern SUPPORTED = Pattern.compile("3\\.[01](\\..*)?");

    static SpecVersion of(LocatedNode root) {
        LocatedNode version = root.get("openapi");
        LocatedNode swagger = root.get("swagger");
        if (version == null && swagger != null) {
            return new SpecVersion(
                    swagger.text(),
                    "Swagger " + swagger.text() + " is not supported",
                    swagger.span().startLine());
        }
        if (version == null || !version.isScalar()) {
            return new SpecVersion(null, "it does not say which version of OpenAPI it is written in", 1);
        }
        int line = version.span().startLine();
        boolean supported = SUPPORTED.matcher(version.text()).matches();
        return new SpecVersion(
                version.text(), supported ? null : "OpenAPI " + version.text() + " is not supported", line);
    }
}

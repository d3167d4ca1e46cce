package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a security filter chain of Spring says about paths.
 *
 * @param method that builds it
 * @param matchers paths it is for; null when it is for all
 * @param open whether the paths it is for are not written out
 * @param ignoring whether it takes paths out of security altogether
 */
record SecurityChain(
        String method,
        List<JavaAnnotation> annotations,
        @Nullable List<JavaValue> matchers,
        boolean open,
        boolean ignoring,
        List<Rule> rules,
        JavaSpan span) {

    /**
     * What one matcher asks for.
     *
     * @param any whether it is for all paths that are left
     * @param method HTTP method as written; null for all
     * @param paths patterns
     * @param open whether its patterns are no texts
     * @param action for example {@code hasRole}; empty when it could not be told
     * @param conditional whether it is only registered under a condition
     * @param elsewhere whether it stands for rules that another method makes
     */
    record Rule(
            boolean any,
            @Nullable String method,
            List<JavaValue> paths,
            boolean open,
            String action,
            List<JavaValue> arguments,
            boolean conditional,
            boolean elsewhere,
            JavaSpan span) {}
}

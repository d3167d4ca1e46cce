package io.github.assaymark.facts.options;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ConfigOption;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the levels of rules in flat configurations of ESLint, {@code eslint.config.js} and alike. The option is the
 * name of the rule; of an object with {@code files} it is {@code RULE in GLOB, GLOB}. What shared configurations say of
 * rules is not followed: an object of rules that such a one follows is not known, for it may turn them off. Those of
 * {@code eslint-config-prettier} touch only how code looks, and are taken for harmless (ESLint manual, Configuration
 * Files; README of eslint-config-prettier).
 */
public final class EslintOptionsExtractor extends SourceExtractor {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?eslint\\.config\\.[cm]?[jt]s");
    private static final Pattern LEGACY = Pattern.compile("(?:.*/)?\\.eslintrc\\.[cm]?js");
    private static final Map<String, String> LEVELS =
            Map.of("0", "off", "1", "warn", "2", "error", "off", "off", "warn", "warn", "error", "error");

    /** Found through {@link java.util.ServiceLoader}. */
    public EslintOptionsExtractor() {
        super("eslint-options", 1, List.of(ConfigOption.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        TreeSet<String> paths = new TreeSet<>(program.paths(FileKind.CONFIGURATION));
        for (Module module : program.modules()) if (module.path().contains("eslint")) paths.add(module.path());
        for (String path : paths) {
            Module module =
                    FILE.matcher(path).matches() || LEGACY.matcher(path).matches() ? program.module(path) : null;
            if (module == null) continue;
            Located exported = exported(module);
            if (exported == null || LEGACY.matcher(path).matches())
                facts.gap(
                        module.at(module.tree().root()),
                        "the rules of ESLint are only read where an array of configurations is exported",
                        List.of(ConfigOption.class));
            else new Reading(program.resolver(), facts, path).read(exported);
        }
    }

    private static @Nullable Located exported(Module module) {
        for (Located statement : module.all(SyntaxKind.EXPORT_STATEMENT)) {
            Located value = statement.child("value");
            if (value != null) return value;
        }
        for (Located assignment : module.all(SyntaxKind.ASSIGNMENT_EXPRESSION)) {
            SyntaxNode left = assignment.node().child("left");
            if (left != null && left.text().equals("module.exports")) return assignment.child("right");
        }
        return null;
    }

    /** One configuration. */
    private static final class Reading {
        private final Resolver resolver;
        private final FactSink facts;
        private final String path;

        Reading(Resolver resolver, FactSink facts, String path) {
            this.resolver = resolver;
            this.facts = facts;
            this.path = path;
        }

        void read(Located exported) {
            List<Located> parts = new ArrayList<>();
            flatten(exported, parts);
            int open = -1;
            for (int i = 0; i < parts.size(); i++) if (shared(parts.get(i))) open = i;
            for (int i = 0; i < parts.size(); i++) {
                if (resolver.value(parts.get(i)) instanceof Value.Struct struct) rules(struct, parts.get(i), i > open);
            }
        }

        /** The objects of an array, of arrays within it and of {@code defineConfig(…)} and alike, in their order. */
        private void flatten(Located expression, List<Located> parts) {
            SyntaxNode node = expression.node();
            if (node.is(SyntaxKind.SPREAD_ELEMENT) && !node.children().isEmpty()) {
                flatten(expression.at(node.children().get(0)), parts);
            } else if (node.is(SyntaxKind.ARRAY)) {
                for (SyntaxNode child : node.children()) flatten(expression.at(child), parts);
            } else if (node.is(SyntaxKind.CALL_EXPRESSION) && node.child("arguments") != null) {
                for (SyntaxNode child : node.child("arguments").children()) flatten(expression.at(child), parts);
            } else if (resolver.value(expression) instanceof Value.Items items && items.complete()) {
                for (Located item : items.items()) flatten(item, parts);
            } else {
                parts.add(expression);
            }
        }

        /** Whether an element may say something of any rule. */
        private boolean shared(Located part) {
            Value value = resolver.value(part);
            if (value instanceof Value.Struct struct) {
                Located rules = struct.get("rules");
                return !struct.complete()
                        || (rules != null
                                && !(resolver.value(rules) instanceof Value.Struct known && known.complete()));
            }
            return !(value instanceof Value.External external
                    && external.module().startsWith("eslint-config-prettier"));
        }

        private void rules(Value.Struct struct, Located part, boolean last) {
            Located rules = struct.get("rules");
            if (rules == null || !(resolver.value(rules) instanceof Value.Struct named)) return;
            Located files = struct.get("files");
            String limit = files == null ? "" : " in " + globs(files);
            named.entries().forEach((rule, written) -> {
                String level = last ? level(written) : null;
                facts.fact(new ConfigOption(
                        facts.key("eslint " + path + " " + rule + limit),
                        facts.owner(),
                        facts.place(written.module().path().equals(path) ? written : part),
                        "eslint",
                        rule + limit,
                        level,
                        level != null,
                        true,
                        null,
                        part.module().kind(),
                        path));
            });
        }

        private String globs(Located files) {
            if (!(resolver.value(files) instanceof Value.Items items) || !items.complete())
                return resolver.shown(files);
            return String.join(", ", items.items().stream().map(resolver::shown).toList());
        }

        private @Nullable String level(Located written) {
            Value value = resolver.value(written);
            if (value instanceof Value.Items items && !items.items().isEmpty())
                return level(items.items().get(0));
            if (value instanceof Value.Number number) return LEVELS.get(number.raw());
            Optional<String> text = resolver.text(written);
            return text.isEmpty() ? null : LEVELS.get(text.get());
        }
    }
}

package io.github.assaymark.facts.repository.codeowners;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.CodeOwnerRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the CODEOWNERS file that counts: the first of {@code .github/}, {@code .gitlab/}, the root and {@code docs/}.
 * Sections with default owners, as GitLab has them, are understood. Rules belong to the repository as a whole; a line
 * that the hosts would skip is a gap.
 */
public final class CodeOwnersExtractor implements FactExtractor {
    private static final List<String> PLACES =
            List.of(".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");
    private static final Pattern SECTION = Pattern.compile("\\^?\\[[^\\]]+\\](?:\\[\\d+\\])?((?:\\s+\\S+)*)");
    private static final Pattern OWNER = Pattern.compile("@{1,2}[\\w.-]+(?:/[\\w./-]+)?|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    @Override
    public String id() {
        return "codeowners";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(CodeOwnerRule.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(context, id(), "the first of " + String.join(", ", PLACES));
        for (String path : PLACES) {
            SourceFile file = context.source().file(path);
            if (file == null) continue;
            account.matched(path);
            try {
                new Rules(path, new Places(context.source()), account, facts).read(file.text(context.limits()));
            } catch (UnreadableFileException e) {
                account.gap(path, 0, String.valueOf(e.getMessage()));
            }
            break;
        }
        account.closeForEveryOwner(facts, List.of(CodeOwnerRule.class));
    }

    private static final class Rules {
        private final String path;
        private final Places places;
        private final CoverageAccount account;
        private final Consumer<Fact> facts;
        private final Map<String, Integer> seen = new HashMap<>();
        private List<String> defaults = List.of();
        private int order;

        Rules(String path, Places places, CoverageAccount account, Consumer<Fact> facts) {
            this.path = path;
            this.places = places;
            this.account = account;
            this.facts = facts;
        }

        void read(String text) {
            int number = 0;
            for (String line : text.lines().toList()) line(++number, line.strip());
        }

        private void line(int number, String line) {
            if (line.isEmpty() || line.startsWith("#")) return;
            Matcher section = SECTION.matcher(line);
            if (section.matches()) {
                List<String> owners = owners(number, words(section.group(1).strip()));
                defaults = owners == null ? List.of() : owners;
                return;
            }
            List<String> words = words(line);
            if (words.isEmpty()) return;
            String pattern = words.get(0);
            if (pattern.startsWith("!")) {
                account.gap(path, number, "a pattern with `!`, which no host understands");
                return;
            }
            List<String> owners = owners(number, words.subList(1, words.size()));
            if (owners == null) return;
            String key = path + "#" + pattern;
            int count = seen.merge(key, 1, Integer::sum);
            facts.accept(new CodeOwnerRule(
                    count == 1 ? key : key + ":" + count,
                    "",
                    places.lines(path, number, number),
                    path,
                    pattern,
                    owners.isEmpty() ? defaults : owners,
                    order++));
        }

        private @Nullable List<String> owners(int number, List<String> words) {
            for (String word : words) {
                if (OWNER.matcher(word).matches()) continue;
                account.gap(path, number, "`" + word + "` is neither a handle, a team nor an address");
                return null;
            }
            return List.copyOf(words);
        }

        /** Words up to a comment; a backslash takes a blank or a hash into a word. */
        private static List<String> words(String line) {
            List<String> words = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\' && i + 1 < line.length()) {
                    word.append(line.charAt(++i));
                } else if (c == '#' && word.isEmpty()) {
                    break;
                } else if (!Character.isWhitespace(c)) {
                    word.append(c);
                } else if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            }
            if (!word.isEmpty()) words.add(word.toString());
            return words;
        }
    }
}

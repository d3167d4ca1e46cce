package io.github.assaymark.facts.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An application that registers routes, guards and what holds more of them in a random order; everything follows from
 * the seed. Names of handlers begin with {@code o} where one registration serves several paths, with {@code h}
 * elsewhere.
 */
abstract class RandomApp {
    private static final int STATEMENTS = 7;
    private static final int MAX_DEPTH = 3;
    private static final List<String> GUARDS = List.of("requireAuth", "verifyToken", "requireLogin");

    final Random random;
    final TreeMap<String, String> files = new TreeMap<>();
    private int names;

    RandomApp(Random random) {
        this.random = random;
    }

    /** Paths and texts. */
    Map<String, String> files() {
        if (files.isEmpty()) write();
        return files;
    }

    abstract void write();

    /** Whether a slash at the end of a path says nothing. */
    abstract boolean slashed();

    /** One more statement on what goes by a name. */
    abstract void statement(String target, int depth, File file);

    /** A file while it is written. */
    static final class File {
        private final StringBuilder head = new StringBuilder();
        private final StringBuilder body = new StringBuilder();
        private final StringBuilder functions = new StringBuilder();

        void head(String text) {
            head.append(text).append('\n');
        }

        void add(String text) {
            body.append(text).append('\n');
        }

        void function(String text) {
            functions.append(text).append('\n');
        }

        String text() {
            return head + "\n" + body + "\n" + functions;
        }
    }

    final File file() {
        File file = new File();
        file.head("const { " + String.join(", ", GUARDS) + " } = require(\"./guards\");");
        return file;
    }

    final void statements(String target, int depth, File file) {
        for (int i = 2 + random.nextInt(STATEMENTS); i > 0; i--) statement(target, depth, file);
    }

    final boolean deep(int depth) {
        return depth >= MAX_DEPTH;
    }

    final String name(String kind) {
        return kind + ++names;
    }

    /** Of few, so that they cover each other. */
    final String prefix() {
        return "/p" + random.nextInt(4);
    }

    /** A path no other route has. */
    final String path() {
        String own = "/r" + ++names;
        return switch (random.nextInt(6)) {
            case 0 -> own + "/:id";
            case 1 -> prefix() + own;
            case 2 -> prefix() + own + "/:one/of/:two";
            case 3 -> slashed() ? own + "/" : own;
            default -> own;
        };
    }

    final String guard() {
        return GUARDS.get(random.nextInt(GUARDS.size()));
    }

    final String guards() {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) some.add(guard());
        return String.join(", ", some);
    }

    final String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static String guardsFile(String refusal) {
        StringBuilder text = new StringBuilder();
        for (String guard : GUARDS) text.append(String.format(refusal, guard, guard));
        return text.append("module.exports = { ")
                .append(String.join(", ", GUARDS))
                .append(" };\n")
                .toString();
    }
}

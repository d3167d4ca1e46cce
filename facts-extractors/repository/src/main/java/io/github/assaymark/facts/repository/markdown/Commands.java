package io.github.assaymark.facts.repository.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts the commands of shell code blocks. */
final class Commands {
    private static final Set<String> SHELLS = Set.of(
            "sh",
            "bash",
            "shell",
            "zsh",
            "fish",
            "console",
            "terminal",
            "shell-session",
            "sh-session",
            "shellsession",
            "powershell",
            "pwsh",
            "ps1",
            "cmd",
            "bat",
            "batch",
            "commandline");
    private static final Pattern PROMPT =
            Pattern.compile("\\s*(\\$|%|>|PS>|[\\w.-]+@[\\w.-]+[^$#]{0,40}[$#])\\s+\\S.*");

    private Commands() {}

    /** Language of an info string in lower case; empty when it names none. */
    static String language(String info) {
        String word = info.strip().split("[\\s{,:]", 2)[0];
        if (word.isEmpty() && info.strip().startsWith("{."))
            word = info.strip().substring(2).split("[\\s}.]", 2)[0];
        return word.toLowerCase(Locale.ROOT);
    }

    /** Lines that are neither blank nor comments, continued lines counted once; none in blocks of other languages. */
    static int count(String language, String code) {
        List<String> lines = code.lines().toList();
        boolean prompts = lines.stream().anyMatch(line -> PROMPT.matcher(line).matches());
        if (!SHELLS.contains(language) && !(language.isEmpty() && prompts)) return 0;
        int commands = 0;
        boolean continued = false;
        for (String line : lines) {
            String text = line.strip();
            boolean command = prompts
                    ? PROMPT.matcher(line).matches()
                    : !text.isEmpty() && !text.startsWith("#") && !text.startsWith("REM ") && !text.startsWith("::");
            if (command && !continued) commands++;
            continued = text.endsWith("\\") || text.endsWith("`");
        }
        return commands;
    }
}

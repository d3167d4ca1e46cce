package io.github.assaymark.facts.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words that names and paths are made of. */
public final class Words {
    private Words() {}

    /** {@code EVENT_SCHEMAS}, {@code eventSchemas} and {@code event-schemas} are the same two words, in lower case. */
    public static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            boolean hump = letter
                    && Character.isUpperCase(c)
                    && i > 0
                    && (Character.isLowerCase(name.charAt(i - 1))
                            || (Character.isDigit(name.charAt(i - 1)) && lower(name, i + 1))
                            || (Character.isUpperCase(name.charAt(i - 1)) && lower(name, i + 1)));
            if ((!letter || hump) && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (letter) word.append(c);
        }
        if (word.length() > 0) words.add(word.toString());
        return words.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean lower(String name, int index) {
        return index < name.length() && Character.isLowerCase(name.charAt(index));
    }

    /** All words of a name without anything between them: {@code phi_access} and {@code phiAccess} are the same. */
    public static String squeezed(String name) {
        return String.join("", of(name));
    }

    /** Whether a name holds one of some words. */
    public static boolean any(String name, Set<String> wanted) {
        return of(name).stream().anyMatch(wanted::contains);
    }

    /** The name of a file without what follows its first dot. */
    public static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The names of the directories around a file, innermost first. */
    public static List<String> directories(String path) {
        List<String> names = new ArrayList<>();
        String[] parts = path.split("/", -1);
        for (int i = parts.length - 2; i >= 0; i--) names.add(parts[i]);
        return names;
    }
}

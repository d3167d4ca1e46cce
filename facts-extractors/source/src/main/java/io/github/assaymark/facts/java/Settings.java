package io.github.assaymark.facts.java;

import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the settings files of one owner say, for each part of it that has its own. Used by one thread. */
final class Settings {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_VALUE = 1000;

    private final Map<String, List<SettingsFile>> byHome = new TreeMap<>();
    private final List<SettingsFile> unread = new ArrayList<>();

    /**
     * What holds of a key.
     *
     * @param value null when nobody sets it, or when it is not known
     * @param open why it is not known; null when it is
     * @param entry where it is set; null when nobody sets it
     */
    record Setting(@Nullable String value, @Nullable String open, SettingsFile.@Nullable Entry entry) {
        static final Setting NONE = new Setting(null, null, null);
    }

    /** Reads the settings among the files of an owner. */
    static Settings of(List<SourceFile> files, ScanContext context) {
        Settings settings = new Settings();
        for (FileWork.Outcome<SettingsFile> outcome : FileWork.over(
                files,
                context.limits(),
                file -> SettingsFile.read(file.path(), file.text(context.limits()), context.limits()))) {
            String path = outcome.file().path();
            SettingsFile file = outcome.value();
            if (file == null) file = new SettingsFile(path, false, List.of(), String.valueOf(outcome.failure()));
            settings.byHome.computeIfAbsent(home(path), h -> new ArrayList<>()).add(file);
            if (file.problem() != null) settings.unread.add(file);
        }
        return settings;
    }

    /** Whether a file may hold settings of a program. */
    static boolean reads(SourceFile file, ScanContext context) {
        return (file.kind() == FileKind.CONFIGURATION || file.kind() == FileKind.PRODUCTION)
                && SettingsFile.named(file.path())
                && context.templates().stream().noneMatch(t -> file.path().startsWith(t + "/"));
    }

    /** The part of the service a file belongs to: what lies around {@code src} or {@code config}. */
    static String home(String path) {
        int source = ("/" + path).indexOf("/src/");
        if (source >= 0) return source == 0 ? "" : path.substring(0, source - 1);
        String directory = Paths.directory(path);
        return Paths.name(directory).equals("config") ? Paths.directory(directory) : directory;
    }

    /** Files that were not understood. */
    List<SettingsFile> unread() {
        return unread;
    }

    /** What holds for the code in a file; the first of the keys that anybody sets. */
    Setting get(String codePath, String... keys) {
        String home = home(codePath);
        List<SettingsFile> own = byHome.get(home);
        if (own == null && byHome.size() == 1) own = byHome.values().iterator().next();
        if (own == null) return elsewhere(keys);
        for (String key : keys) {
            Setting setting = get(own, SettingsFile.uniform(key), 0);
            if (setting.entry() != null) return setting;
        }
        return Setting.NONE;
    }

    /** Code that several programs share has the settings of none of them. */
    private Setting elsewhere(String... keys) {
        for (List<SettingsFile> files : byHome.values()) {
            for (String key : keys) {
                Setting setting = get(files, SettingsFile.uniform(key), 0);
                if (setting.entry() != null)
                    return new Setting(null, "it is not known which program has the code", setting.entry());
            }
        }
        return Setting.NONE;
    }

    private static Setting get(List<SettingsFile> files, String key, int depth) {
        SettingsFile.Entry base = null;
        SettingsFile.Entry other = null;
        for (SettingsFile file : files) {
            SettingsFile.Entry last = null;
            for (SettingsFile.Entry entry : file.entries()) {
                if (entry.key().equals(key) && !entry.profiled()) last = entry;
            }
            if (last == null) continue;
            if (base == null) base = last;
            else if (differs(last, base)) other = last;
        }
        if (other != null) return new Setting(null, "it is set in several files", base);
        for (SettingsFile file : files) {
            for (SettingsFile.Entry entry : file.entries()) {
                if (entry.key().equals(key) && entry.profiled() && differs(entry, base))
                    return new Setting(null, "it depends on the profile", entry);
            }
        }
        if (base == null) return Setting.NONE;
        return filled(files, base.value(), base, depth);
    }

    private static boolean differs(SettingsFile.Entry one, SettingsFile.@Nullable Entry other) {
        return other == null || !one.value().equals(other.value());
    }

    /** The text with what its placeholders stand for. */
    private static Setting filled(List<SettingsFile> files, String text, SettingsFile.Entry at, int depth) {
        if (text.contains("#{") || text.contains("@") || depth > MAX_DEPTH || text.length() > MAX_VALUE)
            return new Setting(null, "it is filled in elsewhere", at);
        int start = text.indexOf("${");
        if (start < 0) return new Setting(text, null, at);
        int end = close(text, start + 2);
        if (end < 0) return new Setting(null, "it is filled in elsewhere", at);
        String inside = text.substring(start + 2, end);
        int colon = inside.indexOf(':');
        String name = colon < 0 ? inside : inside.substring(0, colon);
        Setting named = get(files, SettingsFile.uniform(name), depth + 1);
        String value = named.value();
        if (named.open() != null) return new Setting(null, named.open(), at);
        if (value == null && colon >= 0) value = inside.substring(colon + 1);
        if (value == null) return new Setting(null, "`" + name + "` is set when the program starts", at);
        return filled(files, text.substring(0, start) + value + text.substring(end + 1), at, depth + 1);
    }

    /** Where the placeholder ends that begins before a place; -1 when it does not. */
    private static int close(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '{') depth++;
            if (text.charAt(i) == '}' && --depth == 0) return i;
        }
        return -1;
    }

    /** A text of the code with what its placeholders stand for; null when that is not known. */
    @Nullable
    String filled(String text, String codePath) {
        if (!text.contains("${") && !text.contains("#{")) return text;
        List<SettingsFile> own = byHome.get(home(codePath));
        if (own == null && byHome.size() == 1) own = byHome.values().iterator().next();
        if (own == null && !byHome.isEmpty()) return null;
        SettingsFile.Entry nowhere = new SettingsFile.Entry("", text, codePath, 0, false);
        return filled(own == null ? List.of() : own, text, nowhere, 0).value();
    }
}

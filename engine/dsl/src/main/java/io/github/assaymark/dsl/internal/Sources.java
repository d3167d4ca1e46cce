package io.github.assaymark.dsl.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a pack as they are asked for. */
final class Sources {
    private final PackTexts texts;
    private final Map<String, SourceText> byName = new TreeMap<>();
    private final Map<String, SourceText> byFile = new TreeMap<>();

    Sources(PackTexts texts) {
        this.texts = texts;
    }

    /** The file of that name; null when there is none. Refuses one that is too large or no text. */
    @Nullable
    SourceText find(String name) {
        SourceText known = byName.get(name);
        if (known != null) return known;
        PackTexts.Found found = texts.read(name);
        if (found == null) return null;
        SourceText source = decode(found);
        byName.put(name, source);
        byFile.put(source.file(), source);
        return source;
    }

    private SourceText decode(PackTexts.Found found) {
        int order = byName.size();
        if (found.bytes().length > Caps.FILE_BYTES)
            throw new SourceText(found.shown(), order, "")
                    .refuse(
                            Span.START,
                            "the file has more than " + Caps.FILE_BYTES + " bytes",
                            "split it: one file for each section");
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(found.bytes()))
                    .toString();
            return new SourceText(found.shown(), order, text);
        } catch (CharacterCodingException e) {
            throw new SourceText(found.shown(), order, "")
                    .refuse(Span.START, "the file is not UTF-8 text", "save it as UTF-8");
        }
    }

    /** The file a place names, which was read before. */
    SourceText ofPlace(String file) {
        SourceText source = byFile.get(file);
        return source == null ? new SourceText(file, byName.size(), "") : source;
    }

    Set<String> checkNames() {
        return texts.checkNames();
    }
}

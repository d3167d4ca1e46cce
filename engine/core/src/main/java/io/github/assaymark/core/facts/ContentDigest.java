package io.github.assaymark.core.facts;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an attestation that is bound to content speaks of. */
public final class ContentDigest {
    /** Properties that speak of the revision, not of the content: they change while the content stays. */
    private static final Set<String> OF_THE_REVISION = Set.of("sha", "changed");

    private ContentDigest() {}

    /**
     * {@code sha256:} and the hexadecimal SHA-256 of one line for each fact, in sorted order: its type, its key and its
     * {@code contentHash}, or where it has none, every other property but {@code sha} and {@code changed}.
     */
    public static String of(Collection<? extends Fact> facts, FactCatalogue catalogue) {
        Set<String> lines = new TreeSet<>();
        for (Fact fact : facts) lines.add(line(fact, catalogue.typeOf(fact)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static String line(Fact fact, FactType type) {
        List<String> fields = new ArrayList<>(List.of(type.name(), fact.key()));
        Property content = type.property("contentHash");
        if (content != null) {
            fields.add(String.valueOf(content.of(fact)));
        } else {
            for (Property property : type.properties())
                if (!OF_THE_REVISION.contains(property.name()))
                    fields.add(property.name() + "=" + text(property.of(fact)));
        }
        fields.replaceAll(ContentDigest::escaped);
        return String.join("\t", fields);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            for (Object part : list) parts.add(escaped(String.valueOf(part)).replace(",", "\\,"));
            return "[" + String.join(",", parts) + "]";
        }
        return value == null ? "\\0" : value.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}

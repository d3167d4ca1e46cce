package io.github.assaymark.facts.prisma;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field of a model: {@code name Type? @attribute}. */
record PrismaField(
        int line, String name, String type, boolean optional, boolean list, List<PrismaAttribute> attributes) {
    private static final Pattern NAME = Pattern.compile("([A-Za-z]\\w*)\\s+");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z]\\w*");

    /** The field of a line; null when the line holds something else. */
    static @Nullable PrismaField of(PrismaLine line) {
        String text = line.text();
        Matcher name = NAME.matcher(text);
        if (!name.lookingAt()) return null;
        Matcher type = TYPE.matcher(text).region(name.end(), text.length());
        if (!type.lookingAt()) return null;
        int at = type.end();
        if (type.group().equals("Unsupported") && at < text.length() && text.charAt(at) == '(') {
            at = PrismaAttribute.closing(text, at) + 1;
            if (at == 0) return null;
        }
        String written = text.substring(name.end(), at);
        boolean list = text.startsWith("[]", at);
        if (list) at += 2;
        boolean optional = at < text.length() && text.charAt(at) == '?';
        if (optional) at++;
        if (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '@') return null;
        List<PrismaAttribute> attributes = PrismaAttribute.all(text.substring(at));
        return attributes == null
                ? null
                : new PrismaField(line.number(), name.group(1), written, optional, list, attributes);
    }

    /** The first attribute of a name. */
    @Nullable
    PrismaAttribute attribute(String name) {
        return PrismaBlock.first(attributes, name);
    }

    /** Name in the database. */
    String column() {
        return PrismaBlock.mapped(attributes, name);
    }

    /** The type as declared, with its native one. */
    String declaredType() {
        StringBuilder text = new StringBuilder(type).append(list ? "[]" : "");
        for (PrismaAttribute attribute : attributes) {
            if (attribute.name().contains(".")) text.append(' ').append(attribute.text());
        }
        return text.toString();
    }
}

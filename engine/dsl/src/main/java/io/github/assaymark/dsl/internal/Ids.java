package io.github.assaymark.dsl.internal;

/** Ids: small letters, digits and hyphens. */
final class Ids {
    private Ids() {}

    static String read(Syntax s, String what, SourceText source) {
        String id = Literals.text(s);
        if (id == null) throw source.refuse(s.span(), "the id of a " + what + " is a constant text in quotes");
        if (!Characters.kebab(id))
            throw source.refuse(
                    s.span(),
                    "`" + id + "` is no id of a " + what,
                    "small letters, digits and single hyphens: `like-this`");
        return id;
    }
}

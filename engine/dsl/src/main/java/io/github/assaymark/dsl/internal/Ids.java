package io.github.assaymark.dsl.internal;

/** Ids: small letters, digits and hyphens. */
final class Ids {
    private Ids() {}

    static String read(Syntax s, String what, SourceText source) {
        String id = Literals.text(s);
        if (id == null) throw source.refuse(s.span(), "the id of the " + what + " is no constant text");
        if (!Characters.kebab(id))
            throw source.refuse(
                    s.span(),
                    "`" + id + "` is no " + what + " id",
                    "small letters, digits and single hyphens: `like-this`");
        return id;
    }
}

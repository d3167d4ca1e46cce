package io.github.assaymark.dsl.internal;

/** Titles of items, sections, checklists and packs. */
final class Titles {
    private static final int LENGTH = 200;

    private Titles() {}

    static String read(Syntax.Call call, Arguments arguments, SourceText source) {
        String title = arguments.text(call);
        return check(title, call.arguments().get(0).span(), source);
    }

    static String check(String title, Span at, SourceText source) {
        if (title.endsWith(".")) throw source.refuse(at, "the title ends with a period", "remove it");
        if (!title.equals(title.strip())) throw source.refuse(at, "the title begins or ends with a space", "remove it");
        if (title.indexOf('\n') >= 0 || title.indexOf('\t') >= 0)
            throw source.refuse(at, "the title has more than one line");
        if (title.length() > LENGTH)
            throw source.refuse(
                    at, "the title has " + title.length() + " characters, more than " + LENGTH, "`fix` is for details");
        return title;
    }
}

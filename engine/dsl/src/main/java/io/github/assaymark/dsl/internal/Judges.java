package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;

/** {@code judges Service}. */
final class Judges {
    private Judges() {}

    static FactType read(Syntax.Call call, FactCatalogue catalogue, SourceText source) {
        new Arguments(source).shape(call, 1);
        Syntax s = call.arguments().get(0);
        if (!(s instanceof Syntax.Name name))
            throw source.refuse(s.span(), "`judges` needs a fact type", "`judges Service`");
        FactType type = catalogue.type(name.text());
        if (type == null)
            throw source.refuse(
                    s.span(),
                    "unknown fact type `" + name.text() + "`",
                    Suggestion.near(
                            name.text(),
                            catalogue.types().stream().map(FactType::name).toList()));
        return type;
    }
}

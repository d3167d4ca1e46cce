package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import java.util.List;
import java.util.Map;

/** Texts to packs, without any cache. */
public final class PackCompiler {
    private final FactCatalogue catalogue;

    public PackCompiler(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** See {@code ChecklistCompiler.compile}. */
    public Pack compile(Map<String, String> texts) {
        return compile(new Reading(new MapTexts(texts, ClassPathTexts.contextLoader())), entry(texts));
    }

    /** Begins at {@code pack.groovy}, or at a single file with one checklist. */
    Pack compile(Reading texts, String entry) {
        PackReader reader = new PackReader(catalogue, texts);
        PackReader.Result result = entry.equals("pack.groovy") ? reader.pack() : reader.single(entry);
        return new Pack(result.name(), texts.textDigest(), result.checklists());
    }

    private static String entry(Map<String, String> texts) {
        if (texts.containsKey("pack.groovy")) return "pack.groovy";
        List<String> names = texts.keySet().stream()
                .filter(name -> !name.startsWith("checks/"))
                .sorted()
                .toList();
        if (names.size() == 1) return names.get(0);
        throw new PackException(
                List.of(
                        "no `pack.groovy` among " + names
                                + "\n  Maybe give one text with a `checklist('pack/name') { ... }`, and checks as `checks/<name>.groovy`"));
    }
}

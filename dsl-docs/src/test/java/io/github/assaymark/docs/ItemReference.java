package io.github.assaymark.docs;

import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Section;
import java.util.List;
import java.util.Locale;

/** The page that lists the shipped items. */
final class ItemReference {
    private ItemReference() {}

    static String text() {
        StringBuilder page = new StringBuilder("# Shipped items\n\nGenerated from the packs.\n");
        for (String name : List.of("starter", "loop", "matter", "config-service")) {
            Pack pack = Pack.load(name);
            page.append("\n## Pack ")
                    .append(name)
                    .append(": ")
                    .append(pack.items().count())
                    .append(" items\n");
            pack.checklists().forEach(checklist -> page.append(checklist(checklist)));
        }
        return page.toString();
    }

    private static String checklist(Checklist checklist) {
        StringBuilder text = new StringBuilder("\n### " + checklist.id() + ": " + checklist.title() + "\n\nJudges "
                + checklist.judges() + "; waivers " + checklist.waivers().name().toLowerCase(Locale.ROOT) + ".\n");
        if (!checklist.params().isEmpty()) {
            text.append("\n| Parameter | Type | Default | Meaning |\n|---|---|---|---|\n");
            for (ParamDecl param : checklist.params())
                text.append("| `")
                        .append(param.name())
                        .append("` | ")
                        .append(param.type().display())
                        .append(" | ")
                        .append(defaults(param))
                        .append(" | ")
                        .append(FactReference.escaped(param.meaning()))
                        .append(" |\n");
        }
        for (Section section : checklist.sections()) {
            text.append("\n#### ")
                    .append(section.title())
                    .append("\n\n| Item | Says | Severity | Judges |\n|---|---|---|---|\n");
            for (Item item : section.items())
                text.append("| `")
                        .append(item.id())
                        .append("` | ")
                        .append(FactReference.escaped(item.title()))
                        .append(" | ")
                        .append(item.severity().name().toLowerCase(Locale.ROOT))
                        .append(" | ")
                        .append(item.judges())
                        .append(" |\n");
        }
        return text.toString();
    }

    private static String defaults(ParamDecl param) {
        List<String> values = param.defaultValues();
        return values == null ? "none" : FactReference.escaped(String.join(", ", values));
    }
}

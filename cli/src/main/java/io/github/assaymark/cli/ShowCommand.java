package io.github.assaymark.cli;

import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.verdict.ExplanationLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "show",
        description = "Show an item: what it demands, its text, or the rule it becomes; without ITEM, list items.")
final class ShowCommand extends Command {
    /** Forms of an item. */
    enum As {
        TEXT,
        IR,
        DRL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            paramLabel = "ITEM",
            arity = "0..1",
            description = "Id of an item; of a pack, checklist or section to list its items")
    @Nullable
    String item;

    @Option(names = "--as", paramLabel = "FORM", description = "text, ir or drl (default: text)")
    As as = As.TEXT;

    @Option(names = "--pack", paramLabel = "NAME|PATH", description = "Look in this pack (repeatable)")
    List<String> names = new ArrayList<>();

    ShowCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        List<Pack> packs = packs();
        for (Pack pack : packs)
            for (Item known : pack.items().toList())
                if (item != null && named(known, item)) {
                    write(out -> show(pack, known, out));
                    return 0;
                }
        List<Item> listed = packs.stream()
                .flatMap(Pack::items)
                .filter(known -> item == null || known.id().startsWith(item + "."))
                .toList();
        if (listed.isEmpty())
            throw new UsageException("no item " + item
                    + Suggestion.line(
                            String.valueOf(item),
                            packs.stream().flatMap(Pack::items).map(Item::id).toList(),
                            "list the items with `assay show --pack NAME`"));
        write(out -> {
            for (Pack pack : packs) list(pack, listed, out);
        });
        return 0;
    }

    /** An id begins with the name of its pack; a single word may be an item of the starter pack, or a pack. */
    private List<Pack> packs() {
        Judge judge = new Judge(workshop, console);
        List<Pack> packs = new ArrayList<>();
        for (String name : names) packs.add(judge.pack(name, console.directory()));
        if (!packs.isEmpty()) return packs;
        if (item != null && item.indexOf('.') > 0) return List.of(workshop.pack(item.substring(0, item.indexOf('.'))));
        Pack starter = workshop.pack(Judge.STARTER);
        if (item == null || starter.items().anyMatch(known -> named(known, item))) return List.of(starter);
        return List.of(workshop.pack(item));
    }

    private static boolean named(Item known, String name) {
        return known.id().equals(name)
                || known.formerly().contains(name)
                || (name.indexOf('.') < 0 && known.id().endsWith("." + name));
    }

    private void show(Pack pack, Item known, Appendable out) throws IOException {
        if (as == As.DRL) {
            out.append(workshop.drl(pack, known));
            return;
        }
        line(out, known.id());
        line(out, "  " + known.title());
        line(out, "  judges    " + known.judges());
        line(
                out,
                "  severity  " + known.severity().name().toLowerCase(Locale.ROOT) + ", phase "
                        + IrText.camel(known.phase()) + ", "
                        + known.rollout().name().toLowerCase(Locale.ROOT)
                        + (known.effectiveFrom() == null ? "" : ", effective from " + known.effectiveFrom()));
        if (known.source() != null) line(out, "  source    " + known.source());
        if (!known.formerly().isEmpty()) line(out, "  formerly  " + String.join(", ", known.formerly()));
        if (!known.params().isEmpty()) line(out, "  params    " + String.join(", ", known.params()));
        if (known.fix() != null) line(out, "  fix       " + known.fix());
        line(out, "  place     " + known.place().file() + ":" + known.place().line());
        line(out, "");
        String text = as == As.TEXT ? ItemSource.of(known, console.directory()) : null;
        for (String row : (text == null ? IrText.of(known) : text).lines().toList()) line(out, "  " + row);
    }

    private static void list(Pack pack, List<Item> listed, Appendable out) throws IOException {
        for (Checklist checklist : pack.checklists()) {
            if (checklist.items().noneMatch(listed::contains)) continue;
            line(out, checklist.id() + "  " + checklist.title());
            for (Section section : checklist.sections()) {
                if (section.items().stream().noneMatch(listed::contains)) continue;
                line(out, "  " + section.title());
                for (Item known : section.items())
                    if (listed.contains(known)) {
                        line(out, "    " + known.id());
                        line(out, "      " + known.severity().name().toLowerCase(Locale.ROOT) + ": " + known.title());
                    }
            }
        }
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(ExplanationLine.printable(text).stripTrailing()).append('\n');
    }
}

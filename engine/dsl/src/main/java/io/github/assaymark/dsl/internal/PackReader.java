package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.model.rule.ParamDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The texts of a pack to its checked checklists. */
final class PackReader {
    private static final Set<String> WORDS = Set.of("title", "checklists");

    private final FactCatalogue catalogue;
    private final Problems problems = new Problems();
    private final Sources sources;
    private final Checks checks;
    private final Declared declared = new Declared();
    private final List<Checklist> checklists = new ArrayList<>();
    private final Map<String, ParamDecl> paramsOfPack = new TreeMap<>();

    PackReader(FactCatalogue catalogue, PackTexts texts) {
        this.catalogue = catalogue;
        this.sources = new Sources(texts);
        this.checks = new Checks(sources);
    }

    record Result(String name, List<Checklist> checklists) {}

    /** The pack of {@code pack.groovy}. */
    Result pack() {
        String name = problems.attempt(this::readPack);
        return result(name);
    }

    /** The pack of a single file with one checklist. */
    Result single(String file) {
        String name = problems.attempt(() -> readSingle(file));
        return result(name);
    }

    private Result result(@Nullable String name) {
        List<Checklist> linked = new VerdictLinks(declared, sources, problems).link(checklists);
        problems.throwIfAny();
        return new Result(Objects.requireNonNull(name), linked);
    }

    private SourceText file(String name) {
        SourceText source = sources.find(name);
        if (source == null) throw new PackException(List.of("there is no file `" + name + "`"));
        return source;
    }

    private String readPack() {
        SourceText source = file("pack.groovy");
        Arguments arguments = new Arguments(source);
        Syntax.Call call = new TopLevel(source).only("pack");
        arguments.shape(call, 2);
        String name = Ids.read(call.arguments().get(0), "pack", source);
        Syntax.Block block = arguments.block(call, call.arguments().get(1));
        Map<String, Syntax.Call> settings = new LinkedHashMap<>();
        for (Syntax statement : block.statements()) {
            Links links = Links.of(statement, source);
            Syntax.Call head = links.next();
            links.end(Set.of());
            if (!WORDS.contains(head.name()))
                throw source.refuse(
                        head.nameSpan(),
                        "`" + head.name() + "` is no part of a pack",
                        Suggestion.nearOrAll(head.name(), WORDS));
            if (settings.put(head.name(), head) != null)
                throw source.refuse(head.nameSpan(), "`" + head.name() + "` stands here twice");
        }
        Syntax.Call title = settings.get("title");
        if (title != null) Titles.read(title, arguments, source);
        Syntax.Call names = settings.get("checklists");
        if (names == null || names.arguments().isEmpty())
            throw source.refuse(call.nameSpan(), "the pack has no checklist", "`checklists 'full'`");
        for (Syntax argument : names.arguments()) problems.run(() -> checklist(name, argument, source));
        return name;
    }

    private void checklist(String pack, Syntax argument, SourceText packFile) {
        String name = Ids.read(argument, "checklist", packFile);
        SourceText source = sources.find(name + "/checklist.groovy");
        if (source == null)
            throw packFile.refuse(
                    argument.span(), "there is no file `" + name + "/checklist.groovy`", "the name is misspelt");
        Syntax.Call call = new TopLevel(source).only("checklist");
        String id = checklistId(call, source);
        String wanted = pack + "/" + name;
        if (!id.equals(wanted))
            throw source.refuse(
                    call.arguments().get(0).span(),
                    "the checklist is called `" + id + "`, its place is `" + wanted + "`");
        if (declared.knows(id))
            throw packFile.refuse(argument.span(), "the pack names the checklist `" + name + "` twice");
        read(id, call, source, section -> sources.find(name + "/" + section + ".groovy"));
    }

    private String readSingle(String file) {
        SourceText source = file(file);
        Syntax.Call call = new TopLevel(source).only("checklist");
        String id = checklistId(call, source);
        read(id, call, source, null);
        return id.substring(0, id.indexOf('/'));
    }

    private static String checklistId(Syntax.Call call, SourceText source) {
        new Arguments(source).shape(call, 2);
        Syntax at = call.arguments().get(0);
        String id = Literals.text(at);
        String[] parts = id == null ? new String[0] : id.split("/", -1);
        if (id == null || parts.length != 2 || !Characters.kebab(parts[0]) || !Characters.kebab(parts[1]))
            throw source.refuse(
                    at.span(),
                    id == null ? "the id of the checklist is no constant text" : "`" + id + "` is no checklist id",
                    "`checklist('pack/name') { ... }` in small letters, digits and single hyphens");
        return id;
    }

    private void read(
            String id, Syntax.Call call, SourceText source, ChecklistReader.@Nullable SectionFiles sectionFiles) {
        Problems own = problems;
        ChecklistReader reader = new ChecklistReader(source, catalogue, own, checks, declared);
        boolean before = own.none();
        Checklist checklist = reader.read(id, call, sectionFiles);
        if (before && own.none()) reader.params().problems(source).forEach(own::add);
        for (ParamDecl param : checklist.params()) {
            ParamDecl other = paramsOfPack.putIfAbsent(param.name(), param);
            if (other != null && !same(param, other))
                own.add(source.problem(
                        param.place().line(),
                        param.place().column(),
                        "the parameter `" + param.name() + "` has another type or default at " + other.place(),
                        "one of them needs another name: within a pack, a name is one parameter"));
        }
        checklists.add(checklist);
    }

    private static boolean same(ParamDecl a, ParamDecl b) {
        return a.type().equals(b.type()) && Objects.equals(a.defaultValues(), b.defaultValues());
    }
}

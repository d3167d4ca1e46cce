package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Checklist.WaiverPolicy;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code checklist('pack/name') { ... }} with its sections. */
final class ChecklistReader {
    private static final Set<String> WORDS = Set.of("title", "judges", "waivers", "params", "sections", "section");
    private static final Map<String, WaiverPolicy> POLICIES = new LinkedHashMap<>();

    static {
        POLICIES.put("allowed", WaiverPolicy.ALLOWED);
        POLICIES.put("shown", WaiverPolicy.SHOWN);
        POLICIES.put("forbidden", WaiverPolicy.FORBIDDEN);
    }

    private final SourceText source;
    private final Arguments arguments;
    private final FactCatalogue catalogue;
    private final Problems problems;
    private final Checks checks;
    private final Declared declared;
    private final Params params = new Params();

    ChecklistReader(SourceText source, FactCatalogue catalogue, Problems problems, Checks checks, Declared declared) {
        this.source = source;
        this.arguments = new Arguments(source);
        this.catalogue = catalogue;
        this.problems = problems;
        this.checks = checks;
        this.declared = declared;
    }

    Params params() {
        return params;
    }

    /** The checklist; {@code sectionFiles} is null when sections must stand inside. */
    Checklist read(String id, Syntax.Call call, @Nullable SectionFiles sectionFiles) {
        arguments.shape(call, 2);
        declared.checklist(id);
        Syntax.Block block = arguments.block(call, call.arguments().get(1));
        Map<String, Syntax.Call> settings = new LinkedHashMap<>();
        List<Syntax.Call> sectionCalls = new ArrayList<>();
        for (Syntax statement : block.statements()) problems.run(() -> sort(statement, settings, sectionCalls));
        String title = problems.attempt(() -> title(call, settings.get("title")));
        WaiverPolicy waivers = problems.attempt(() -> waivers(settings.get("waivers")));
        Subject subject = judges(call, settings.get("judges"));
        Syntax.Call declaredParams = settings.get("params");
        if (declaredParams != null) problems.run(() -> new ParamsReader(source, problems, params).read(declaredParams));
        List<Section> sections = sections(id, sectionCalls, subject, sectionFiles);
        if (sectionCalls.isEmpty())
            problems.add(
                    source.refuse(call.nameSpan(), "the checklist has no section", "`section('id', 'Title') { ... }`")
                            .problem());
        return new Checklist(
                id,
                title == null ? id : title,
                subjectName(subject),
                waivers == null ? WaiverPolicy.SHOWN : waivers,
                params.declared(),
                sections,
                source.place(call.span()));
    }

    /** Finds the file of a section by its id. */
    interface SectionFiles {
        @Nullable
        SourceText find(String section);
    }

    private void sort(Syntax statement, Map<String, Syntax.Call> settings, List<Syntax.Call> sections) {
        Links links = Links.of(statement, source);
        Syntax.Call head = links.next();
        links.end(Set.of());
        if (!WORDS.contains(head.name()))
            throw source.refuse(
                    head.nameSpan(),
                    "`" + head.name() + "` is no part of a checklist",
                    head.name().equals("item")
                            ? "put it into a `section('id', 'Title') { ... }`"
                            : Suggestion.nearOrAll(head.name(), WORDS));
        if (head.name().equals("section") || head.name().equals("sections")) sections.add(head);
        else if (settings.put(head.name(), head) != null)
            throw source.refuse(head.nameSpan(), "`" + head.name() + "` stands here twice");
    }

    private String title(Syntax.Call checklist, Syntax.@Nullable Call call) {
        if (call == null)
            throw source.refuse(checklist.nameSpan(), "the checklist has no title", "`title 'Production readiness'`");
        return Titles.read(call, arguments, source);
    }

    private WaiverPolicy waivers(Syntax.@Nullable Call call) {
        return call == null ? WaiverPolicy.SHOWN : arguments.words(call, "waiver policy", POLICIES);
    }

    private Subject judges(Syntax.Call checklist, Syntax.@Nullable Call call) {
        try {
            if (call == null)
                throw source.refuse(
                        checklist.nameSpan(), "the checklist does not say what it judges", "`judges Service`");
            return Subject.of(Judges.read(call, catalogue, source));
        } catch (Refusal refusal) {
            problems.add(refusal.problem());
            return Subject.broken(refusal.problem());
        }
    }

    private String subjectName(Subject subject) {
        FactType type = problems.attempt(subject::type);
        return type == null ? "" : type.name();
    }

    private List<Section> sections(
            String checklist, List<Syntax.Call> calls, Subject subject, @Nullable SectionFiles files) {
        List<Section> sections = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Syntax.Call call : calls) {
            if (call.name().equals("section")) {
                Section section = problems.attempt(() -> section(checklist, source, call, subject, ids, null));
                if (section != null) sections.add(section);
                continue;
            }
            if (call.arguments().isEmpty())
                problems.add(source.refuse(call.nameSpan(), "`sections` names no section")
                        .problem());
            for (Syntax argument : call.arguments()) {
                Section section = problems.attempt(() -> fromFile(checklist, argument, subject, ids, files));
                if (section != null) sections.add(section);
            }
        }
        return sections;
    }

    private Section fromFile(
            String checklist, Syntax argument, Subject subject, Set<String> ids, @Nullable SectionFiles files) {
        String id = arguments.text(argument, "sections");
        if (files == null)
            throw source.refuse(
                    argument.span(), "a single file has no section files", "`section('" + id + "', 'Title') { ... }`");
        SourceText file = Characters.kebab(id) ? files.find(id) : null;
        if (file == null)
            throw source.refuse(
                    argument.span(),
                    "there is no file `" + id + ".groovy` next to the checklist",
                    "the name is misspelt");
        return section(checklist, file, new TopLevel(file).only("section"), subject, ids, id);
    }

    private Section section(
            String checklist,
            SourceText file,
            Syntax.Call call,
            Subject inherited,
            Set<String> ids,
            @Nullable String wantedId) {
        Arguments inFile = new Arguments(file);
        if (call.arguments().size() != 3)
            throw file.refuse(
                    call.nameSpan(),
                    "a section needs an id, a title and a block",
                    "`section('auth', 'Authorisation') { ... }`");
        inFile.shape(call, 3);
        String id = Ids.read(call.arguments().get(0), "section", file);
        if (wantedId != null && !id.equals(wantedId))
            throw file.refuse(
                    call.arguments().get(0).span(),
                    "the section is called `" + id + "`, its file `" + wantedId + ".groovy`");
        if (!ids.add(id))
            throw file.refuse(call.arguments().get(0).span(), "the checklist has two sections `" + id + "`");
        Syntax titleAt = call.arguments().get(1);
        String title = Titles.check(inFile.text(titleAt, "section"), titleAt.span(), file);
        Syntax.Block block = inFile.block(call, call.arguments().get(2));
        Subject subject = inherited;
        List<Item> items = new ArrayList<>();
        List<Syntax.Call> itemCalls = new ArrayList<>();
        boolean judged = false;
        boolean clean = true;
        for (Syntax statement : block.statements()) {
            Syntax.Call head = problems.attempt(() -> sectionWord(statement, file));
            clean &= head != null;
            if (head == null) continue;
            if (head.name().equals("item")) itemCalls.add(head);
            else if (judged)
                problems.add(file.refuse(head.nameSpan(), "`judges` stands here twice")
                        .problem());
            else {
                judged = true;
                subject = sectionSubject(head, file);
            }
        }
        if (itemCalls.isEmpty() && clean)
            throw file.refuse(call.nameSpan(), "the section has no item", "`item('id') { ... }`");
        for (Syntax.Call itemCall : itemCalls) {
            Subject judges = subject;
            Item item = problems.attempt(() -> item(checklist, id, file, itemCall, judges));
            if (item != null) items.add(item);
        }
        return new Section(id, title, items);
    }

    private static Syntax.Call sectionWord(Syntax statement, SourceText file) {
        Links links = Links.of(statement, file);
        Syntax.Call head = links.next();
        links.end(Set.of());
        if (!head.name().equals("item") && !head.name().equals("judges"))
            throw file.refuse(
                    head.nameSpan(),
                    "`" + head.name() + "` is no part of a section",
                    Suggestion.nearOrAll(head.name(), Set.of("item", "judges")));
        return head;
    }

    private Subject sectionSubject(Syntax.Call call, SourceText file) {
        try {
            return Subject.of(Judges.read(call, catalogue, file));
        } catch (Refusal refusal) {
            problems.add(refusal.problem());
            return Subject.broken(refusal.problem());
        }
    }

    private Item item(String checklist, String section, SourceText file, Syntax.Call call, Subject subject) {
        if (call.arguments().isEmpty())
            throw file.refuse(call.nameSpan(), "an item needs an id and a block", "`item('readme') { ... }`");
        String name = Ids.read(call.arguments().get(0), "item", file);
        String id = checklist.replace('/', '.') + "." + section + "." + name;
        if (!declared.item(checklist, section, id))
            throw file.refuse(call.arguments().get(0).span(), "two items have the id `" + id + "`");
        Problem problem = file.brokenItem(call.nameSpan());
        if (problem != null) throw new Refusal(problem);
        return new ItemReader(file, catalogue).read(id, call, subject, params, checks);
    }
}

package io.github.assaymark.cli;

import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "waive",
        description = {
            "Write down that an item may fail on a subject until a moment, why, and who allows it.",
            "",
            "A waiver never changes the outcome: reports go on to say FAIL, and WAIVED beside it."
        },
        footer = {
            "",
            "assay waive latency-alarm services/billing --approved-by @ada --until 2027-01-31 --reason 'moves in January'"
        })
final class WaiveCommand extends Command {
    private static final String LIST = "waivers";

    @Mixin
    JudgeOptions judge = new JudgeOptions();

    @Parameters(index = "0", paramLabel = "ITEM", description = "Id of an item, or its last part")
    String item = "";

    @Parameters(index = "1", paramLabel = "SUBJECT", description = "Key of a subject, * for every one")
    String subject = "";

    @Option(names = "-C", paramLabel = "PATH", description = "The repository (default: the current directory)")
    @Nullable
    Path directory;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why it may fail")
    String reason = "";

    @Option(names = "--approved-by", paramLabel = "HANDLE", required = true, description = "Who allows it")
    String approvedBy = "";

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            required = true,
            description = "First moment it no longer holds; a day is its start in UTC")
    String until = "";

    @Option(names = "--ticket", paramLabel = "TEXT", description = "Where it is followed up")
    @Nullable
    String ticket;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "File below the repository (default: waivers/PACK-CHECKLIST.yaml)")
    @Nullable
    Path file;

    WaiveCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        if (judge.snapshot != null || judge.revision != null)
            throw new UsageException("waive: writes into a working tree, so it reads no --snapshot and no --revision"
                    + "\n  Maybe leave it out");
        Judged judged = new Judge(workshop, console).judge(judge, directory);
        boolean every = subject.equals("*");
        List<Verdict> chosen = Selection.of(
                judged.assessment(), List.of(item), every ? List.of() : List.of(subject.equals(".") ? "" : subject));
        List<String> items = chosen.stream().map(v -> v.item().id()).distinct().toList();
        if (items.size() > 1)
            throw new UsageException("several items are called " + item + ": " + String.join(", ", items)
                    + "\n  Maybe write more of its id");
        String id = items.get(0);
        refuseForbidden(judged.packs(), id);
        if (chosen.stream().noneMatch(WaiveCommand::isOpen))
            throw new UsageException(id + " is " + chosen.get(0).outcome().kind() + " now: there is nothing to waive"
                    + "\n  Maybe another item was meant");
        Instant end = StatementFile.moment("--until", until);
        if (!end.isAfter(judged.assessment().now()))
            throw new UsageException("--until: " + until + " is over already\n  Maybe name a later day");
        if (reason.isBlank())
            throw new UsageException("--reason: nothing is said\n  Maybe say why it may fail, for who asks next year");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("item", id);
        fields.put("subject", every ? "*" : chosen.get(0).subject().key());
        fields.put("reason", reason);
        fields.put("approvedBy", StatementFile.handle("--approved-by", approvedBy));
        if (ticket != null) fields.put("ticket", ticket);
        fields.put("until", end.toString());
        Path repository =
                directory == null ? console.directory() : console.directory().resolve(directory);
        StatementFile target = new StatementFile(repository, file, LIST, id);
        target.append(fields);
        Judged after = new Judge(workshop, console).judge(judge, directory);
        boolean read = after.snapshot().facts(Waiver.class).stream()
                .anyMatch(one -> one.item().equals(id)
                        && one.subject().equals(fields.get("subject"))
                        && one.until().equals(end));
        write(out -> {
            out.append("wrote ").append(target.path()).append('\n');
            if (!read) out.append("nothing reads it: put it under `waivers` in assay.yaml\n");
            Effect.print(out, chosen, after);
        });
        return 0;
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict.outcome() instanceof Outcome.Fail
                || verdict.outcome() instanceof Outcome.Unknown
                || verdict.outcome() instanceof Outcome.Pending;
    }

    private static void refuseForbidden(List<Pack> packs, String id) {
        for (Pack pack : packs)
            for (Checklist checklist : pack.checklists())
                for (Section section : checklist.sections())
                    if (checklist.waivers() == Checklist.WaiverPolicy.FORBIDDEN
                            && section.items().stream().anyMatch(one -> one.id().equals(id)))
                        throw new UsageException(id + " cannot be waived: " + checklist.id() + " forbids waivers"
                                + "\n  Maybe see what would turn it green with `assay why " + id + "`");
    }
}

package io.github.assaymark.cli;

import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.verdict.AttestationRequest;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "attest",
        description = {
            "Write down that a person looked and confirms an item, or rejects it.",
            "",
            "Without an item: list what waits for a person. The commit and the digest of the content it speaks of are"
                    + " put in where the item asks for them."
        },
        footer = {
            "",
            "assay attest                                             what waits for a person",
            "assay attest consent-text services/billing --by @ada --role privacy",
            "assay attest consent-text services/billing --by @ada --role privacy --rejected"
        })
final class AttestCommand extends Command {
    private static final String LIST = "attestations";

    @Mixin
    JudgeOptions judge = new JudgeOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ITEM", description = "Id of an item, or its last part")
    @Nullable
    String item;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SUBJECT", description = "Key of a subject, * for every one")
    @Nullable
    String subject;

    @Option(names = "-C", paramLabel = "PATH", description = "The repository (default: the current directory)")
    @Nullable
    Path directory;

    @Option(
            names = "--by",
            paramLabel = "HANDLE",
            description = "Who attests, by the handle of the directory of people")
    @Nullable
    String by;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Role the person speaks in (default: the one asked for)")
    @Nullable
    String role;

    @Option(names = "--rejected", description = "The person looked, and it does not hold")
    boolean rejected;

    @Option(names = "--expires", paramLabel = "WHEN", description = "First moment it no longer holds, 2027-03-01")
    @Nullable
    String expires;

    @Option(names = "--evidence", paramLabel = "TEXT", description = "Link or path of what the person looked at")
    @Nullable
    String evidence;

    @Option(names = "--note", paramLabel = "TEXT", description = "Anything else, for readers of the file")
    @Nullable
    String note;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "File below the repository (default: attestations/PACK-CHECKLIST.yaml)")
    @Nullable
    Path file;

    AttestCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        if (judge.snapshot != null || judge.revision != null)
            throw new UsageException("attest: writes into a working tree, so it reads no --snapshot and no --revision"
                    + "\n  Maybe leave it out");
        Judged judged = new Judge(workshop, console).judge(judge, directory);
        List<AttestationRequest> requests = workshop.attestationRequests(judged.packs(), judged.snapshot());
        if (item == null) {
            List<AttestationRequest> open = requests.stream()
                    .filter(request -> decides(judged, request))
                    .toList();
            write(out -> list(out, open));
            return 0;
        }
        attest(judged, requests, item);
        return 0;
    }

    /** Whether the verdict is open for the want of this attestation. */
    private static boolean decides(Judged judged, AttestationRequest request) {
        Verdict verdict = judged.assessment()
                .verdict(request.item(), request.subject().key())
                .orElseThrow();
        return verdict.outcome() instanceof Outcome.Unknown open
                && request.value() instanceof Truth.Unknown lacking
                && open.reason() == lacking.reason();
    }

    private static void list(Appendable out, List<AttestationRequest> requests) throws IOException {
        for (AttestationRequest request : requests) {
            out.append(request.item()).append("  ").append(key(request)).append('\n');
            out.append("  ").append(request.title()).append('\n');
            List<String> roles = request.roles();
            out.append("  asks ").append(request.quorum() == 1 ? "a person" : request.quorum() + " persons");
            out.append(roles == null ? "" : " of role " + String.join(" or ", roles));
            if (request.revision()) out.append(", for this commit");
            if (request.content()) out.append(", for the content as it stands");
            if (request.within() != null)
                out.append(", not longer than ")
                        .append(String.valueOf(request.within().toDays()))
                        .append(" days ago");
            out.append('\n');
        }
        if (requests.isEmpty()) out.append("nothing waits for a person\n");
    }

    private static String key(AttestationRequest request) {
        return request.subject().key().isEmpty() ? "." : request.subject().key();
    }

    private void attest(Judged judged, List<AttestationRequest> requests, String name) throws IOException {
        boolean every = "*".equals(subject);
        List<Verdict> chosen = Selection.of(
                judged.assessment(),
                List.of(name),
                every ? List.of() : Selection.one(".".equals(subject) ? "" : subject));
        List<String> items = chosen.stream().map(v -> v.item().id()).distinct().toList();
        if (items.size() > 1)
            throw new UsageException("several items are called " + name + ": " + String.join(", ", items)
                    + "\n  Maybe write more of its id");
        List<AttestationRequest> asked = requests.stream()
                .filter(request -> chosen.stream()
                        .anyMatch(verdict -> verdict.item().id().equals(request.item())
                                && verdict.subject().equals(request.subject())))
                .toList();
        if (asked.isEmpty())
            throw new UsageException(items.get(0) + " asks no person: facts decide it"
                    + "\n  Maybe see what it asks for with `assay why " + name + "`");
        if (asked.size() > 1 && !every)
            throw new UsageException(items.get(0) + " is asked of several subjects: "
                    + String.join(", ", asked.stream().map(AttestCommand::key).toList())
                    + "\n  Maybe name one, or '*' for all of them");
        Map<String, String> fields = fields(judged, items.get(0), asked, every);
        StatementFile target = new StatementFile(repository(), file, LIST, items.get(0));
        target.append(fields);
        Judged after = new Judge(workshop, console).judge(judge, directory);
        boolean read = after.snapshot().facts(Attestation.class).stream()
                .anyMatch(one -> one.item().equals(fields.get("item"))
                        && one.subject().equals(fields.get("subject"))
                        && one.by().equals(fields.get("by"))
                        && one.at().toString().equals(fields.get("at")));
        write(out -> {
            out.append("wrote ").append(target.path()).append('\n');
            if (!read) out.append("nothing reads it: put it under `attestations` in assay.yaml\n");
            Effect.print(out, chosen, after);
        });
    }

    private Path repository() {
        return directory == null ? console.directory() : console.directory().resolve(directory);
    }

    private Map<String, String> fields(Judged judged, String id, List<AttestationRequest> asked, boolean every) {
        if (by == null) throw new UsageException("--by: nobody is named who attests" + "\n  Maybe add --by @handle");
        AttestationRequest first = asked.get(0);
        if (every
                && asked.stream()
                        .anyMatch(one -> !Objects.equals(one.sha(), first.sha())
                                || !Objects.equals(one.digest(), first.digest())))
            throw new UsageException(id + " is bound to content that differs between its subjects"
                    + "\n  Maybe attest each of them by itself");
        if (first.revision() && first.sha() == null)
            throw new UsageException(id + " is bound to a commit, and nobody knows the judged one"
                    + "\n  Maybe commit first, or say `commit` in assay.yaml where git does not know the files");
        if (first.content() && first.digest() == null)
            throw new UsageException(id + " is bound to content that is not there"
                    + "\n  Maybe see what it asks for with `assay why " + id + "`");
        Instant at = judged.assessment().now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("item", id);
        fields.put("subject", every ? "*" : first.subject().key());
        fields.put("by", StatementFile.handle("--by", by));
        String as = role(id, first.roles());
        if (as != null) fields.put("role", as);
        fields.put("decision", rejected ? "rejected" : "confirmed");
        fields.put("at", at.toString());
        if (expires != null) {
            Instant end = StatementFile.moment("--expires", expires);
            if (!end.isAfter(at))
                throw new UsageException("--expires: " + expires + " is over already\n  Maybe name a later day");
            fields.put("expires", end.toString());
        }
        if (first.sha() != null) fields.put("sha", first.sha());
        if (first.digest() != null) fields.put("digest", first.digest());
        if (evidence != null) fields.put("evidence", evidence);
        if (note != null) fields.put("note", note);
        return fields;
    }

    private @Nullable String role(String id, @Nullable List<String> roles) {
        if (roles == null) return role;
        if (role == null && roles.size() == 1) return roles.get(0);
        if (role != null && roles.contains(role)) return role;
        throw new UsageException("--role: " + id + " asks for "
                + (roles.isEmpty() ? "a role that a parameter names, and it names none" : String.join(" or ", roles))
                + (role == null ? "" : ", not " + role)
                + "\n  Maybe have a person of that role attest");
    }
}

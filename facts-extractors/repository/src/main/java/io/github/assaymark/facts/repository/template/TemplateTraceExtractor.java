package io.github.assaymark.facts.repository.template;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.TemplateTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of the template in the files of services: the name of its directory where it stands for a name (after a
 * quote, a slash, a space or a colon) in sources and settings, and {@code <your-...>} everywhere. Prose may speak of
 * the template.
 */
public final class TemplateTraceExtractor implements FactExtractor {
    private static final String LEFT_OPEN = "<your[-_ ][A-Za-z0-9_ -]{1,40}>";
    private static final int MOST_PER_FILE = 100;

    private record Trace(String text, String template, int line, int start) {}

    @Override
    public String id() {
        return "template-traces";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(TemplateTrace.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        List<String> templates = context.templates();
        if (templates.isEmpty()) {
            for (String owner : context.owners())
                facts.accept(Coverage.missing(
                        id(),
                        TemplateTrace.class.getSimpleName(),
                        owner,
                        Coverage.Status.NOT_ATTEMPTED,
                        "there is no template directory to compare with"));
            return;
        }
        CoverageAccount account = new CoverageAccount(context, id(), "text files of services");
        List<SourceFile> files = context.source().files().stream()
                .filter(file -> looked(context, file))
                .toList();
        for (FileWork.Outcome<List<Trace>> outcome :
                FileWork.over(files, context.limits(), file -> traces(file, file.text(context.limits()), templates))) {
            String path = outcome.file().path();
            account.matched(path);
            List<Trace> traces = outcome.value();
            if (traces == null) account.gap(path, 0, String.valueOf(outcome.failure()));
            else enter(context, path, traces, facts);
        }
        account.close(facts, List.of(TemplateTrace.class));
    }

    private static boolean looked(ScanContext context, SourceFile file) {
        FileKind kind = file.kind();
        if (kind == FileKind.OTHER || kind == FileKind.VENDORED || kind == FileKind.GENERATED) return false;
        if (context.ownerOf(file.path()).isEmpty()) return false;
        return context.templates().stream().noneMatch(template -> file.path().startsWith(template + "/"));
    }

    private static List<Trace> traces(SourceFile file, String text, List<String> templates) {
        List<Trace> traces = new ArrayList<>();
        boolean prose = file.kind() == FileKind.DOCUMENT;
        String[] lines = text.split("\n", -1);
        for (String template : templates) {
            String name = "(?:^|[\"'`/\\s:=@(])(" + Pattern.quote(Paths.name(template)) + ")(?![A-Za-z0-9_-])";
            Pattern pattern = Pattern.compile(prose ? "(" + LEFT_OPEN + ")" : name + "|(" + LEFT_OPEN + ")");
            for (int i = 0; i < lines.length; i++) {
                Matcher matcher = pattern.matcher(lines[i]);
                while (matcher.find() && traces.size() < MOST_PER_FILE) {
                    int group = matcher.start(1) >= 0 ? 1 : 2;
                    traces.add(new Trace(matcher.group(group), template, i + 1, matcher.start(group)));
                }
            }
        }
        return traces;
    }

    private static void enter(ScanContext context, String path, List<Trace> traces, Consumer<Fact> facts) {
        Map<String, Integer> seen = new HashMap<>();
        for (Trace trace : traces) {
            int occurrence = seen.merge(trace.text(), 1, Integer::sum);
            facts.accept(new TemplateTrace(
                    path + "#" + trace.text() + (occurrence == 1 ? "" : "#" + occurrence),
                    context.ownerOf(path),
                    new Places(context.source())
                            .piece(
                                    path,
                                    trace.line(),
                                    trace.start() + 1,
                                    trace.start() + 1 + trace.text().length()),
                    path,
                    trace.text(),
                    trace.template()));
        }
    }
}

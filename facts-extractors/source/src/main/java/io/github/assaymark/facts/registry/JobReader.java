package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.BackgroundJob;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads scheduled jobs from the registries of files whose names speak of jobs. */
final class JobReader extends SourceExtractor {
    private static final Set<String> FILES =
            Set.of("job", "jobs", "cron", "crons", "schedule", "schedules", "scheduler", "scheduled", "tasks");
    private static final Set<String> MAKERS =
            Set.of("defineJob", "registerJob", "scheduleJob", "createJob", "addJob", "defineCron", "JobDefinition");
    private static final String[] IDS = {"id", "jobid", "key", "name", "slug"};
    private static final String[] SCHEDULES = {
        "schedule", "cron", "rate", "every", "interval", "cronexpression", "pattern", "expression", "at"
    };
    private static final String[] TARGETS = {
        "target",
        "targetservice",
        "service",
        "url",
        "endpoint",
        "baseurl",
        "targeturl",
        "path",
        "route",
        "handler",
        "run",
        "urlsecret",
        "secret"
    };

    JobReader() {
        super("jobs", 1, List.of(BackgroundJob.class));
    }

    /** Whether a file of this path may hold a registry of jobs. */
    static boolean reads(String path) {
        if (Words.any(Words.stem(path), FILES)) return true;
        List<String> directories = Words.directories(path);
        return directories.stream().limit(2).anyMatch(directory -> Words.any(directory, FILES));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        Resolver resolver = program.resolver();
        facts.each(program.modules(), module -> {
            for (Constant constant : Constant.of(module)) {
                if (constant.exported() && speaks(module, constant)) registry(constant, resolver, facts);
            }
            for (Located call : Calls.named(module, MAKERS::contains)) made(call, resolver, facts);
        });
    }

    /** A constant of its own name, or of a file that holds nothing but a registry. */
    private static boolean speaks(Module module, Constant constant) {
        List<String> words = Words.of(constant.name());
        boolean registry = words.contains("registry") || words.contains("definitions") || words.contains("default");
        return words.stream().anyMatch(FILES::contains)
                || registry
                || Words.any(Words.stem(module.path()), Set.of("registry"));
    }

    private static void registry(Constant constant, Resolver resolver, FactSink facts) {
        Value literal = Literal.of(resolver, constant.value());
        boolean named = Words.any(constant.name(), FILES) || Words.any(constant.name(), Set.of("registry"));
        if (literal == null) {
            Value value = resolver.value(constant.value());
            boolean open = value instanceof Value.Open
                    || (value instanceof Value.CallResult made
                            && !MAKERS.contains(made.callee().last()));
            boolean list = Words.any(constant.name(), Set.of("jobs", "crons", "schedules", "registry"));
            if (named && list && open) open(constant.value(), "it is computed when the code runs", facts);
            return;
        }
        if (literal instanceof Value.Struct single && isJob(new Attributes(resolver, single), "")) {
            job(null, constant.value(), new Attributes(resolver, single), resolver, facts);
            return;
        }
        List<Entry> entries = Entry.of(resolver, literal);
        boolean jobs =
                entries.isEmpty() || entries.stream().anyMatch(entry -> isJob(entry.attributes(resolver), entry.key()));
        if (!jobs) return;
        if (named && !Literal.complete(literal)) open(constant.value(), "not all jobs are written down", facts);
        for (Entry entry : entries) {
            if (entry.value() instanceof Value.CallResult made
                    && MAKERS.contains(made.callee().last())) continue;
            Attributes attributes = entry.attributes(resolver);
            if (isJob(attributes, entry.key())) job(entry, entry.place(), attributes, resolver, facts);
            else if (!(entry.value() instanceof Value.Function))
                open(entry.located(), "it does not read as a job", facts);
        }
    }

    private static boolean isJob(Attributes attributes, String key) {
        boolean named = !key.isEmpty() || attributes.get(IDS) != null;
        return named
                && (attributes.get(SCHEDULES) != null || attributes.get("cron", "jobid") != null)
                && attributes.get(TARGETS) != null;
    }

    private static void made(Located call, Resolver resolver, FactSink facts) {
        if (!MAKERS.contains(resolver.callee(call).last())) return;
        List<Located> arguments = resolver.arguments(call).items();
        String id = null;
        for (Located argument : arguments) {
            Value value = resolver.value(argument);
            if (value instanceof Value.Text text && id == null) id = text.text();
            if (!(value instanceof Value.Struct struct)) continue;
            Attributes attributes = new Attributes(resolver, struct);
            if (!isJob(attributes, id == null ? "" : id)) continue;
            if (id == null) job(null, call, attributes, resolver, facts);
            else fact(id, call, attributes, resolver, facts);
            return;
        }
    }

    private static void job(
            @Nullable Entry entry, Located place, Attributes attributes, Resolver resolver, FactSink facts) {
        String id = attributes.text(IDS);
        Located written = attributes.get(IDS);
        if (id == null && written == null && entry != null && !entry.key().isEmpty()) id = entry.key();
        if (id == null) open(written == null ? place : written, "the id of a job is not constant", facts);
        else fact(id, place, attributes, resolver, facts);
    }

    private static void fact(String id, Located place, Attributes attributes, Resolver resolver, FactSink facts) {
        String method = attributes.text("method", "httpmethod", "verb");
        String target =
                attributes.text("targetservice", "service", "target", "targeturl", "url", "endpoint", "baseurl");
        String secret = secret(attributes, resolver);
        Boolean on = attributes.truth("enabled", "active");
        Boolean off = attributes.truth("disabled", "paused");
        Located open = attributes.open("enabled", "active", "disabled", "paused");
        if (open != null) facts.unresolved("whether a job is enabled", open, "it is not constant", List.of());
        facts.fact(new BackgroundJob(
                facts.key(id),
                facts.owner(),
                facts.place(place),
                id,
                true,
                !Boolean.FALSE.equals(on) && !Boolean.TRUE.equals(off),
                target,
                method == null ? null : method.toUpperCase(Locale.ROOT),
                attributes.text("path", "route", "targetpath"),
                schedule(attributes, resolver, facts),
                secret,
                attributes.shown("retry", "retries", "tries", "attempts", "maxattempts", "maxretries", "retrypolicy"),
                attributes.shown("failurealarm", "alarm", "alarms", "onfailure", "alert", "alerts"),
                null));
    }

    private static @Nullable String schedule(Attributes attributes, Resolver resolver, FactSink facts) {
        String text = attributes.text(SCHEDULES);
        if (text != null) return text;
        Located written = attributes.get(SCHEDULES);
        if (written == null) return null;
        Value value = resolver.value(written);
        if (value instanceof Value.Struct struct) {
            String nested = new Attributes(resolver, struct).text(SCHEDULES);
            if (nested != null) return nested;
        }
        if (value instanceof Value.CallResult made && made.callee().plain()) {
            List<Located> arguments = resolver.arguments(made.call()).items();
            if (arguments.size() == 1 && resolver.value(arguments.get(0)) instanceof Value.Text only)
                return made.callee().last() + "(" + only.text() + ")";
        }
        if (value instanceof Value.Number) return resolver.shown(written);
        facts.unresolved("schedule of a job", written, "it is not constant", List.of());
        return resolver.shown(written);
    }

    /** The name of the secret that holds the address; never its value. */
    private static @Nullable String secret(Attributes attributes, Resolver resolver) {
        String named = attributes.text("urlsecret", "secret", "targetsecret", "urlenv", "secretname");
        if (named != null) return named;
        Located written =
                attributes.get("urlsecret", "secret", "targetsecret", "urlenv", "target", "url", "endpoint", "baseurl");
        if (written == null) return null;
        Value value = resolver.value(written);
        if (value instanceof Value.Environment variable) return variable.name();
        if (value instanceof Value.CallResult made
                && Words.any(made.callee().name(), Set.of("secret", "secrets", "env"))) {
            List<Located> arguments = resolver.arguments(made.call()).items();
            if (!arguments.isEmpty() && resolver.value(arguments.get(0)) instanceof Value.Text text) return text.text();
        }
        return member(written.node());
    }

    /** {@code Resource.BillingUrl.value} and {@code secrets.BILLING_URL} name their secret. */
    private static @Nullable String member(SyntaxNode node) {
        if (!node.is(SyntaxKind.MEMBER_EXPRESSION)) return null;
        String[] parts = node.text().split("\\.", -1);
        if (parts.length < 2) return null;
        if (parts[0].equals("Resource")) return parts[1];
        return Words.any(parts[0], Set.of("secret", "secrets", "env")) ? parts[1] : null;
    }

    private static void open(Located expression, String reason, FactSink facts) {
        facts.unresolved("jobs of a registry", expression, reason, BackgroundJob.class);
    }
}

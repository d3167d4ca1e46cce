package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a call writes a log record, and of which level. Loggers are {@code console}; what is named {@code log},
 * {@code logger} or ends so ({@code c.var.logger}, {@code auditLogger}); what a logging package or a function such as
 * {@code getLogger} or {@code child} gives; the standard streams of the process; and what Sentry keeps beside an error.
 */
final class Loggers {
    private static final Set<String> LEVELS = Set.of(
            "trace",
            "debug",
            "verbose",
            "info",
            "log",
            "warn",
            "warning",
            "error",
            "fatal",
            "critical",
            "notice",
            "silly",
            "alert",
            "success",
            "dir",
            "table");
    private static final Set<String> PACKAGES = Set.of(
            "pino",
            "winston",
            "bunyan",
            "loglevel",
            "consola",
            "tslog",
            "signale",
            "roarr",
            "log4js",
            "npmlog",
            "@logtape/logtape",
            "@nestjs/common",
            "@nestjs/core",
            "nestjs-pino",
            "@axiomhq/logging",
            "next-axiom",
            "hono-pino",
            "@aws-lambda-powertools/logger",
            "evlog",
            "debug");
    private static final Set<String> MAKERS = Set.of(
            "getLogger",
            "createLogger",
            "useLogger",
            "getChildLogger",
            "childLogger",
            "makeLogger",
            "pino",
            "child",
            "withContext",
            "withFields",
            "withTag");
    private static final Set<String> SENTRY = Set.of(
            "captureException",
            "captureMessage",
            "captureEvent",
            "addBreadcrumb",
            "setContext",
            "setExtra",
            "setExtras",
            "setUser",
            "setTag",
            "setTags");
    private static final Set<String> EFFECT =
            Set.of("log", "logTrace", "logDebug", "logInfo", "logWarning", "logError", "logFatal");

    /** What a call logs with. */
    record Log(String logger, String level) {}

    private final Module module;
    private final Resolver resolver;

    Loggers(Module module, Resolver resolver) {
        this.module = module;
        this.resolver = resolver;
    }

    /** What a call logs with; null when it does not log. */
    @Nullable
    Log of(SyntaxNode call) {
        SyntaxNode target = Syntax.target(call);
        if (target == null) return null;
        SyntaxNode member = Syntax.bare(target);
        SyntaxNode property = member.is(SyntaxKind.MEMBER_EXPRESSION) ? member.child("property") : null;
        SyntaxNode receiver = member.child("object");
        if (property == null || receiver == null) return null;
        String method = property.text();
        if (LEVELS.contains(method)) {
            if (logger(receiver)) return new Log(shown(call), level(call, method));
            return method.equals("log") ? effect(call, method, receiver) : null;
        }
        if (method.equals("write")) {
            String stream = Syntax.dotted(receiver);
            if ("process.stdout".equals(stream)) return new Log(stream + ".write", "info");
            if ("process.stderr".equals(stream)) return new Log(stream + ".write", "error");
            return null;
        }
        if (SENTRY.contains(method) && sentry(call, receiver)) return new Log(shown(call), sentryLevel(call, method));
        if (EFFECT.contains(method)) return effect(call, method, receiver);
        return null;
    }

    private @Nullable Log effect(SyntaxNode call, String method, SyntaxNode receiver) {
        if (!EFFECT.contains(method)
                || !(resolver.value(module.at(receiver)) instanceof Value.External external)
                || !external.module().startsWith("effect")) return null;
        String level = method.equals("log") ? "log" : method.substring(3).toLowerCase(Locale.ROOT);
        return new Log(shown(call), level);
    }

    private String shown(SyntaxNode call) {
        String name = resolver.callee(module.at(call)).name();
        SyntaxNode target = Syntax.target(call);
        return !name.isEmpty() || target == null ? name : Syntax.line(target.text());
    }

    private String level(SyntaxNode call, String method) {
        if (!method.equals("log")) return method;
        SyntaxNode first = Syntax.argument(call, 0);
        if (first == null) return method;
        String text = resolver.text(module.at(first)).orElse("").toLowerCase(Locale.ROOT);
        return LEVELS.contains(text) ? text : method;
    }

    private boolean sentry(SyntaxNode call, SyntaxNode receiver) {
        Callee callee = resolver.callee(module.at(call));
        String from = callee.module();
        if (from != null && from.startsWith("@sentry/")) return true;
        String dotted = Syntax.dotted(receiver);
        return dotted != null && (dotted.equals("Sentry") || Syntax.last(dotted).equals("sentry"));
    }

    private String sentryLevel(SyntaxNode call, String method) {
        for (SyntaxNode argument : Syntax.arguments(call)) {
            SyntaxNode level = Syntax.entry(argument, "level");
            if (level != null) {
                String text = resolver.text(module.at(level)).orElse("");
                if (!text.isEmpty()) return text.toLowerCase(Locale.ROOT);
            }
        }
        return method.equals("captureException") || method.equals("captureEvent") ? "error" : "info";
    }

    private boolean logger(SyntaxNode receiver) {
        SyntaxNode bare = Syntax.bare(receiver);
        if (bare.is(SyntaxKind.CALL_EXPRESSION)) return makes(bare);
        String dotted = Syntax.dotted(bare);
        if (dotted == null) return false;
        String name = Syntax.last(dotted);
        if (name.equals("console")) return true;
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("log") || lower.endsWith("logger") || lower.equals("logging")) return true;
        if (name.endsWith("Log") || name.endsWith("_log")) return true;
        Value value = resolver.value(module.at(bare));
        if (value instanceof Value.CallResult result) {
            String from = result.callee().module();
            return (from != null
                            && PACKAGES.contains(from)
                            && loggerLike(from, result.callee().last()))
                    || MAKERS.contains(result.callee().last());
        }
        return value instanceof Value.External external
                && PACKAGES.contains(external.module())
                && loggerLike(external.module(), external.name());
    }

    /** Nest's packages hold much else. */
    private static boolean loggerLike(String from, String name) {
        return !from.startsWith("@nestjs/") || Syntax.last(name).endsWith("Logger");
    }

    private boolean makes(SyntaxNode call) {
        SyntaxNode target = Syntax.target(call);
        SyntaxNode member = target == null ? null : Syntax.bare(target);
        if (member == null) return false;
        SyntaxNode property = member.is(SyntaxKind.MEMBER_EXPRESSION) ? member.child("property") : member;
        SyntaxNode object = member.child("object");
        if (property == null) return false;
        String name = property.text();
        if (name.equals("child") || name.startsWith("with")) return object != null && logger(object);
        if (MAKERS.contains(name)) return true;
        if (name.equals("get")) {
            String key = Syntax.literal(Syntax.argument(call, 0));
            return key != null && key.toLowerCase(Locale.ROOT).endsWith("logger");
        }
        return name.equals("getInstance") && object != null && object.text().endsWith("Logger");
    }
}

package io.github.assaymark.core.link;

import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.verdict.Notice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters packs declare, and how their values are read. Immutable and safe for use by many threads. */
public final class Parameters {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})[. ]?([a-z]+)");

    private final Map<String, ParamDecl> declared;

    private Parameters(Map<String, ParamDecl> declared) {
        this.declared = declared;
    }

    /**
     * What the environment is, what must be said about it, and the facts made of it.
     *
     * @param notices sorted by parameter
     * @param policyValues one for each element of each set parameter
     */
    public record Reading(Environment environment, List<Notice> notices, List<PolicyValue> policyValues) {
        /** Copies the lists. */
        public Reading {
            notices = List.copyOf(notices);
            policyValues = List.copyOf(policyValues);
        }
    }

    /**
     * The parameters of packs.
     *
     * @throws PackException when one name is declared with two types or defaults
     */
    public static Parameters of(Collection<Pack> packs) {
        Map<String, ParamDecl> declared = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        packs.stream()
                .flatMap(pack -> pack.checklists().stream())
                .flatMap(checklist -> checklist.params().stream())
                .forEach(decl -> {
                    ParamDecl other = declared.putIfAbsent(decl.name(), decl);
                    if (other != null && !same(decl, other)) problems.add(conflict(decl, other));
                });
        if (!problems.isEmpty()) throw new PackException(problems);
        return new Parameters(declared);
    }

    private static boolean same(ParamDecl a, ParamDecl b) {
        return a.type().equals(b.type()) && Objects.equals(a.defaultValues(), b.defaultValues());
    }

    private static String conflict(ParamDecl decl, ParamDecl other) {
        return decl.place() + ": parameter `" + decl.name() + "` is declared otherwise at " + other.place()
                + "\n  Maybe give both the same type and default, or judge the packs one after the other";
    }

    /** Names of the declared parameters, sorted. */
    public Collection<String> names() {
        return declared.keySet();
    }

    /** Reads the values; a value of the wrong type leaves its parameter unset, with a notice. */
    public Reading read(Collection<Param> params, Instant now) {
        Map<String, List<Param>> given = new TreeMap<>();
        for (Param param : params)
            given.computeIfAbsent(param.name(), name -> new ArrayList<>()).add(param);
        List<Notice> notices = new ArrayList<>();
        List<Param> undeclared = given.entrySet().stream()
                .filter(entry -> !declared.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().get(0))
                .toList();
        if (!undeclared.isEmpty()) notices.add(notice(undeclared.get(0), undeclared(undeclared)));
        Map<String, Object> values = new TreeMap<>();
        List<PolicyValue> policies = new ArrayList<>();
        for (ParamDecl decl : declared.values()) {
            List<Param> facts = given.getOrDefault(decl.name(), List.of());
            if (facts.size() > 1) {
                notices.add(notice(
                        facts.get(0),
                        "parameter `" + decl.name() + "` is given " + facts.size() + " times; it stays unset"));
                continue;
            }
            List<String> texts =
                    facts.isEmpty() ? decl.defaultValues() : facts.get(0).values();
            if (texts == null) continue;
            Provenance place = facts.isEmpty()
                    ? new Provenance.Derived("default of parameter " + decl.name(), List.of())
                    : new Provenance.Derived(
                            "parameter " + decl.name(), List.of(facts.get(0).provenance()));
            Object value = value(decl.type(), texts);
            if (value == null) {
                Provenance at = facts.isEmpty() ? place : facts.get(0).provenance();
                notices.add(new Notice(
                        Notice.Kind.PARAMETER_WRONG,
                        "parameter `" + decl.name() + "` has the value " + texts + ", which is no "
                                + decl.type().kind().name().toLowerCase(Locale.ROOT) + "; it stays unset",
                        at));
                continue;
            }
            values.put(decl.name(), value);
            for (int i = 0; i < texts.size(); i++)
                policies.add(new PolicyValue(decl.name() + "#" + i, "", place, decl.name(), i, texts.get(i)));
        }
        return new Reading(Environment.of(now, values), notices, policies);
    }

    private static String undeclared(List<Param> params) {
        String names = params.stream().map(param -> "`" + param.name() + "`").collect(Collectors.joining(", "));
        return params.size() == 1
                ? "parameter " + names + " is declared by no checklist"
                : "parameters " + names + " are declared by no checklist of this run";
    }

    private static Notice notice(Param param, String message) {
        return new Notice(Notice.Kind.PARAMETER_WRONG, message, param.provenance());
    }

    private static @Nullable Object value(ValueType type, List<String> texts) {
        if (type.kind() == ValueType.Kind.TEXT_LIST) return texts;
        if (texts.size() != 1) return null;
        String text = texts.get(0);
        return switch (type.kind()) {
            case TEXT -> text;
            case INTEGER -> integer(text);
            case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
            case DURATION -> duration(text);
            default -> null;
        };
    }

    private static @Nullable Long integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text);
        try {
            return amount.matches() ? duration(Long.parseLong(amount.group(1)), amount.group(2)) : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Duration duration(long amount, String unit) {
        return switch (unit) {
            case "milliseconds" -> Duration.ofMillis(amount);
            case "seconds" -> Duration.ofSeconds(amount);
            case "minutes" -> Duration.ofMinutes(amount);
            case "hours" -> Duration.ofHours(amount);
            case "days" -> Duration.ofDays(amount);
            case "weeks" -> Duration.ofDays(Math.multiplyExact(amount, 7));
            default -> null;
        };
    }
}

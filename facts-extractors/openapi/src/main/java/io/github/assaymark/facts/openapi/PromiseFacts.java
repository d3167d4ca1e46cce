package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.CostBudget;
import io.github.assaymark.model.fact.SloDef;
import io.github.assaymark.model.fact.StateSource;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operation promises in its extensions: {@code x-...-slo} and {@code x-...-cost-budget}.
 *
 * <p>An objective is a share: {@code availability: "99.9"} (above 1 it is percent, below 1 a ratio, 1 says neither), or
 * a percentile with a time: {@code p95: 180ms} promises that 95 percent take no longer. A budget is a number whose unit
 * its key says, {@code cents_per_thousand: 4}, a {@code limit} with its {@code unit} or {@code currency}, or a text
 * such as {@code 0.4 EUR/1000}.
 */
final class PromiseFacts {
    private static final Pattern SLO = Pattern.compile("x-(.*-)?slo");
    private static final Pattern BUDGET = Pattern.compile("x-(.*-)?cost-budget");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,20})?)\\s?(%?)");
    private static final Pattern OBJECTIVE =
            Pattern.compile("objective|availability|target|success(_rate|-rate|Rate)?");
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s?(ms|s)");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)(?:\\s?([^\\s\\d].{0,60}))?");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s?(h|d|w)");

    private final SpecReader spec;
    private final String operation;
    private final @Nullable String service;
    private final Consumer<Fact> facts;

    PromiseFacts(SpecReader spec, String operation, Consumer<Fact> facts) {
        this.spec = spec;
        this.operation = operation;
        this.service = spec.owner().isEmpty()
                ? null
                : spec.owner().substring(spec.owner().lastIndexOf('/') + 1);
        this.facts = facts;
    }

    void emit(Map<String, Operation.Extension> extensions) {
        extensions.forEach((name, extension) -> {
            Located value = extension.value();
            if (value.node().isNull()) return;
            if (SLO.matcher(name).matches()) objectives(name, value);
            if (BUDGET.matcher(name).matches()) budgets(name, value);
        });
    }

    private void objectives(String name, Located of) {
        if (of.node().isScalar()) {
            objective(name, of, name, share(of), null);
            return;
        }
        Duration window = window(of);
        of.entries().forEach((key, value) -> {
            Matcher percentile = PERCENTILE.matcher(key);
            if (OBJECTIVE.matcher(key).matches()) objective(name, value, key, share(value), window);
            else if (percentile.matches()) {
                Matcher time = TIME.matcher(text(value.node()));
                if (time.matches())
                    objective(
                            name,
                            value,
                            "latency <= " + time.group(1) + time.group(2),
                            new Quantity(new BigDecimal(percentile.group(1)), Quantity.Unit.PERCENT),
                            window);
                else spec.promiseGap(value, key + " is no time such as 180ms");
            }
        });
    }

    private static String text(LocatedNode node) {
        return node.isScalar() ? node.text().strip() : "";
    }

    private @Nullable Quantity share(Located value) {
        Matcher share = SHARE.matcher(text(value.node()));
        if (share.matches()) {
            BigDecimal amount = new BigDecimal(share.group(1));
            int one = amount.compareTo(BigDecimal.ONE);
            boolean percent = !share.group(2).isEmpty() || one > 0;
            boolean known =
                    amount.signum() > 0 && amount.compareTo(BigDecimal.valueOf(100)) <= 0 && (percent || one < 0);
            if (known) return new Quantity(amount, percent ? Quantity.Unit.PERCENT : Quantity.Unit.RATIO);
        }
        spec.promiseGap(value, "the objective is no share such as 99.9%");
        return null;
    }

    private @Nullable Duration window(Located of) {
        Located window = of.get("window");
        if (window == null) return null;
        String text = text(window.node());
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            long count = Long.parseLong(days.group(1));
            return switch (days.group(2)) {
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> Duration.ofDays(7 * count);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            spec.promiseGap(window, "the window is no time such as 28d");
            return null;
        }
    }

    private void objective(
            String name, Located at, String indicator, @Nullable Quantity objective, @Nullable Duration window) {
        facts.accept(new SloDef(
                operation + "#" + name + "/" + indicator,
                spec.owner(),
                at.provenance(),
                operation + " " + indicator,
                service,
                operation,
                indicator,
                objective,
                window,
                false,
                null,
                StateSource.DECLARED,
                at.file().path()));
    }

    private void budgets(String name, Located of) {
        if (of.node().isScalar()) {
            budget(name, of, null, of);
            return;
        }
        Located limit = of.get("limit");
        if (limit != null) {
            String unit = of.text("unit");
            budget(name, limit, unit == null ? of.text("currency") : unit, limit);
            return;
        }
        of.entries().forEach((key, value) -> {
            if (value.node().isScalar()) budget(name + "/" + key, value, key, value);
        });
    }

    private void budget(String name, Located at, @Nullable String unit, Located value) {
        Matcher amount = AMOUNT.matcher(text(value.node()));
        if (!amount.matches()) {
            spec.promiseGap(at, "the limit is no number with a unit");
            return;
        }
        facts.accept(new CostBudget(
                operation + "#" + name,
                spec.owner(),
                at.provenance(),
                operation,
                new Quantity(new BigDecimal(amount.group(1)), Quantity.Unit.PIECES),
                unit == null ? amount.group(2) : unit,
                StateSource.DECLARED,
                at.file().path()));
    }
}

package io.github.assaymark.facts.program;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaves everything open. */
final class Unresolving implements Resolver {
    @Override
    public Value value(Located expression) {
        return new Value.Open(expression, "values are not resolved yet");
    }

    @Override
    public Optional<String> text(Located expression) {
        return Optional.empty();
    }

    @Override
    public String shown(Located expression) {
        return "…";
    }

    @Override
    public String template(Located expression) {
        return "{}";
    }

    @Override
    public Callee callee(Located call) {
        return new Callee("", null, value(call), null);
    }

    @Override
    public Value.Items arguments(Located call) {
        return new Value.Items(List.of(), false);
    }

    @Override
    public @Nullable Located declaration(Located name) {
        return null;
    }

    @Override
    public @Nullable Located returned(Located function) {
        return null;
    }

    @Override
    public List<Located> parameters(Located function) {
        return List.of();
    }
}

package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes nothing: for readers that are run for what they find on their way. */
record Silence(String owner) implements FactSink {
    @Override
    public void fact(Fact fact) {}

    @Override
    public void unresolved(String lookedFor, Located expression, String reason, List<Class<? extends Fact>> types) {}

    @Override
    public void gap(Located place, String reason, List<Class<? extends Fact>> types) {}

    @Override
    public void each(List<Module> modules, Consumer<Module> work) {
        modules.forEach(work);
    }

    @Override
    public int alone(List<Module> modules, Consumer<Module> work) {
        modules.forEach(work);
        return 0;
    }

    @Override
    public int alone(List<Module> modules, Function<Module, Object> given, Consumer<Module> work) {
        modules.forEach(work);
        return 0;
    }

    @Override
    public <T> List<T> gathered(List<Module> modules, Function<Module, Object> given, Function<Module, T> work) {
        return modules.stream().map(work).toList();
    }

    @Override
    public Provenance.File place(Located located) {
        return new Provenance.File(
                null,
                located.module().path(),
                located.node().line(),
                1,
                located.node().line(),
                1,
                null);
    }

    @Override
    public String key(String base) {
        return base;
    }

    @Override
    public String key(String base, String among) {
        return base;
    }
}

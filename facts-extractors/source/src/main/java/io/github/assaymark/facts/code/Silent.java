package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import java.util.List;
import java.util.function.Consumer;

/** Takes nothing: for looking into modules of other owners, who say themselves what is in them. */
record Silent(FactSink sink) implements FactSink {
    static FactSink of(FactSink sink) {
        return new Silent(sink);
    }

    @Override
    public String owner() {
        return sink.owner();
    }

    @Override
    public void fact(Fact fact) {}

    @Override
    public void unresolved(String lookedFor, Located expression, String reason, List<Class<? extends Fact>> types) {}

    @Override
    public void gap(Located place, String reason, List<Class<? extends Fact>> types) {}

    @Override
    public int alone(List<Module> modules, Consumer<Module> work) {
        modules.forEach(work);
        return 0;
    }

    @Override
    public void each(List<Module> modules, Consumer<Module> work) {
        modules.forEach(work);
    }

    @Override
    public Provenance.File place(Located located) {
        return sink.place(located);
    }

    @Override
    public String key(String base) {
        return base;
    }
}

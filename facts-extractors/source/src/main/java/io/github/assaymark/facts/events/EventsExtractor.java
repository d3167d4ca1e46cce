package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.model.fact.EventHandler;
import io.github.assaymark.model.fact.EventPublish;
import java.util.List;

/** Reads the calls that publish events and the functions that handle them. */
public final class EventsExtractor extends SourceExtractor {
    /** Found by the service loader. */
    public EventsExtractor() {
        super("events", 1, List.of(EventPublish.class, EventHandler.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        PublishReader publishes = new PublishReader(program, facts);
        List<Handlers.Found> found = facts.gathered(program.modules(), module -> {
            publishes.read(module);
            Handlers own = new Handlers(program.resolver());
            new HandlerReader(program.resolver(), facts, own).read(module);
            return own.found();
        });
        Handlers handlers = new Handlers(program.resolver());
        found.forEach(handlers::add);
        handlers.close(facts);
    }
}

package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.registry.Constant;
import io.github.assaymark.facts.registry.Elsewhere;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.model.fact.EventType;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.WebhookFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the types of events and the webhook filters of source files. */
final class EventTypeSources extends SourceExtractor {
    private static final Set<String> EVENT = Set.of("event", "events", "contract", "contracts");

    EventTypeSources() {
        super("event-types", 1, List.of(EventType.class, WebhookFilter.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        Resolver resolver = program.resolver();
        EventTypes types = new EventTypes(resolver);
        List<Module> modules = modules(program);
        List<EventTypes.Heard> registries = facts.gathered(modules, module -> {
            EventTypes.Heard heard = new EventTypes.Heard();
            List<Constant> constants = Constant.of(module);
            new EventTypeReader(resolver, facts, heard).registries(module, constants);
            new WebhookFilterReader(resolver, facts).read(module, constants);
            Elsewhere.note(module, resolver, EventTypeReader::names, facts, EventType.class);
            return heard;
        });
        registries.forEach(types::add);
        List<EventTypes.Heard> definitions = facts.gathered(modules, module -> {
            EventTypes.Heard heard = new EventTypes.Heard();
            new EventTypeReader(resolver, facts, heard).definitions(module, Constant.of(module));
            return heard;
        });
        definitions.forEach(types::add);
        types.close(facts, program.sha());
    }

    /** Constants of event names are commonly generated. */
    private static List<Module> modules(Program program) {
        List<Module> modules = new ArrayList<>(program.modules());
        for (String path : program.paths(FileKind.GENERATED)) {
            boolean speaks = Words.any(Words.stem(path), EVENT)
                    || Words.directories(path).stream().limit(3).anyMatch(name -> Words.any(name, EVENT));
            Module module = speaks ? program.module(path) : null;
            if (module != null) modules.add(module);
        }
        return modules;
    }
}

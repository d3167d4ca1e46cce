package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.ParamDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters a checklist declares, and which of them its items read. */
final class Params {
    private final Map<String, ParamDecl> declared = new LinkedHashMap<>();
    private final Map<String, Span> spans = new TreeMap<>();
    private final Map<String, Problem> broken = new TreeMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();

    /** Adds a parameter; {@code mayBeUnread} when the author says that no item reads it. */
    void declare(ParamDecl param, Span span, boolean mayBeUnread) {
        declared.put(param.name(), param);
        spans.put(param.name(), span);
        if (mayBeUnread) unread.add(param.name());
    }

    void broken(String name, Problem problem) {
        broken.put(name, problem);
    }

    boolean knows(String name) {
        return declared.containsKey(name) || broken.containsKey(name);
    }

    @Nullable
    Span span(String name) {
        return spans.get(name);
    }

    List<ParamDecl> declared() {
        return List.copyOf(declared.values());
    }

    /** The declaration; notes that it is used. */
    ParamDecl use(String name, Span at, SourceText source) {
        Problem problem = broken.get(name);
        if (problem != null) throw new Refusal(problem);
        ParamDecl param = declared.get(name);
        if (param == null)
            throw source.refuse(
                    at,
                    "the checklist declares no parameter `" + name + "`",
                    declared.isEmpty()
                            ? "`params { " + name + "() }` in the checklist"
                            : Suggestion.nearOrAll(name, declared.keySet()));
        used.add(name);
        return param;
    }

    /** Declared without being used, or used although declared as unread. */
    List<Problem> problems(SourceText source) {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, Span> entry : spans.entrySet()) {
            String name = entry.getKey();
            Span at = entry.getValue();
            if (!used.contains(name) && !unread.contains(name))
                problems.add(source.problem(
                        at.line(),
                        at.column(),
                        "no item reads the parameter `" + name + "`",
                        "remove it, or declare it with `unread: true`"));
            if (used.contains(name) && unread.contains(name))
                problems.add(source.problem(
                        at.line(),
                        at.column(),
                        "the parameter `" + name + "` is declared as unread, but an item reads it",
                        "remove `unread: true`"));
        }
        return problems;
    }
}

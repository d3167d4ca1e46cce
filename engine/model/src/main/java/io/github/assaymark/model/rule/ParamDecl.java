package io.github.assaymark.model.rule;

import io.github.assaymark.model.catalogue.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter a checklist declares. Within one pack, parameters of the same name are the same parameter.
 *
 * @param type TEXT, INTEGER, BOOLEAN, DURATION or TEXT_LIST
 * @param defaultValues value, or elements of a list, when the configuration sets none, durations as {@code PT24H}; null
 *     for no default
 * @param meaning one sentence; empty when the author gave none
 */
public record ParamDecl(
        String name, ValueType type, @Nullable List<String> defaultValues, String meaning, SourcePlace place) {}

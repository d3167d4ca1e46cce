package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a module or function while registrations are followed. Used by one thread. */
final class Frame {
    private final @Nullable Frame caller;
    private final Module entry;
    private final @Nullable Located function;
    private final List<Located> arguments;
    private final Bound.@Nullable Instance self;
    private final List<Condition> conditions;
    private @Nullable Bound returned;
    private boolean several;

    private Frame(
            @Nullable Frame caller,
            Module entry,
            @Nullable Located function,
            List<Located> arguments,
            Bound.@Nullable Instance self,
            List<Condition> conditions) {
        this.caller = caller;
        this.entry = entry;
        this.function = function;
        this.arguments = arguments;
        this.self = self;
        this.conditions = new ArrayList<>(conditions);
    }

    static Frame of(Module module) {
        return new Frame(null, module, null, List.of(), null, List.of());
    }

    Frame call(Located called, List<Located> given, Bound.@Nullable Instance receiver) {
        return new Frame(this, entry, called, given, receiver, conditions);
    }

    Module entry() {
        return entry;
    }

    @Nullable
    Located function() {
        return function;
    }

    Bound.@Nullable Instance self() {
        return self;
    }

    List<Condition> conditions() {
        return conditions;
    }

    @Nullable
    Bound returned() {
        return returned;
    }

    /** Takes what a return gives; false when an earlier one gave another application. */
    boolean returns(Bound value) {
        if (several) return true;
        if (returned == null) returned = value;
        several =
                returned instanceof Bound.AppRef one && value instanceof Bound.AppRef other && one.app() != other.app();
        if (several) returned = null;
        return !several;
    }

    int depth() {
        int depth = 0;
        for (Frame frame = caller; frame != null; frame = frame.caller) depth++;
        return depth;
    }

    boolean runs(Located other) {
        for (Frame frame = this; frame != null; frame = frame.caller) {
            if (other.equals(frame.function)) return true;
        }
        return false;
    }

    /** An expression, and the run it stands in. */
    record Argument(Located expression, Frame frame) {}

    /** What was given for a parameter of a function that runs; null when that is not known. */
    @Nullable
    Argument argument(Located of, int index) {
        for (Frame frame = this; frame != null; frame = frame.caller) {
            if (!of.equals(frame.function)) continue;
            Frame from = frame.caller;
            if (from == null || index < 0 || index >= frame.arguments.size()) return null;
            return new Argument(frame.arguments.get(index), from);
        }
        return null;
    }
}

package io.github.assaymark.facts.java;

import io.github.assaymark.facts.repository.work.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds types by name and the values of constants, through imports, packages and superclasses. Used by one thread. */
final class JavaIndex {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXTS = 1000;

    private final Map<String, Declared> types = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final Elsewhere elsewhere;

    /** A type and the file it stands in. */
    record Declared(JavaUnit unit, JavaType type) {
        String fullName() {
            return unit.packageName().isEmpty() ? type.name() : unit.packageName() + "." + type.name();
        }
    }

    /** Files of other owners. */
    @FunctionalInterface
    interface Elsewhere {
        /** The file that declares a type of this full name by its path; null when there is none. */
        @Nullable
        JavaUnit unit(String fullName);
    }

    JavaIndex(List<JavaUnit> units, Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        units.forEach(this::add);
    }

    private void add(JavaUnit unit) {
        for (JavaType type : unit.types()) {
            Declared declared = new Declared(unit, type);
            types.putIfAbsent(declared.fullName(), declared);
        }
    }

    /** The type of a full name. */
    private @Nullable Declared byFullName(String fullName) {
        Declared known = types.get(fullName);
        if (known != null || missing.contains(fullName) || fullName.indexOf('.') < 0) return known;
        JavaUnit unit = elsewhere.unit(fullName);
        if (unit != null) add(unit);
        Declared found = types.get(fullName);
        if (found == null) missing.add(fullName);
        return found;
    }

    /** The type that a name means in a file, within a type of it; null when it is not in the repository. */
    @Nullable
    Declared type(JavaUnit unit, @Nullable JavaType within, String name) {
        String plain = withoutArguments(name);
        int dot = plain.indexOf('.');
        String first = dot < 0 ? plain : plain.substring(0, dot);
        String rest = dot < 0 ? "" : plain.substring(dot);
        String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
        for (String around = within == null ? "" : within.name(); !around.isEmpty(); around = outer(around)) {
            Declared nested = types.get(prefix + around + "." + plain);
            if (nested != null) return nested;
        }
        String imported = unit.imported(first);
        if (imported != null) return byFullName(imported + rest);
        Declared near = byFullName(prefix + plain);
        if (near != null) return near;
        for (JavaUnit.Import each : unit.imports()) {
            if (!each.all() || each.isStatic() || known(each.name())) continue;
            Declared found = byFullName(each.name() + "." + plain);
            if (found != null) return found;
        }
        return dot > 0 && Character.isLowerCase(plain.charAt(0)) ? byFullName(plain) : null;
    }

    private static boolean known(String packageName) {
        return packageName.startsWith("java.")
                || packageName.startsWith("javax.")
                || packageName.startsWith("jakarta.")
                || packageName.startsWith("org.springframework.");
    }

    /** A type as it is written, without type arguments and array brackets. */
    static String withoutArguments(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '<' && name.charAt(end) != '[') end++;
        return name.substring(0, end).strip();
    }

    private static String outer(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** What a type extends and implements, as far as it is in the repository, nearest first. */
    List<Declared> supertypes(Declared declared) {
        Map<String, Declared> found = new LinkedHashMap<>();
        supertypes(declared, found, 0);
        return new ArrayList<>(found.values());
    }

    private void supertypes(Declared declared, Map<String, Declared> found, int depth) {
        if (depth > MAX_DEPTH) return;
        for (String name : parents(declared.type())) {
            Declared parent = type(declared.unit(), declared.type(), name);
            if (parent != null && found.putIfAbsent(parent.fullName(), parent) == null)
                supertypes(parent, found, depth + 1);
        }
    }

    /** The same, nearest first as Spring looks for annotations: interfaces before the superclass. */
    List<Declared> hierarchy(Declared declared) {
        Map<String, Declared> found = new LinkedHashMap<>();
        hierarchy(declared, found, 0);
        return new ArrayList<>(found.values());
    }

    private void hierarchy(Declared declared, Map<String, Declared> found, int depth) {
        if (depth > MAX_DEPTH) return;
        List<String> names = new ArrayList<>(declared.type().interfaces());
        if (declared.type().superclass() != null) names.add(declared.type().superclass());
        for (String name : names) {
            Declared parent = type(declared.unit(), declared.type(), name);
            if (parent != null && found.putIfAbsent(parent.fullName(), parent) == null)
                hierarchy(parent, found, depth + 1);
        }
    }

    /** Names of what a type extends and implements. */
    static List<String> parents(JavaType type) {
        List<String> names = new ArrayList<>();
        if (type.superclass() != null) names.add(type.superclass());
        names.addAll(type.interfaces());
        return names;
    }

    /** The text of a value; null when it is not constant. */
    @Nullable
    String text(JavaValue value, JavaUnit unit, @Nullable JavaType within) {
        return text(value, unit, within, 0);
    }

    private @Nullable String text(JavaValue value, JavaUnit unit, @Nullable JavaType within, int depth) {
        if (depth > MAX_DEPTH || !(value instanceof JavaValue.Text parts)) return null;
        StringBuilder text = new StringBuilder();
        for (JavaValue.Part part : parts.parts()) {
            String piece = null;
            if (part instanceof JavaValue.Literal literal) piece = literal.text();
            else if (part instanceof JavaValue.Reference reference) {
                Constant constant = constant(reference.name(), unit, within, depth);
                if (constant != null) piece = text(constant.value(), constant.unit(), constant.type(), depth + 1);
            }
            if (piece == null || text.length() > 10_000) return null;
            text.append(piece);
        }
        return text.toString();
    }

    /** The texts of a list; null when one of them is not constant. */
    @Nullable
    List<String> texts(JavaValue value, JavaUnit unit, @Nullable JavaType within) {
        List<String> texts = new ArrayList<>();
        return texts(value, unit, within, texts, 0) ? texts : null;
    }

    private boolean texts(JavaValue value, JavaUnit unit, @Nullable JavaType within, List<String> texts, int depth) {
        if (depth > MAX_DEPTH || texts.size() > MAX_TEXTS) return false;
        if (value instanceof JavaValue.Many many) {
            for (JavaValue each : many.values()) if (!texts(each, unit, within, texts, depth + 1)) return false;
            return true;
        }
        if (value instanceof JavaValue.Text one
                && one.parts().size() == 1
                && one.parts().get(0) instanceof JavaValue.Reference reference) {
            Constant constant = constant(reference.name(), unit, within, depth);
            return constant != null && texts(constant.value(), constant.unit(), constant.type(), texts, depth + 1);
        }
        String text = text(value, unit, within, depth);
        return text != null && texts.add(text);
    }

    /** A whole number as it is written, or as a constant of the repository is; null when it is neither. */
    @Nullable
    String number(JavaValue value, JavaUnit unit, @Nullable JavaType within) {
        return number(value, unit, within, 0);
    }

    private @Nullable String number(JavaValue value, JavaUnit unit, @Nullable JavaType within, int depth) {
        String source = value.source().replace("_", "").replace(" ", "");
        if (source.matches("-?\\d{1,9}")) return source;
        if (depth > MAX_DEPTH
                || !(value instanceof JavaValue.Text one)
                || one.parts().size() != 1
                || !(one.parts().get(0) instanceof JavaValue.Reference reference)) return null;
        Constant constant = constant(reference.name(), unit, within, depth);
        return constant == null ? null : number(constant.value(), constant.unit(), constant.type(), depth + 1);
    }

    private record Constant(JavaValue value, JavaUnit unit, JavaType type) {}

    private @Nullable Constant constant(String name, JavaUnit unit, @Nullable JavaType within, int depth) {
        int dot = name.lastIndexOf('.');
        String field = name.substring(dot + 1);
        if (dot >= 0) {
            Declared holder = type(unit, within, name.substring(0, dot));
            return holder == null ? null : member(holder, field, depth);
        }
        String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
        for (String around = within == null ? "" : within.name(); !around.isEmpty(); around = outer(around)) {
            Declared holder = types.get(prefix + around);
            Constant own = holder == null ? null : member(holder, field, depth);
            if (own != null) return own;
        }
        for (JavaUnit.Import each : unit.imports()) {
            if (!each.isStatic()) continue;
            String holderName = each.all() ? each.name() : outer(each.name());
            if (!each.all() && !each.name().endsWith("." + field)) continue;
            Declared holder = byFullName(holderName);
            Constant found = holder == null ? null : member(holder, field, depth);
            if (found != null) return found;
        }
        return null;
    }

    private @Nullable Constant member(Declared holder, String field, int depth) {
        JavaField own = holder.type().field(field);
        if (own != null)
            return own.constant() == null ? null : new Constant(own.constant(), holder.unit(), holder.type());
        if (depth > MAX_DEPTH) return null;
        for (Declared parent : supertypes(holder)) {
            JavaField inherited = parent.type().field(field);
            if (inherited != null && inherited.constant() != null)
                return new Constant(inherited.constant(), parent.unit(), parent.type());
        }
        return null;
    }

    /** What to show of a value: its text when it is constant, else as written; at most 200 characters, no secret. */
    String shown(JavaValue value, JavaUnit unit, @Nullable JavaType within) {
        String text = text(value, unit, within);
        return Secrets.shown(text == null ? value.source() : text, JavaFacts.MAX_SHOWN);
    }
}

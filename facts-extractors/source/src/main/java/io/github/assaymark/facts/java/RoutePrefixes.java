package io.github.assaymark.facts.java;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.WebFramework;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the settings of a program put in front of the paths of its routes. */
final class RoutePrefixes {
    private static final List<Class<? extends Fact>> TYPES = List.of(Route.class);
    private static final String[] CONTEXT = {"server.servlet.context-path", "server.context-path"};
    private static final String[] SERVLET = {"spring.mvc.servlet.path", "server.servlet.path", "server.servlet-path"};
    private static final String[] REACTIVE = {"spring.webflux.base-path"};
    private static final String[] JERSEY = {"spring.jersey.application-path"};
    private static final String[] QUARKUS = {"quarkus.http.root-path"};
    private static final String[] QUARKUS_REST = {"quarkus.rest.path", "quarkus.resteasy.path"};

    private final Settings settings;
    private final JavaFacts facts;
    private final boolean servlets;
    private final boolean reactive;
    private final Set<String> told = new HashSet<>();

    RoutePrefixes(Settings settings, JavaFacts facts, List<JavaUnit> units) {
        this.settings = settings;
        this.facts = facts;
        this.servlets = units.stream()
                .anyMatch(unit -> unit.imports("jakarta.servlet")
                        || unit.imports("javax.servlet")
                        || unit.imports("org.springframework.web.servlet"));
        this.reactive = units.stream()
                .anyMatch(unit -> unit.imports("org.springframework.web.reactive.function.server")
                        || unit.imports("org.springframework.web.reactive.config")
                        || unit.imports("org.springframework.web.server.WebFilter"));
        for (SettingsFile file : settings.unread()) {
            if (units.stream().noneMatch(unit -> unit.imports("org.springframework"))) continue;
            facts.unresolved(
                    "prefix of all paths",
                    file.path(),
                    "the settings cannot be read: " + file.problem(),
                    file.path(),
                    0,
                    TYPES);
        }
    }

    /**
     * A prefix.
     *
     * @param path empty for none
     * @param servlet whether a part of it is the path of the servlet, so that patterns may or may not count from behind
     *     it
     */
    record Prefix(String path, boolean servlet) {
        static final Prefix NONE = new Prefix("", false);
    }

    /** What stands in front of the routes that the code in a file registers; told when it is not known. */
    Prefix of(JavaUnit unit, WebFramework framework) {
        if (framework == WebFramework.JAX_RS) return new Prefix(text(unit, CONTEXT) + text(unit, QUARKUS), false);
        String context = text(unit, CONTEXT);
        String servlet = text(unit, SERVLET);
        String base = text(unit, REACTIVE);
        boolean both = !(context + servlet).isEmpty() && !base.isEmpty();
        if (both
                || (!(context + servlet).isEmpty() && reactive && !servlets)
                || (!base.isEmpty() && servlets && !reactive)) {
            Settings.Setting set = settings.get(unit.path(), base.isEmpty() || both ? servletKeys() : REACTIVE);
            tell(set, "it is not known whether it is for the server that is used");
            return Prefix.NONE;
        }
        return new Prefix(join(context, servlet, base), !servlet.isEmpty());
    }

    private static String[] servletKeys() {
        return new String[] {CONTEXT[0], CONTEXT[1], SERVLET[0], SERVLET[1], SERVLET[2]};
    }

    /** The path of the application that settings give in place of an annotation; null when they give none. */
    @Nullable
    String application(JavaUnit unit, boolean annotated) {
        Settings.Setting jersey = settings.get(unit.path(), JERSEY);
        if (jersey.entry() != null) return text(unit, JERSEY);
        Settings.Setting quarkus = settings.get(unit.path(), QUARKUS_REST);
        if (quarkus.entry() == null) return null;
        if (annotated) tell(quarkus, "an annotation gives another path");
        return annotated ? null : text(unit, QUARKUS_REST);
    }

    private String text(JavaUnit unit, String... keys) {
        Settings.Setting setting = settings.get(unit.path(), keys);
        String open = setting.open();
        if (open != null) tell(setting, open);
        return setting.value() == null ? "" : join(setting.value());
    }

    private static String join(String... parts) {
        String joined = JavaPath.join(parts);
        return joined.equals("/") ? "" : joined;
    }

    private void tell(Settings.Setting setting, String reason) {
        SettingsFile.Entry entry = setting.entry();
        if (entry == null || !told.add(entry.file() + ":" + entry.line())) return;
        facts.unresolved(
                "prefix of all paths", entry.key() + ": " + entry.value(), reason, entry.file(), entry.line(), TYPES);
    }
}

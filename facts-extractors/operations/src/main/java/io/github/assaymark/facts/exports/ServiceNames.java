package io.github.assaymark.facts.exports;

import io.github.assaymark.model.extract.ScanContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Directories of services by the names that systems know them by. Immutable. */
public final class ServiceNames {
    private final Map<String, String> owners = new HashMap<>();
    private final ScanContext context;

    /** The services of a scan. */
    public ServiceNames(ScanContext context) {
        this.context = context;
        for (String owner : context.owners()) {
            if (owner.isEmpty()) continue;
            owners.put(owner, owner);
            // Two services of one name in different places are told apart by their whole directories only.
            owners.merge(owner.substring(owner.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT), owner, (a, b) -> "");
        }
    }

    /** The directory; empty when no service is known by the name. */
    public String owner(@Nullable String service) {
        if (service == null) return "";
        String known = owners.get(service);
        return known != null ? known : owners.getOrDefault(service.toLowerCase(Locale.ROOT), "");
    }

    /** The directory of the service that a path of the repository belongs to; empty when it belongs to none. */
    public String ownerOf(String path) {
        return context.ownerOf(path);
    }

    /** The longest name of a service that a name begins with, before a {@code -}, {@code _}, {@code /} or {@code .}. */
    @Nullable
    String leading(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String best = null;
        for (String service : owners.keySet()) {
            if (service.indexOf('/') >= 0 || owners.get(service).isEmpty()) continue;
            boolean leads = lower.equals(service)
                    || (lower.startsWith(service) && "-_/.".indexOf(lower.charAt(service.length())) >= 0);
            if (leads && (best == null || service.length() > best.length())) best = service;
        }
        return best;
    }
}

package io.github.assaymark.collect;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Systems of which one address is asked with a token that may be missing. */
final class AskedOnce {
    private AskedOnce() {}

    static Map<String, String> headers(CollectRequest request, SecretVariable variable) {
        Map<String, String> headers = new TreeMap<>(Map.of("Accept", "application/json"));
        String token = request.secret(variable);
        if (token != null) headers.put("Authorization", "Bearer " + token);
        return headers;
    }

    static EntryOutcome ask(
            CollectRequest request, ExportWriter writer, EntryRequest entry, URI uri, Map<String, String> headers)
            throws InterruptedException {
        return writer.entry(Told.scoped(entry, request.options()), pages -> {
            HttpAnswer answer = request.http().get(uri, headers).ok();
            pages.httpStatus(answer.status());
            pages.add(answer.body());
        });
    }
}

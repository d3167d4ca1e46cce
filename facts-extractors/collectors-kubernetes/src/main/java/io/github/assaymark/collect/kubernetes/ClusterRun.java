package io.github.assaymark.collect.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.github.assaymark.collect.CollectFailure;
import io.github.assaymark.collect.EntryPages;
import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The lists of one namespace as one list, as {@code kubectl get} prints them (Kubernetes API concepts, collections in
 * chunks). What one list is denied, the others do not miss. Used by one thread.
 */
final class ClusterRun {
    private static final int CHUNK = 500;

    private final KubernetesClient client;
    private final int maxPages;
    private final List<Object> items = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    ClusterRun(KubernetesClient client, int maxPages) {
        this.client = client;
        this.maxPages = maxPages;
    }

    void read(String namespace, EntryPages pages) throws InterruptedException {
        CollectFailure first = null;
        int failed = 0;
        for (ClusterList list : ClusterList.all()) {
            try {
                read(list, namespace);
            } catch (CollectFailure e) {
                first = first == null ? e : first;
                failed++;
                missing.add(String.valueOf(e.getMessage()));
            }
        }
        if (first != null && failed == ClusterList.all().size()) throw first;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("apiVersion", "v1");
        all.put("kind", "List");
        all.put("items", items);
        pages.add(JsonText.of((Object) all));
        if (!missing.isEmpty()) pages.partial(String.join("; ", missing));
    }

    private void read(ClusterList list, String namespace) throws InterruptedException {
        String next = "";
        for (int page = 0; page < maxPages; page++) {
            String answer = ask(
                    list,
                    list.path(namespace) + "?limit=" + CHUNK
                            + (next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            LocatedTree tree = LocatedTree.json(answer, Limits.DEFAULT);
            LocatedNode root = tree.root();
            if (root == null || !tree.complete() || root.get("items") == null)
                throw new CollectFailure(CollectFailure.Code.UNREADABLE, list.plural() + ": it is no list");
            for (LocatedNode item : root.items("items")) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("apiVersion", list.apiVersion());
                object.put("kind", list.kind());
                JsonText.fields(item).forEach(object::putIfAbsent);
                items.add(object);
            }
            LocatedNode metadata = root.get("metadata");
            String more = metadata == null ? null : metadata.text("continue");
            if (more == null || more.isEmpty()) return;
            next = more;
        }
        missing.add(list.plural() + ": there are more than " + maxPages + " pages");
    }

    private String ask(ClusterList list, String path) throws InterruptedException {
        String answer;
        try {
            answer = client.raw(path);
        } catch (KubernetesClientException e) {
            if (Thread.interrupted()) throw new InterruptedException(list.plural());
            throw failure(list.plural(), e);
        }
        if (answer == null)
            throw new CollectFailure(
                    CollectFailure.Code.FAILED,
                    404,
                    list.plural() + ": the cluster does not know " + list.apiVersion());
        return answer;
    }

    /** What the client says is not told: it may hold parts of the answer. */
    private static CollectFailure failure(String list, KubernetesClientException e) {
        int status = e.getCode();
        if (status > 0) {
            CollectFailure.Code code = status == 401 || status == 403
                    ? CollectFailure.Code.DENIED
                    : status == 429 ? CollectFailure.Code.RATE_LIMITED : CollectFailure.Code.FAILED;
            return new CollectFailure(code, status, list + ": the cluster answered with HTTP " + status);
        }
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException)
                return new CollectFailure(CollectFailure.Code.UNREACHABLE, list + ": no cluster can be reached there");
            if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException)
                return new CollectFailure(CollectFailure.Code.TIMEOUT, list + ": no answer in time");
        }
        return new CollectFailure(CollectFailure.Code.FAILED, list + ": asking failed");
    }
}

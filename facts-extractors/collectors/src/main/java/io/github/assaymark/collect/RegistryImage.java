package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one image (Open Container Initiative: distribution and image specifications; the token flow of Docker's
 * registries). All media types are accepted at once: a registry that is asked for one of them only says that there is
 * no such tag, or makes another manifest of it, with another digest. Used by one thread.
 */
final class RegistryImage {
    private static final String ACCEPT = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");
    private static final Pattern PARAMETER = Pattern.compile("([a-z]{1,20})=\"([^\"]{0,2000})\"");
    private static final int MAX_PLATFORMS = 16;

    /** It says of images that are not there and of those that may not be seen the same. */
    private static final String GITHUB = "ghcr.io";

    private final CollectRequest request;
    private final ImageName image;
    private final Map<String, String> headers = new TreeMap<>();

    RegistryImage(CollectRequest request, ImageName image) {
        this.request = request;
        this.image = image;
    }

    void read(EntryPages pages) throws InterruptedException {
        HttpAnswer answer = manifest(image.reference());
        LocatedNode root = root(answer);
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("digest", digest(answer));
        written.put("manifest", JsonText.fields(root));
        try {
            LocatedNode config = config(root);
            if (config != null) written.put("config", JsonText.fields(config));
        } catch (CollectFailure e) {
            pages.partial("the configuration of the image could not be read: " + e.getMessage());
        }
        pages.httpStatus(answer.status());
        pages.add(JsonText.of((Object) written));
    }

    private static LocatedNode root(HttpAnswer answer) {
        LocatedNode root = LocatedTree.json(answer.body(), Limits.DEFAULT).root();
        if (root == null || !root.isMap())
            throw new CollectFailure(CollectFailure.Code.UNREADABLE, answer.status(), "the manifest is no JSON object");
        return root;
    }

    /** The digest of the very bytes, which is what the registry must say it is. */
    private String digest(HttpAnswer answer) {
        String own = "sha256:" + Digests.sha256(answer.body());
        String told = answer.header("docker-content-digest");
        if ((told != null && told.startsWith("sha256:") && !told.equals(own))
                || (image.reference().startsWith("sha256:")
                        && !image.reference().equals(own)))
            throw new CollectFailure(
                    CollectFailure.Code.FAILED, answer.status(), "the manifest is not the one of its digest");
        return own;
    }

    private HttpAnswer manifest(String reference) throws InterruptedException {
        headers.put("Accept", ACCEPT);
        URI uri = image.manifest(reference);
        HttpAnswer answer = request.http().get(uri, headers);
        if (answer.status() == 401 && !headers.containsKey("Authorization")) {
            authorize(answer);
            answer = request.http().get(uri, headers);
        }
        if (answer.status() == 404
                && !image.host().equals(GITHUB)
                && codes(answer).contains("MANIFEST_UNKNOWN"))
            throw new CollectFailure(CollectFailure.Code.ABSENT, 404, "there is no such tag");
        return answer.ok();
    }

    private static List<String> codes(HttpAnswer answer) {
        LocatedNode root = LocatedTree.json(answer.body(), Limits.DEFAULT).root();
        List<String> codes = new ArrayList<>();
        if (root != null) for (LocatedNode error : root.items("errors")) codes.add(String.valueOf(error.text("code")));
        return codes;
    }

    private void authorize(HttpAnswer refused) throws InterruptedException {
        String challenge = refused.header("www-authenticate");
        String user = request.secret(RegistryCollector.USER);
        String password = request.secret(RegistryCollector.PASSWORD);
        String basic = user == null || password == null
                ? null
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        String scheme = challenge == null ? "" : challenge.strip().toLowerCase(Locale.ROOT);
        if (scheme.startsWith("basic") && basic != null) headers.put("Authorization", basic);
        if (!scheme.startsWith("bearer") || challenge == null) return;
        Map<String, String> parameters = new TreeMap<>();
        Matcher each = PARAMETER.matcher(challenge);
        while (each.find()) parameters.putIfAbsent(each.group(1), each.group(2));
        URI realm = realm(parameters.get("realm"), basic != null);
        Address address = Address.below(realm);
        String service = parameters.get("service");
        if (service != null) address.query("service", service);
        URI uri = address.query("scope", "repository:" + image.repository() + ":pull")
                .uri();
        HttpAnswer answer = request.http()
                .get(uri, basic == null ? Map.of() : Map.of("Authorization", basic))
                .ok();
        LocatedNode root = LocatedTree.json(answer.body(), Limits.DEFAULT).root();
        String token =
                root == null ? null : root.text("token") == null ? root.text("access_token") : root.text("token");
        if (token == null || !token.matches("[\\x21-\\x7e]{1,20000}"))
            throw new CollectFailure(CollectFailure.Code.DENIED, answer.status(), realm.getHost() + " gave no token");
        headers.put("Authorization", "Bearer " + token);
    }

    /** A registry may name anybody as who gives tokens; a password goes to its own domain only. */
    private URI realm(@Nullable String text, boolean password) {
        URI registry = image.registry();
        try {
            URI realm = new URI(text == null ? "" : text);
            boolean usable = realm.getHost() != null
                    && realm.getRawUserInfo() == null
                    && realm.getRawQuery() == null
                    && realm.getRawFragment() == null
                    && ("https".equalsIgnoreCase(realm.getScheme()) || Http.sameHost(registry, realm));
            if (usable && (!password || domain(realm.getHost()).equals(domain(registry.getHost())))) return realm;
            if (usable)
                throw new CollectFailure(
                        CollectFailure.Code.REFUSED,
                        401,
                        "the registry sends to " + realm.getHost() + " for a token, where no password is sent");
        } catch (URISyntaxException e) {
            throw new CollectFailure(
                    CollectFailure.Code.FAILED, 401, "the registry names no address that gives tokens");
        }
        throw new CollectFailure(CollectFailure.Code.FAILED, 401, "the registry names no address that gives tokens");
    }

    private static String domain(String host) {
        if (host.matches("[0-9.]+|\\[.*")) return host;
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        return labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    /**
     * The configuration of the image: of all platforms when they name the same revision, else none; null when there is
     * none.
     */
    private @Nullable LocatedNode config(LocatedNode manifest) throws InterruptedException {
        LocatedNode own = manifest.get("config");
        if (own != null) return blob(own);
        List<LocatedNode> platforms = manifest.items("manifests").stream()
                .filter(RegistryImage::isPlatform)
                .toList();
        if (platforms.size() > MAX_PLATFORMS)
            throw new CollectFailure(
                    CollectFailure.Code.TOO_LARGE, "it is for more than " + MAX_PLATFORMS + " platforms");
        LocatedNode first = null;
        for (LocatedNode platform : platforms) {
            HttpAnswer answer = manifest(String.valueOf(platform.text("digest")));
            if (!("sha256:" + Digests.sha256(answer.body())).equals(platform.text("digest")))
                throw new CollectFailure(
                        CollectFailure.Code.FAILED, "the manifest of a platform is not that of its digest");
            LocatedNode of = root(answer).get("config");
            LocatedNode config = of == null ? null : blob(of);
            if (config == null) continue;
            if (first != null && !revision(first).equals(revision(config)))
                throw new CollectFailure(
                        CollectFailure.Code.FAILED, "its platforms were made from different revisions");
            first = config;
        }
        return first;
    }

    /** Attestations of BuildKit stand among the platforms, for an unknown one. */
    private static boolean isPlatform(LocatedNode of) {
        LocatedNode platform = of.get("platform");
        return platform == null || !"unknown".equals(platform.text("os"));
    }

    private static String revision(LocatedNode config) {
        LocatedNode labels = config.find(List.of("config", "Labels"));
        String text = labels == null ? null : labels.text("org.opencontainers.image.revision");
        return text == null ? "" : text;
    }

    /** A blob may lie elsewhere: its digest says that it is the one, and no credential goes there. */
    private @Nullable LocatedNode blob(LocatedNode descriptor) throws InterruptedException {
        String digest = descriptor.text("digest");
        if (digest == null || !digest.matches("sha256:[0-9a-f]{64}"))
            throw new CollectFailure(
                    CollectFailure.Code.UNREADABLE, "the manifest names no digest of its configuration");
        HttpAnswer answer =
                request.http().getElsewhere(image.blob(digest), headers).ok();
        if (!("sha256:" + Digests.sha256(answer.body())).equals(digest))
            throw new CollectFailure(CollectFailure.Code.FAILED, "the configuration is not that of its digest");
        return root(answer);
    }
}

package io.github.assaymark.collect;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image in a registry (Open Container Initiative: distribution specification, pulling manifests).
 *
 * @param host of the registry, with its port
 * @param repository path of the image
 * @param reference tag or digest
 */
record ImageName(String host, String repository, String reference) {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9.-]{1,253}(?::\\d{1,5})?)/"
            + "([a-z0-9]+(?:[._/-]+[a-z0-9]+){0,40})"
            + "(?::([A-Za-z0-9_][A-Za-z0-9._-]{0,127})|@(sha256:[0-9a-f]{64}))");

    static ImageName of(String text) {
        Matcher parts = NAME.matcher(text);
        boolean matches = text.length() <= 500 && parts.matches();
        String host = matches ? parts.group(1) : "";
        if (!matches || !(host.contains(".") || host.contains(":") || host.equals("localhost")))
            throw new CollectException("--image: no image with its registry and a tag: " + text
                    + "\n  Maybe registry.example.org/shop/billing:1.4.0");
        String tag = parts.group(3);
        return new ImageName(host, parts.group(2), tag == null ? parts.group(4) : tag);
    }

    /** How it is called without its tag. */
    String image() {
        return host + "/" + repository;
    }

    /** Where its registry answers: without encryption on this machine alone. */
    URI registry() {
        String name = host.replaceFirst(":\\d+$", "");
        boolean here = List.of("localhost", "127.0.0.1").contains(name);
        return URI.create((here ? "http://" : "https://") + (host.equals("docker.io") ? "registry-1.docker.io" : host));
    }

    URI manifest(String of) {
        return URI.create(registry() + "/v2/" + repository + "/manifests/" + of);
    }

    URI blob(String digest) {
        return URI.create(registry() + "/v2/" + repository + "/blobs/" + digest);
    }
}

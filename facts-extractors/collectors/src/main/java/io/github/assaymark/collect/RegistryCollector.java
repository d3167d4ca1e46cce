package io.github.assaymark.collect;

import java.util.List;
import java.util.Set;

/** Images of registries of containers, by their tags. */
public final class RegistryCollector implements Collector {
    static final String KIND = "oci.manifest";
    static final SecretVariable USER =
            new SecretVariable("REGISTRY_USER", "the name that belongs to REGISTRY_PASSWORD", false);
    static final SecretVariable PASSWORD =
            new SecretVariable("REGISTRY_PASSWORD", "a password or token that may pull the images", false);

    /** For {@link java.util.ServiceLoader}. */
    public RegistryCollector() {}

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public String help() {
        return "Images of a registry: whether a tag is there, its digest, and the revision it was made from";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of(
                                "image",
                                CollectorOption.Type.TEXT,
                                "HOST/NAME:TAG",
                                "An image with its registry and a tag or digest")
                        .needed()
                        .repeated(),
                Told.SERVICE);
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(USER, PASSWORD);
    }

    @Override
    public String example() {
        return "--image registry.example.org/shop/billing:1.4.0 --to state/registry";
    }

    @Override
    public String subject(CollectorOptions options) {
        String service = options.text("service");
        return service == null ? "all" : service;
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        return Set.of(KIND);
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        List<ImageName> images =
                request.options().texts("image").stream().map(ImageName::of).toList();
        for (ImageName image : images) {
            EntryRequest entry = EntryRequest.of(KIND, Address.request(image.manifest(image.reference())))
                    .scope("image", image.image())
                    .scope("tag", image.reference());
            String service = request.options().text("service");
            writer.entry(Told.with(entry, "service", service), pages -> new RegistryImage(request, image).read(pages));
        }
    }
}

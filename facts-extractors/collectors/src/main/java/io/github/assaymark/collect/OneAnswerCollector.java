package io.github.assaymark.collect;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A collector of a server that says all there is to know in one answer, with a token that may be missing. */
abstract class OneAnswerCollector implements Collector {
    private final String product;
    private final String help;
    private final String kind;
    private final int port;
    private final SecretVariable token;
    private final String[] path;

    /**
     * One such.
     *
     * @param port it usually listens on
     * @param path of the answer, below the address of the server
     */
    OneAnswerCollector(String product, String help, String kind, int port, String... path) {
        this.product = product;
        this.help = help;
        this.kind = kind;
        this.port = port;
        this.path = path.clone();
        this.token = new SecretVariable(
                product.toUpperCase(Locale.ROOT) + "_TOKEN", "a token that is sent as `Authorization: Bearer`", false);
    }

    @Override
    public final String name() {
        return product.toLowerCase(Locale.ROOT);
    }

    @Override
    public final String help() {
        return help;
    }

    @Override
    public final List<CollectorOption> options() {
        return List.of(Told.url(product).needed(), Told.SERVICE, Told.STAGE);
    }

    @Override
    public final List<SecretVariable> secrets() {
        return List.of(token);
    }

    @Override
    public final String example() {
        return "--url http://localhost:" + port + " --stage prod --to state/" + name();
    }

    @Override
    public final String subject(CollectorOptions options) {
        return options.requiredUrl("url").toString();
    }

    @Override
    public final Set<String> kinds(CollectorOptions options) {
        return Set.of(kind);
    }

    @Override
    public final void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        URI uri = Address.below(request.options().requiredUrl("url")).path(path).uri();
        AskedOnce.ask(
                request, writer, EntryRequest.of(kind, Address.request(uri)), uri, AskedOnce.headers(request, token));
    }
}

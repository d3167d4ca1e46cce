package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsProbeTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path root = Path.of("");

    private final World world = new World();

    /** A certificate that signs itself, made by the JDK's own tool. */
    private KeyStore certificate() throws Exception {
        Path file = root.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "probe",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private String probed(Collector collector, String url) throws Exception {
        world.run(collector, root.resolve("state"), "allow", "localhost", "allow", "127.0.0.1", "probe", url);
        try (Stream<Path> files = Files.walk(root.resolve("state/http.probes"))) {
            return Files.readString(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }

    @Test
    void certificate_says_until_when_it_is_good_and_must_be_trusted_and_of_the_host() throws Exception {
        KeyStore store = certificate();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        SSLContext tls = SSLContext.getInstance("TLS");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("probe", store.getCertificate("probe"));
        trust.init(trusted);
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/healthz", exchange -> StubServer.send(exchange, 200, "{}"));
        server.start();
        try {
            String address = "localhost:" + server.getAddress().getPort() + "/healthz";
            String until = ((X509Certificate) store.getCertificate("probe"))
                    .getNotAfter()
                    .toInstant()
                    .toString();
            Collector trusting = new HttpProbeCollector(InetAddress::getAllByName, any -> true, tls.getSocketFactory());
            assertThat(probed(trusting, "https://" + address))
                    .contains("\"status\": 200", "\"tlsNotAfter\": \"" + until + "\"");
            Collector usual = new HttpProbeCollector(
                    InetAddress::getAllByName, any -> true, (SSLSocketFactory) SSLSocketFactory.getDefault());
            world.now = world.now.plusSeconds(3600);
            assertThat(probed(usual, "https://" + address))
                    .contains("\"error\": \"no connection with TLS: SSLHandshakeException\"")
                    .doesNotContain("status");
            world.now = world.now.plusSeconds(3600);
            assertThat(probed(trusting, "https://" + address.replace("localhost", "127.0.0.1")))
                    .as("the certificate is of another name")
                    .contains("no connection with TLS");
        } finally {
            server.stop(0);
        }
    }
}

package io.github.assaymark.collect;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** BIND's {@code named}, really started for one zone, on a port and in a directory of its own. */
final class RealNamed implements AutoCloseable {
    private final Process process;
    final int port;

    private RealNamed(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; skips the test, loudly, where it is not installed and is not required. */
    static RealNamed of(Path directory, String zone) throws IOException, InterruptedException {
        Path program = Counterparts.program("named");
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(directory.resolve("example.zone"), zone);
        Files.writeString(directory.resolve("broken.zone"), "this is no zone\n");
        Files.writeString(directory.resolve("named.conf"), """
                options {
                  directory "%s"; listen-on port %d { 127.0.0.1; }; listen-on-v6 { none; }; recursion no;
                  pid-file "%s/named.pid"; session-keyfile none; dnssec-validation no; managed-keys-directory "%s";
                };
                controls {};
                zone "example.test" { type master; file "example.zone"; };
                zone "broken.test" { type master; file "broken.zone"; };
                """.formatted(directory, port, directory, directory));
        Path log = directory.resolve("named.log");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-g",
                        "-c",
                        directory.resolve("named.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RealNamed named = new RealNamed(process, port);
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            if (answers(port)) return named;
            Thread.sleep(50);
        }
        named.close();
        throw new IOException("named did not start: " + Files.readString(log));
    }

    private static boolean answers(int port) {
        try {
            SimpleResolver resolver = new SimpleResolver("127.0.0.1");
            resolver.setPort(port);
            resolver.setTimeout(Duration.ofSeconds(1));
            Message question = Message.newQuery(Record.newRecord(Name.fromString("example.test."), Type.SOA, 1));
            return !resolver.send(question).getSection(1).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

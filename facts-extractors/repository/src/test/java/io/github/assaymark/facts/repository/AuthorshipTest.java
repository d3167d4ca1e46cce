package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.configuration.AssayYaml;
import io.github.assaymark.facts.repository.statements.AttestationsExtractor;
import io.github.assaymark.facts.repository.statements.WaiversExtractor;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.SignatureStatus;
import io.github.assaymark.model.fact.Waiver;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who committed what a person is said to have said, and with which key. */
final class AuthorshipTest {
    private static final String ADA = entry("docs.readme", "@ada");
    private static final String LEE = entry("docs.runbook", "@lee");

    @TempDir
    private Path directory = Path.of("");

    private final LocalRepositoryScanner scanner = new LocalRepositoryScanner(
            List.<FactExtractor>of(new AttestationsExtractor(), new WaiversExtractor()), new AssayYaml());

    private static String entry(String item, String by) {
        return "- {item: acme.demo." + item + ", subject: '*', by: '" + by
                + "', decision: confirmed, at: 2026-03-01}\n";
    }

    private List<Attestation> attestations() {
        return scanner.scan(ScanRequest.of(directory)).snapshot().facts(Attestation.class);
    }

    private SignatureStatus signature() {
        return Objects.requireNonNull(attestations().get(0).signature());
    }

    @Test
    void each_entry_is_of_those_who_committed_its_lines() {
        TempRepository repository = new TempRepository(directory).file("attestations/all.yaml", ADA);
        repository.commitBy("Ada@Loop.example", null);
        repository.file("attestations/all.yaml", ADA + LEE);
        repository.commitBy("lee@loop.example", null);
        assertThat(attestations())
                .extracting(Attestation::by, Attestation::authors, Attestation::signature)
                .containsExactly(
                        tuple("@ada", List.of("ada@loop.example"), null),
                        tuple("@lee", List.of("lee@loop.example"), null));
        assertThat(scanner.scan(ScanRequest.of(directory).atRevision("HEAD~1"))
                        .snapshot()
                        .facts(Attestation.class))
                .extracting(Attestation::authors)
                .containsExactly(List.of("ada@loop.example"));
    }

    @Test
    void lines_of_several_people_are_of_all_of_them() {
        String lines = "- item: acme.demo.docs.readme\n  subject: '*'\n  by: '@ada'\n  at: 2026-03-01\n";
        TempRepository repository =
                new TempRepository(directory).file("attestations/a.yaml", lines + "  decision: rejected\n");
        repository.commitBy("ada@loop.example", null);
        repository.file("attestations/a.yaml", lines + "  decision: confirmed\n");
        repository.commitBy("lee@loop.example", null);
        assertThat(attestations().get(0).authors()).containsExactly("ada@loop.example", "lee@loop.example");
    }

    @Test
    void lines_that_are_not_committed_are_nobodys() {
        TempRepository repository = new TempRepository(directory).file("attestations/a.yaml", ADA);
        assertThat(attestations().get(0).authors()).as("no git").isEmpty();
        repository.commitBy("ada@loop.example", null);
        repository.file("attestations/a.yaml", ADA.replace("confirmed", "rejected"));
        assertThat(attestations().get(0).authors()).isEmpty();
        repository.file("attestations/a.yaml", "# a remark\n" + ADA);
        assertThat(attestations().get(0).authors()).containsExactly("ada@loop.example");
        repository.file("attestations/b.yaml", LEE);
        assertThat(attestations().get(1).authors()).isEmpty();
    }

    @Test
    void waivers_have_authors_too() {
        TempRepository repository = new TempRepository(directory)
                .file("waivers/a.yaml", "item: a.b.c.d\nsubject: x\nreason: r\napprovedBy: ada\nuntil: 2027-01-01\n");
        repository.commitBy("ada@loop.example", null);
        Waiver waiver = scanner.scan(ScanRequest.of(directory))
                .snapshot()
                .facts(Waiver.class)
                .get(0);
        assertThat(waiver.authors()).containsExactly("ada@loop.example");
        assertThat(waiver.signature()).isNull();
    }

    @Test
    void a_signature_counts_when_the_key_may_sign_for_the_author(@TempDir Path keys) throws Exception {
        Key ada = Key.make(keys.resolve("ada"));
        Key lee = Key.make(keys.resolve("lee"));
        TempRepository repository = new TempRepository(directory)
                .file("assay.yaml", "signers: [ops/allowed_signers]\n")
                .file("ops/allowed_signers", "ada@loop.example " + ada.text() + "\n")
                .file("attestations/a.yaml", ADA);
        assertThat(signature()).as("not committed").isEqualTo(SignatureStatus.UNCHECKED);
        repository.commitBy("ada@loop.example", null);
        assertThat(signature()).isEqualTo(SignatureStatus.ABSENT);
        repository.file("attestations/a.yaml", ADA.replace("03-01", "03-02"));
        repository.commitBy("ada@loop.example", ada.file());
        assertThat(signature()).isEqualTo(SignatureStatus.VALID);
        repository.file("attestations/a.yaml", ADA.replace("03-01", "03-03"));
        repository.commitBy("ada@loop.example", lee.file());
        assertThat(signature()).as("a key nobody allows").isEqualTo(SignatureStatus.INVALID);
        repository.file("ops/allowed_signers", "lee@loop.example " + lee.text() + "\n");
        assertThat(signature()).as("a key of somebody else").isEqualTo(SignatureStatus.INVALID);
        repository.file("ops/allowed_signers", "ada@loop.example " + lee.text() + "\n");
        assertThat(signature()).isEqualTo(SignatureStatus.VALID);
        repository.without("ops/allowed_signers");
        assertThat(signature()).as("nobody may sign").isEqualTo(SignatureStatus.INVALID);
    }

    /** A key pair in files as OpenSSH keeps them. */
    private record Key(Path file, String text) {
        static Key make(Path file) throws GeneralSecurityException, IOException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            KeyPair pair = generator.generateKeyPair();
            String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(pair.getPrivate().getEncoded());
            Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (byte[] part : List.of(
                    "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
                    key.getPublicExponent().toByteArray(),
                    key.getModulus().toByteArray())) {
                out.writeInt(part.length);
                out.write(part);
            }
            String text = "ssh-rsa " + Base64.getEncoder().encodeToString(bytes.toByteArray());
            Files.writeString(Path.of(file + ".pub"), text + "\n");
            return new Key(file, text);
        }
    }
}

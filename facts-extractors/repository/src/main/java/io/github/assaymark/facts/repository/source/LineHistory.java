package io.github.assaymark.facts.repository.source;

import io.github.assaymark.facts.repository.source.FileHistory.Origin;
import io.github.assaymark.model.fact.SignatureStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SignatureVerifier.SignatureVerification;
import org.eclipse.jgit.lib.SignatureVerifiers;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Asks git who wrote the lines of one file, and whether the commits are signed. Used by one thread. */
final class LineHistory {
    private final Repository repository;

    LineHistory(Repository repository) {
        this.repository = repository;
    }

    /** Of the file as it stands; lines that no commit holds are nobody's. */
    Origin origin(String commit, String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers)
            throws IOException {
        Set<RevCommit> commits = new TreeSet<>();
        try (BlameGenerator blame = new BlameGenerator(repository, path)) {
            blame.push(null, ObjectId.fromString(commit));
            blame.push("the file as it stands", new RawText(bytes));
            while (blame.next()) {
                if (blame.getResultEnd() < firstLine || blame.getResultStart() >= lastLine) continue;
                RevCommit source = blame.getSourceCommit();
                if (source == null) return Origin.NONE;
                commits.add(source);
            }
        }
        Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
        if (commits.isEmpty() || commits.stream().anyMatch(shallow::contains)) return Origin.NONE;
        Set<String> authors = new TreeSet<>();
        SignatureStatus weakest = signers == null ? null : SignatureStatus.VALID;
        Path allowed = signers == null ? null : Files.write(Files.createTempFile("signers", ""), signers);
        try (RevWalk walk = new RevWalk(repository)) {
            for (RevCommit one : commits) {
                RevCommit whole = walk.parseCommit(one);
                String author = whole.getAuthorIdent().getEmailAddress().strip().toLowerCase(Locale.ROOT);
                authors.add(author);
                if (allowed == null || weakest == null) continue;
                SignatureStatus status = signature(whole, author, allowed);
                if (status != SignatureStatus.VALID && weakest == SignatureStatus.VALID) weakest = status;
            }
        } finally {
            if (allowed != null) Files.deleteIfExists(allowed);
        }
        return new Origin(List.copyOf(authors), weakest);
    }

    private SignatureStatus signature(RevCommit commit, String author, Path allowed) throws IOException {
        if (commit.getRawGpgSignature() == null) return SignatureStatus.ABSENT;
        Config settings = new Config();
        settings.setString("gpg", null, "format", "ssh");
        settings.setString("gpg", "ssh", "allowedSignersFile", allowed.toString());
        SignatureVerification made = SignatureVerifiers.verify(repository, new GpgConfig(settings), commit);
        if (made == null) return SignatureStatus.UNCHECKED;
        boolean ofAuthor = Objects.requireNonNullElse(made.keyUser(), "")
                        .toLowerCase(Locale.ROOT)
                        .equals(author)
                || Objects.requireNonNullElse(made.signer(), "")
                        .toLowerCase(Locale.ROOT)
                        .equals(author);
        return made.verified() && !made.expired() && ofAuthor ? SignatureStatus.VALID : SignatureStatus.INVALID;
    }
}

package io.github.assaymark.facts.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The account the server runs under. PostgreSQL refuses to run as root: there, it gets the account that owns nothing.
 *
 * @param prefix words before a command
 * @param user who must own the data; null for the present one
 */
record Account(List<String> prefix, @Nullable String user) {
    private static final String NOBODY = "nobody";

    static Account current() {
        if (!"root".equals(System.getProperty("user.name"))) return new Account(List.of(), null);
        List<List<String>> ways = List.of(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups", "--no-new-privs"),
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs"));
        for (List<String> way : ways) if (works(way)) return new Account(way, NOBODY);
        if (works(List.of("unshare", "-U"))) return new Account(List.of("unshare", "-U"), null);
        throw new ShadowException(
                "PostgreSQL does not run as root, and neither setpriv nor unshare can leave that account"
                        + "\n  Maybe run this as another user");
    }

    private static boolean works(List<String> way) {
        List<String> command = new java.util.ArrayList<>(way);
        command.add("true");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes the account the owner of a file or directory. */
    void give(Path place) throws IOException {
        if (user == null) return;
        UserPrincipal owner =
                place.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        Files.setOwner(place, owner);
    }

    /** Whether the account can get at what lies in a directory. */
    boolean reaches(Path directory) throws IOException {
        if (user == null) return true;
        for (Path at = directory.toRealPath(); at != null; at = at.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(at);
            if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) return false;
        }
        return true;
    }
}

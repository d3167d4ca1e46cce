package io.github.assaymark.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The cases of one section, as they stand in a YAML file:
 *
 * <pre>{@code
 * tree: examples/loop                      # the good tree, relative to the directory the runner is given
 * section: loop/full#new-service-docs
 * subject: services/billing                # of every case that names no other
 * now: '2026-10-01T12:00:00Z'              # of every case that names no other
 * cases:
 *   - item: readme
 *     name: the section on running it locally has no command
 *     files:
 *       services/billing/README.md:
 *         replace: pnpm --filter @services/billing dev
 *         by: '# soon'
 *     expect: FAIL
 *     at: services/billing/README.md:12    # path, or path and line
 *     says: [run locally]
 * }</pre>
 *
 * <p>A file is changed by {@code text:}, {@code replace:} with {@code by:}, {@code append:}, a list of these, or the
 * words {@code delete} and {@code unreadable}. Further keys of a case: {@code subject}, {@code now}, {@code params} (a
 * value, a list, or nothing to unset one), {@code lost} (fact types nobody looks for), {@code base} ({@code good}, or
 * files as above), {@code reason}, {@code disposition}. Unknown keys are errors.
 *
 * @param path of the file
 * @param tree directory of the good tree
 * @param section {@code pack/checklist#section}
 */
public record CaseFile(String path, String tree, String section, Instant now, List<ItemCase> cases) {
    /** Copies the list. */
    public CaseFile {
        cases = List.copyOf(cases);
    }

    /**
     * Reads a file.
     *
     * @throws CaseException when it has errors, all of them with file and line
     */
    public static CaseFile read(Path file) {
        try {
            return parse(file.toString().replace('\\', '/'), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CaseException(
                    List.of(file + ": cannot be read\n  Maybe there is no such file, or it is no UTF-8"));
        }
    }

    /**
     * Reads a text.
     *
     * @param path name for messages
     * @throws CaseException when it has errors, all of them with file and line
     */
    public static CaseFile parse(String path, String text) {
        return new CaseFileReader(path).read(text);
    }
}

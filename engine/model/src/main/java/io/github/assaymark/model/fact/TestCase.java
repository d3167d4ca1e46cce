package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** A test in source code. */
@Describe("A test in source code")
public record TestCase(
        @Describe("path, `#`, suites and name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name, absent parts shown as `{}`") String name,

        @Describe("names of the suites around it joined with ` > `, empty when there are none")
        String suite,

        @Describe("framework that runs it") TestFramework framework,

        @Describe("what kind of test it is, told by its directory and file name")
        TestBucket bucket,

        @Describe("what it names: routes as `METHOD path`, imported functions it calls, sorted")
        List<String> targets,

        @Describe("constant texts in it, sorted, each at most 100 characters")
        List<String> texts,

        @Describe("modules that its file replaces by stand-ins, as written, sorted")
        List<String> mocks,

        @Describe("whether it or a suite around it is skipped, to be written, or skipped under a condition")
        boolean skipped,

        @Describe("whether it is marked to run alone") boolean exclusive,
        @Describe("calls of assertions in it") int assertions,

        @Describe("names of its assertions, for example `toBe` or `fc.assert`, sorted; `not ` in front of negated ones")
        List<String> matchers,

        @Describe(
                "constants that its assertions name, sorted: texts, numbers, `[]`, entries of objects as `name=value`; `not ` in front where negated")
        List<String> expected,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public TestCase {
        targets = List.copyOf(targets);
        texts = List.copyOf(texts);
        mocks = List.copyOf(mocks);
        matchers = List.copyOf(matchers);
        expected = List.copyOf(expected);
    }
}

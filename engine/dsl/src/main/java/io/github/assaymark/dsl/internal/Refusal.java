package io.github.assaymark.dsl.internal;

/** Text that is not accepted. Ends the reading of one item, or of the part of a file that has no smaller one. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.text(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}

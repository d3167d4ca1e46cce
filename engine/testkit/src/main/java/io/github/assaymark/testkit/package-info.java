/**
 * Runs the cases of checklist items: small changes of a good tree, each with the verdict it must lead to. Depends on no
 * test runner: results are values, and {@link io.github.assaymark.testkit.CaseResult#orThrow()} throws
 * {@link AssertionError}.
 */
@NullMarked
package io.github.assaymark.testkit;

import org.jspecify.annotations.NullMarked;

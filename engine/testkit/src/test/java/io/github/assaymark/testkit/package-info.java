/** Tests of the test kit. */
@NullMarked
package io.github.assaymark.testkit;

import org.jspecify.annotations.NullMarked;

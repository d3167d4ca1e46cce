/** Writes the state of an account of Amazon Web Services into folders of exported state. */
@NullMarked
package io.github.assaymark.collect.aws;

import org.jspecify.annotations.NullMarked;

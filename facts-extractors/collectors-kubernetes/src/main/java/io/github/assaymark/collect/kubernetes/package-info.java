/** Writes the state of a cluster of Kubernetes into folders of exported state. */
@NullMarked
package io.github.assaymark.collect.kubernetes;

import org.jspecify.annotations.NullMarked;

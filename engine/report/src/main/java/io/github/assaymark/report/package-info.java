/** Snapshots as files, and assessments as text and JSON. */
@NullMarked
package io.github.assaymark.report;

import org.jspecify.annotations.NullMarked;

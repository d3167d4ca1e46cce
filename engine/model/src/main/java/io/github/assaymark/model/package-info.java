/** Facts, where they come from, how completely they were looked for, and snapshots of them. */
@NullMarked
package io.github.assaymark.model;

import org.jspecify.annotations.NullMarked;

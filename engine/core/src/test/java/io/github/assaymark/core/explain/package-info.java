@NullMarked
package io.github.assaymark.core.explain;

import org.jspecify.annotations.NullMarked;

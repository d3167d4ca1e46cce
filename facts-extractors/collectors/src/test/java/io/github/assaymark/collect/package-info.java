@NullMarked
package io.github.assaymark.collect;

import org.jspecify.annotations.NullMarked;

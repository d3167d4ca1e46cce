@NullMarked
package io.github.assaymark.core.judge;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.assaymark.core.link;

import org.jspecify.annotations.NullMarked;

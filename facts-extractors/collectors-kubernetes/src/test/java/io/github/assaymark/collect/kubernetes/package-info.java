@NullMarked
package io.github.assaymark.collect.kubernetes;

import org.jspecify.annotations.NullMarked;

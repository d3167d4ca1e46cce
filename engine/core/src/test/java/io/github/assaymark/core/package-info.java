@NullMarked
package io.github.assaymark.core;

import org.jspecify.annotations.NullMarked;

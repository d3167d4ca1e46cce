@NullMarked
package io.github.assaymark.cli;

import org.jspecify.annotations.NullMarked;

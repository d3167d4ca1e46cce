@NullMarked
package io.github.assaymark.report;

import org.jspecify.annotations.NullMarked;

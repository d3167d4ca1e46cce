@NullMarked
package io.github.assaymark.model.verdict;

import org.jspecify.annotations.NullMarked;

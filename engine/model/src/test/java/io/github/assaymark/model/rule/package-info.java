@NullMarked
package io.github.assaymark.model.rule;

import org.jspecify.annotations.NullMarked;

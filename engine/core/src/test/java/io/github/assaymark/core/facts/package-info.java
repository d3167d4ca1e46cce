@NullMarked
package io.github.assaymark.core.facts;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.assaymark.model.catalogue;

import org.jspecify.annotations.NullMarked;

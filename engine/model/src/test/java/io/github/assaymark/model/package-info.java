@NullMarked
package io.github.assaymark.model;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.assaymark.facts.manifest;

import org.jspecify.annotations.NullMarked;

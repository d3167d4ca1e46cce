@NullMarked
package io.github.assaymark.facts.configuration;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.assaymark.facts.repository;

import org.jspecify.annotations.NullMarked;

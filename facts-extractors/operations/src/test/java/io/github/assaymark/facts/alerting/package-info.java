@NullMarked
package io.github.assaymark.facts.alerting;

import org.jspecify.annotations.NullMarked;

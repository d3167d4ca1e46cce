/** Facts about what TypeScript and JavaScript code does: calls, classes, imports, logging, telemetry and tests. */
@NullMarked
package io.github.assaymark.facts.code;

import org.jspecify.annotations.NullMarked;

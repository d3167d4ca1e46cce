@NullMarked
package io.github.assaymark.facts.prisma;

import org.jspecify.annotations.NullMarked;

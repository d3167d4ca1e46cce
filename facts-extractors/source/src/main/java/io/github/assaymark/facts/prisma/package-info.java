/** Reads the schemas of Prisma: tables, columns and indexes as they are in the database. */
@NullMarked
package io.github.assaymark.facts.prisma;

import org.jspecify.annotations.NullMarked;

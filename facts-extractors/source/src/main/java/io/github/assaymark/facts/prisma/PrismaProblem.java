package io.github.assaymark.facts.prisma;

/** Something that was not understood; {@code reason} is for a reader. */
record PrismaProblem(int line, String reason) {}

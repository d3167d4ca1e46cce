package io.github.assaymark.facts.prisma;

/** A line without comments; lines that a bracket keeps together are one. */
record PrismaLine(int number, String text) {}

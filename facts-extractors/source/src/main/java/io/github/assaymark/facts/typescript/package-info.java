/**
 * A tolerant parser of TypeScript, TSX, JavaScript and JSX. It reads bytes into arrays of numbers, without a token or
 * node object on the way; types are recognised and skipped. What it does not understand it skips up to the next list
 * element, class member or statement.
 *
 * <p>Beyond the names of {@link io.github.assaymark.facts.syntax.SyntaxKind}, its trees say:
 *
 * <ul>
 *   <li>{@code export * from "m"} is an {@code export_statement} with a {@code source}, without an
 *       {@code export_clause} or {@code namespace_export}; {@code export = x} has a child {@code operator};
 *       {@code import x = y} is an {@code import_equals_declaration} with {@code name} and {@code value}; attributes of
 *       an import are an {@code object} in the field {@code attributes};
 *   <li>words before a declaration, member or parameter are {@code identifier}s in the fields {@code async},
 *       {@code static}, {@code readonly}, {@code declare}, {@code abstract}, {@code override}, {@code accessibility},
 *       {@code accessor} and, in a loop over values, {@code kind} and {@code await};
 *   <li>a declaration starts at its first decorator, also where {@code export} stands between the two;
 *   <li>a declaration in an {@code ambient_declaration} is in the field {@code declaration}, the block of
 *       {@code declare global} in {@code body}; an index signature is a {@code type};
 *   <li>holes of arrays have no node; a string without an escape has one {@code string_fragment}, unless it is empty;
 *   <li>an {@code ERROR} holds what was understood of the damaged part, and lies within a damaged range; a bracket that
 *       is missing is a damaged range only.
 * </ul>
 */
@NullMarked
package io.github.assaymark.facts.typescript;

import org.jspecify.annotations.NullMarked;

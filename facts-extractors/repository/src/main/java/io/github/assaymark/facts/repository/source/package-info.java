/** The files of working trees and commits. Internal to the repository facts. */
@NullMarked
package io.github.assaymark.facts.repository.source;

import org.jspecify.annotations.NullMarked;

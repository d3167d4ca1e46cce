/** What people state in files: attestations, waivers and accepted old findings. */
@NullMarked
package io.github.assaymark.facts.repository.statements;

import org.jspecify.annotations.NullMarked;

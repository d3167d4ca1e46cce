/**
 * Collectors: programs that ask systems for their state and write it into folders of exported state, which extractors
 * read without any network. A collector holds credentials and opens sockets; nothing that reads facts depends on one.
 *
 * <p>What a system answers is projected before it is written (see {@code io.github.assaymark.facts.projection}); what
 * could not be asked for is written too, so that a missing answer never looks like the answer "nothing".
 */
@NullMarked
package io.github.assaymark.collect;

import org.jspecify.annotations.NullMarked;

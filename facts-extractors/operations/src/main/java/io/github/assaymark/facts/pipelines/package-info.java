/** Facts from files of pipelines that lie in the repository. */
@NullMarked
package io.github.assaymark.facts.pipelines;

import org.jspecify.annotations.NullMarked;

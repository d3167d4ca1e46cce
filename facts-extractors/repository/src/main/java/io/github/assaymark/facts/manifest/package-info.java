/** Facts from service manifests, {@code package.json} files and lists of people. */
@NullMarked
package io.github.assaymark.facts.manifest;

import org.jspecify.annotations.NullMarked;

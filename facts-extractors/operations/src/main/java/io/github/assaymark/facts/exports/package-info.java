/**
 * Folders of exported state and reports of tools: what was exported, when and how completely, and the facts in it. A
 * pure function of the files: no connection is opened, and only listed fields are read, so that no secret value can
 * reach a fact.
 */
@NullMarked
package io.github.assaymark.facts.exports;

import org.jspecify.annotations.NullMarked;

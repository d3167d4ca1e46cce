/**
 * Leaves compiled to a Drools network, and sessions that keep their matches up to date. The only package that sees
 * Drools. Internal to the engine: not for users.
 */
@NullMarked
package io.github.assaymark.core.rete;

import org.jspecify.annotations.NullMarked;

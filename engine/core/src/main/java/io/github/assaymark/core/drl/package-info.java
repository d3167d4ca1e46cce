/** Items as text of the rule language DRL. Internal to the engine: not for users. */
@NullMarked
package io.github.assaymark.core.drl;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.assaymark.collect.aws;

import org.jspecify.annotations.NullMarked;

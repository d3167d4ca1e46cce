package io.github.assaymark.collect;

/**
 * An environment variable that holds a credential. Immutable.
 *
 * @param name of the variable
 * @param description what the credential must be allowed to do, one sentence without a final period
 * @param required whether nothing can be collected without it
 */
public record SecretVariable(String name, String description, boolean required) {}

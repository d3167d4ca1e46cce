package io.github.assaymark.model.fact;

/** Whether a change of a schema leaves room for the code that runs already. */
public enum SchemaPhase {
    /** Adds something that the running code need not know. */
    EXPAND,
    /** Takes away or narrows what the running code may use. */
    CONTRACT,
    /** Neither: names, comments, settings, indexes. */
    NEUTRAL,
    /** Changes rows. */
    DATA
}

package io.github.assaymark.core.link;

/**
 * What matches one leaf for one subject. Valid until the facts change. Iteration order is unspecified; no match comes
 * twice.
 *
 * <table>
 * <caption>Meaning by leaf</caption>
 * <tr><th>leaf</th><th>candidates</th><th>hits</th></tr>
 * <tr><td>some, no, count</td><td>facts that meet {@code where}</td><td>the same</td></tr>
 * <tr><td>every must</td><td>facts that meet {@code where}</td><td>those that violate {@code must}</td></tr>
 * <tr><td>every has, {@link LeafPlan#hitsArePairs} false</td><td>facts that meet {@code where}</td>
 *     <td>those without a partner</td></tr>
 * <tr><td>every has, {@link LeafPlan#hitsArePairs} true</td><td>facts that meet {@code where}</td>
 *     <td>pairs of candidate and partner</td></tr>
 * <tr><td>every hasNo</td><td>facts that meet {@code where}</td><td>pairs of candidate and partner</td></tr>
 * </table>
 */
public interface Matches {
    /** Number of candidates. */
    int candidates();

    /** Number of hits. */
    int hits();

    /** The candidates, each with {@link Match#outer} null. */
    Iterable<Match> candidateTuples();

    /** The hits. */
    Iterable<Match> hitTuples();
}

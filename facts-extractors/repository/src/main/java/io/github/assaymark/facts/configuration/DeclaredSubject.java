package io.github.assaymark.facts.configuration;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.fact.PartnerIntegration;
import org.jspecify.annotations.Nullable;

/**
 * Something to judge that the configuration declares.
 *
 * @param key id of the job, or directory of the integration
 * @param owner directory of the owning service; empty when there is none
 * @param name of the partner; the key for jobs
 * @param target service a job calls; null when not given
 * @param directory of the integration; empty for jobs
 * @param userInterface whether an integration shows anything to people; false for jobs
 * @param place of the declaration
 */
public record DeclaredSubject(
        Kind kind,
        String key,
        String owner,
        String name,
        @Nullable String target,
        String directory,
        boolean userInterface,
        Provenance.File place) {

    /** What can be declared; named as the fact types are. */
    public enum Kind {
        /** A scheduled job. */
        BackgroundJob,
        /** An integration of a third party. */
        PartnerIntegration
    }

    /** The fact; {@code sha} is the judged commit. */
    public Fact fact(@Nullable String sha) {
        return switch (kind) {
            case BackgroundJob -> new BackgroundJob(key, owner, place, key, target, sha);
            case PartnerIntegration -> new PartnerIntegration(key, owner, place, name, directory, userInterface, sha);
        };
    }
}

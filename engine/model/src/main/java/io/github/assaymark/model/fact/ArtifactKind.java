package io.github.assaymark.model.fact;

/** What was published. */
public enum ArtifactKind {
    /** A package of npm. */
    NPM_PACKAGE,
    /** An artifact of Maven. */
    MAVEN_ARTIFACT,
    /** A container image. */
    CONTAINER_IMAGE,
    /** Anything else. */
    OTHER
}

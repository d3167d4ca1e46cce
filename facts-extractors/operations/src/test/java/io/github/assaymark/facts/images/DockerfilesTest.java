package io.github.assaymark.facts.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.exports.StateFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.ImageBuild;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfilesTest {
    private static final String DIGEST = "sha256:" + "3b".repeat(32);

    private static StateFixture file(String path, String text) {
        return new StateFixture().file(path, text);
    }

    private static List<String> gaps(StateFixture state) {
        return state.facts(Coverage.class).stream()
                .filter(of -> of.extractor().equals("dockerfiles"))
                .flatMap(of -> of.gaps().stream())
                .map(gap -> gap.line() + " " + gap.reason())
                .distinct()
                .toList();
    }

    @Test
    void last_stage_is_what_a_file_builds() {
        ImageBuild image =
                file("services/billing/Dockerfile", """
                        # syntax=docker/dockerfile:1
                        ARG VERSION=20
                        FROM node:${VERSION} AS build
                        RUN <<EOF
                        FROM inside AS nothing
                        USER root
                        EOF
                        FROM --platform=$BUILDPLATFORM gcr.example.org/base@%s AS run
                        LABEL org.opencontainers.image.revision="$SHA" "team"=loop \\
                          # a comment inside
                          maintainer='a b'
                        HEALTHCHECK --interval=5s CMD curl -f http://localhost/healthz
                        USER 1000:1000
                        """.formatted(DIGEST)).only(ImageBuild.class);
        assertThat(image.owner()).isEqualTo("services/billing");
        assertThat(image.base()).isEqualTo("gcr.example.org/base");
        assertThat(image.pinned()).isTrue();
        assertThat(image.user()).isEqualTo("1000:1000");
        assertThat(image.unprivileged()).isTrue();
        assertThat(image.healthCheck()).isTrue();
        assertThat(image.labels()).containsExactly("maintainer", "org.opencontainers.image.revision", "team");
    }

    @Test
    void stage_takes_over_what_an_earlier_one_sets() {
        ImageBuild image = file("Containerfile", """
                        FROM eclipse-temurin:17 AS base
                        USER app
                        HEALTHCHECK CMD true
                        LABEL tier gold
                        FROM BASE
                        HEALTHCHECK NONE
                        USER 0
                        """).only(ImageBuild.class);
        assertThat(image.base()).isEqualTo("eclipse-temurin:17");
        assertThat(image.pinned()).isFalse();
        assertThat(image.user()).isEqualTo("0");
        assertThat(image.unprivileged()).isFalse();
        assertThat(image.healthCheck()).isFalse();
        assertThat(image.labels()).containsExactly("tier");
    }

    @Test
    void what_a_build_argument_decides_is_a_gap() {
        StateFixture state = file("api.Dockerfile", """
                FROM ${BASE}
                USER $WHO
                LABEL $KEY=x
                """);
        assertThat(gaps(state))
                .containsExactly(
                        "1 its image is known only when it is built: a build argument decides it",
                        "2 its user is known only when it is built",
                        "3 a label's key is known only when it is built");
        ImageBuild image = state.only(ImageBuild.class);
        assertThat(image.base()).isNull();
        assertThat(image.user()).isNull();
    }

    @Test
    void damaged_and_hostile_files_are_gaps() {
        assertThat(gaps(file("Dockerfile", ""))).containsExactly("0 there is no FROM in it");
        assertThat(gaps(file("Dockerfile", "USER app\nFROM a b c d\n")))
                .containsExactly("1 it stands before the first FROM", "2 its FROM is not understood");
        assertThat(gaps(file("Dockerfile", "FROM a\nRUN <<EOF\nUSER root\n")))
                .containsExactly("2 a here-document does not end");
        assertThat(gaps(file("Dockerfile", "FROM a\nLABEL a=b c\n")))
                .containsExactly("2 its labels are not understood");
        assertThat(gaps(file("Dockerfile", "FROM a\n".repeat(600)))).containsExactly("501 more than 500 stages");
        assertThat(file("Dockerfile", "FROM a\nLABEL " + "a".repeat(50_000) + "\n\\")
                        .only(ImageBuild.class)
                        .base())
                .isEqualTo("a");
    }

    @Test
    void windows_files_escape_with_another_sign() {
        ImageBuild image = file("Dockerfile", "# escape=`\nFROM mcr.example.org/nano\nUSER `\n  app\n")
                .only(ImageBuild.class);
        assertThat(image.user()).isEqualTo("app");
    }
}

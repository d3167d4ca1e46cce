package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A name of the template directory left in a file of a service. Nobody looks for them where there is no template. */
@Describe("A name of the template left in a file of a service that was copied from it")
public record TemplateTrace(
        @Describe("path, `#`, text and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the file") String file,
        @Describe("the name of the template as found") String text,
        @Describe("directory of the template") String template)
        implements Fact {}

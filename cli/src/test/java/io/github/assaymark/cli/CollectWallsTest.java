package io.github.assaymark.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who holds credentials and opens sockets is seen by the command alone. */
final class CollectWallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.assaymark");

    @Test
    void nobody_but_the_command_sees_a_collector() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.github.assaymark.cli..", "io.github.assaymark.collect..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.assaymark.collect..")
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage("io.github.assaymark.collect..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.github.assaymark.core..",
                        "io.github.assaymark.dsl..",
                        "io.github.assaymark.report..",
                        "io.github.assaymark.cli..",
                        "org.drools..",
                        "groovy..")
                .check(CLASSES);
    }

    @Test
    void no_type_of_others_is_in_a_public_signature_of_a_collector() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!type.getPackageName().startsWith("io.github.assaymark.collect")
                    || !type.getModifiers().contains(JavaModifier.PUBLIC)) continue;
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                if (!unit.getModifiers().contains(JavaModifier.PUBLIC)) continue;
                List<JavaClass> used = new ArrayList<>(unit.getRawParameterTypes());
                used.add(unit.getRawReturnType());
                unit.getExceptionTypes().forEach(thrown -> used.add(thrown.toErasure()));
                if (used.stream().anyMatch(CollectWallsTest::isOfOthers)) strangers.add(unit.getFullName());
            }
            for (JavaField field : type.getFields())
                if (field.getModifiers().contains(JavaModifier.PUBLIC) && isOfOthers(field.getRawType()))
                    strangers.add(field.getFullName());
            if (type.getAllRawSuperclasses().stream().anyMatch(CollectWallsTest::isOfOthers)
                    || type.getAllRawInterfaces().stream().anyMatch(CollectWallsTest::isOfOthers))
                strangers.add(type.getFullName());
        }
        assertThat(strangers).isEmpty();
    }

    private static boolean isOfOthers(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return !name.isEmpty() && !name.startsWith("java.") && !name.startsWith("io.github.assaymark.");
    }

    @Test
    void library_of_a_vendor_is_seen_by_its_own_collector_alone() {
        Map.of("aws", "software.amazon..", "kubernetes", "io.fabric8..").forEach((collector, library) -> {
            String own = "io.github.assaymark.collect." + collector;
            assertThat(CLASSES.containPackage(own)).as(own).isTrue();
            noClasses()
                    .that()
                    .resideOutsideOfPackage(own + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(own + "..", library)
                    .check(CLASSES);
        });
    }

    @Test
    void optional_collectors_are_not_on_the_class_path_of_the_command() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String collector : List.of("aws", "kubernetes"))
            assertThat(pom)
                    .containsPattern("<artifactId>assaymark-collectors-" + collector
                            + "</artifactId>\\s*<scope>provided</scope>");
    }

    @Test
    void only_the_command_brings_collectors_along() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        assertThat(root).isNotNull();
        List<String> bringing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root, 3)) {
            for (Path pom :
                    files.filter(file -> file.endsWith("pom.xml")).sorted().toList()) {
                String path = root.relativize(pom).toString().replace('\\', '/');
                boolean own = path.startsWith("facts-extractors/collectors") || path.equals("pom.xml");
                if (!own && Files.readString(pom).contains("<artifactId>assaymark-collectors")) bringing.add(path);
            }
        }
        assertThat(bringing).containsExactly("cli/pom.xml");
    }
}

package io.github.assaymark.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.assaymark");

    @Test
    void the_model_knows_nobody() {
        classes()
                .that()
                .resideInAPackage("io.github.assaymark.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.github.assaymark.model..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void one_package_sees_the_rule_network() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.assaymark.core.rete..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.github.assaymark.core", "io.github.assaymark.core.rete..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.assaymark.core.rete..")
                .check(CLASSES);
    }

    @Test
    void nobody_here_sees_groovy_or_jackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void no_type_of_others_is_in_a_public_signature() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!type.getModifiers().contains(JavaModifier.PUBLIC)) continue;
            List<JavaCodeUnit> units = new ArrayList<>(type.getCodeUnits());
            for (JavaCodeUnit unit : units) {
                if (!unit.getModifiers().contains(JavaModifier.PUBLIC)) continue;
                List<JavaClass> used = new ArrayList<>(unit.getRawParameterTypes());
                used.add(unit.getRawReturnType());
                for (JavaClass other : used) if (!isOurs(other)) strangers.add(unit.getFullName());
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void the_embedding_api_speaks_of_nothing_internal() {
        Set<String> leaks = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!type.getPackageName().equals("io.github.assaymark.core")
                    || !type.getModifiers().contains(JavaModifier.PUBLIC)) continue;
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                if (!unit.getModifiers().contains(JavaModifier.PUBLIC)) continue;
                List<JavaClass> used = new ArrayList<>(unit.getRawParameterTypes());
                used.add(unit.getRawReturnType());
                for (JavaClass other : used)
                    if (other.getPackageName().startsWith("io.github.assaymark.core.")) leaks.add(unit.getFullName());
            }
        }
        assertThat(leaks).isEmpty();
    }

    private static boolean isOurs(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.isEmpty() || name.startsWith("java.") || name.startsWith("io.github.assaymark.");
    }
}

package io.github.securehttpapi.review.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class DependenciesTest {
    /** It is optional: a CDK app that wants the rules alone does not have it. */
    @Test
    void onlyTheCommandNeedsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.securehttpapi.review.command")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "io.github.securehttpapi.review.command")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.securehttpapi"));
    }
}

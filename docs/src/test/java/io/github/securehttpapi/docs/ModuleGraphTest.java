package io.github.securehttpapi.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The graph of docs/explanation/modules.md, held to by the code: a module may use what its line names, and the JDK. */
final class ModuleGraphTest {
    private static final String OURS = "io.github.securehttpapi.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.securehttpapi");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    template  | com.fasterxml.jackson.core.. org.yaml.snakeyaml..
                    review    | io.github.securehttpapi.template.. com.fasterxml.jackson.core.. org.yaml.snakeyaml.. picocli..
                    local     | io.github.securehttpapi.template.. com.fasterxml.jackson.core.. com.amazonaws.services.lambda.runtime.. com.nimbusds.. io.netty.. javax.crypto.. javax.net.ssl.. org.objectweb.asm.. picocli..
                    handler   | com.fasterxml.jackson.core.. com.amazonaws.services.lambda.runtime..
                    construct | io.github.securehttpapi.review.. io.github.securehttpapi.template.. software.amazon.awscdk.. software.amazon.jsii.. software.constructs.. com.fasterxml.jackson..
                    testing   | io.github.securehttpapi.local.. io.github.securehttpapi.review.. io.github.securehttpapi.template.. com.fasterxml.jackson.. org.junit.jupiter.api.. software.amazon.awscdk.. software.constructs..
                    """)
    void aModuleUsesWhatItsLineNames(String module, String others) {
        List<String> allowed = new ArrayList<>(List.of(others.split(" ")));
        allowed.addAll(List.of("java..", "org.jspecify..", OURS + module + ".."));

        classes()
                .that()
                .resideInAPackage(OURS + module + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(new String[0]))
                .check(CLASSES);
    }

    /** A CDK app has the rules on its class path, and not what its command is made with. */
    @Test
    void theRulesDoWithoutTheirCommand() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "review")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", OURS + "review.command..")
                .check(CLASSES);
    }

    @Test
    void noPackageDependsOnItselfThroughAnother() {
        slices().matching(OURS + "(**)").should().beFreeOfCycles().check(CLASSES);
    }
}

package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Runtime;

final class JavaFunctionChecksTest {
    private final Stack stack = new Stack(new App(), "Shop");
    private final JavaFunction.Builder orders = JavaFunction.Builder.create(stack, "Orders");

    @TempDir
    private Path folder;

    @Nested
    final class Jar {
        @Test
        void oneIsNeeded() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> orders.handler(FunctionJar.HANDLER).build())
                    .withMessage("function 'Orders' must have a jar, got none: pass the one that 'mvn package' builds"
                            + " with jar(…)");
        }

        @Test
        void aJarThatIsNotBuiltYetIsNamed() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.jar(Path.of("target", "no.jar")))
                    .withMessage("jar must be built, got no file 'target/no.jar': run 'mvn package' first, or correct"
                            + " the path");
        }

        @Test
        void aFolderOfClassesIsNoJar() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.jar(folder))
                    .withMessage("jar must be a file, got the folder '" + folder
                            + "': run 'mvn package' and name the jar that it builds");
        }

        @Test
        void aZipIsNoJar() throws IOException {
            Path zip = Files.createFile(folder.resolve("orders.zip"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.jar(zip))
                    .withMessage("jar must be a file that ends in .jar, got '" + zip
                            + "': run 'mvn package' and name the jar that it builds");
        }

        @Test
        void aTruncatedJarIsNamed() throws IOException {
            Path jar = Files.writeString(folder.resolve("orders.jar"), "PK");

            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> orders.jar(jar).handler(FunctionJar.HANDLER).build())
                    .withMessage("jar must be readable as a jar, got '" + jar + "': run 'mvn package' again")
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Nested
    final class Handler {
        @Test
        void oneIsNeeded() {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            orders.jar(FunctionJar.compiledFrom("code", folder)).build())
                    .withMessage("function 'Orders' must have a handler, got none: pass its class with handler(…)");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "com.example.OrdersHandler ",
                    "com/example/OrdersHandler",
                    "com.example.",
                    "com.example.OrdersHandler::",
                    "::handle",
                    "com.example.OrdersHandler::handle::more",
                    "com.example.OrdersHandler:handle",
                    "com.example.2Handler"
                })
        void itIsAClassAndPerhapsAMethod(String handler) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.handler(handler))
                    .withMessage("handler must be a class, or a class and a method, in no more than 128 characters,"
                            + " got '" + handler + "': write it as 'com.example.OrdersHandler' or"
                            + " 'com.example.OrdersHandler::handle'");
        }

        @Test
        void itHasAsManyCharactersAsLambdaTakes() {
            assertThatCode(() -> orders.handler("a".repeat(128))).doesNotThrowAnyException();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.handler("a".repeat(129)))
                    .withMessageStartingWith("handler must be a class, or a class and a method, in no more than 128");
        }

        /** The first request would answer 500. */
        @Test
        void aClassThatIsNotInTheJarIsRefused() {
            Path jar = FunctionJar.compiledFrom("code", folder);

            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            orders.jar(jar).handler("com.example.Typo::handle").build())
                    .withMessage("handler must be a class in '" + jar + "', got 'com.example.Typo': correct the name,"
                            + " or run 'mvn package' again");
            assertThat(stack.getNode().getChildren()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "com/example/OrdersHandler.class, com.example.OrdersHandler::handle",
            "com/example/Orders$Handler.class, com.example.Orders$Handler",
            "Handler.class, Handler",
            "lib/orders.jar, com.example.OrdersHandler"
        })
        void aClassMayStandWhereLambdaFindsIt(String entry, String handler) {
            Path jar = FunctionJar.with(entry, "code", folder.resolve("orders.jar"));

            assertThatCode(() -> orders.jar(jar).handler(handler).build()).doesNotThrowAnyException();
        }

        @Test
        void aNameFromElsewhereIsLeftToTheDeployment() {
            Path jar = FunctionJar.compiledFrom("code", folder);

            assertThatCode(() -> orders.jar(jar)
                            .handler(Fn.importValue("OrdersHandler"))
                            .build())
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    final class Numbers {
        @ParameterizedTest
        @ValueSource(doubles = {0, 127, 10_241, 512.5, Double.NaN})
        void memoryIsWhatLambdaHas(double megabytes) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.memorySize(megabytes))
                    .withMessage("memorySize must be a whole number of MB from 128 to 10240, got '" + megabytes
                            + "': 512 suits most handlers");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 999, 1_500, 900_001, 901_000})
        void theTimeoutIsInWholeSeconds(long millis) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.timeout(Duration.millis(millis)))
                    .withMessage("timeout must be whole seconds from 1 s to 900 s, got '" + millis
                            + " ms': answer 202 and do the rest in a queue or state machine if it takes longer");
        }

        @ParameterizedTest
        @ValueSource(doubles = {-1, 0, 0.5, 1.5})
        void aCapLetsSomethingThrough(double limit) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.reservedConcurrency(limit))
                    .withMessage("reservedConcurrency must be a whole number from 1, got '" + limit
                            + "': 0 would refuse every call; to lift the cap, call unreservedConcurrency(true)");
        }

        @ParameterizedTest
        @ValueSource(ints = {511, 10_241})
        void storageIsWhatLambdaHas(int megabytes) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.ephemeralStorageSize(Size.mebibytes(megabytes)))
                    .withMessage("ephemeralStorageSize must be from 512 MB to 10240 MB, got '" + megabytes
                            + " MB': keep larger files in S3");
        }

        @Test
        void theEndsOfEachRangeAreTaken() {
            assertThatCode(() -> orders.memorySize(128)
                            .memorySize(10_240)
                            .timeout(Duration.seconds(1))
                            .timeout(Duration.minutes(15))
                            .reservedConcurrency(1)
                            .ephemeralStorageSize(Size.mebibytes(512))
                            .ephemeralStorageSize(Size.gibibytes(10))
                            .description("d".repeat(256)))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    final class Texts {
        @Test
        void aDescriptionIsShort() {
            String description = "d".repeat(257);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.description(description))
                    .withMessage(
                            "description must be no more than 256 characters, got '" + description + "': shorten it");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "A", "1TABLE", "_TABLE", "TABLE-NAME", "table.name"})
        void aVariableHasANameThatLambdaTakes(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.environment(Map.of(name, "orders")))
                    .withMessage("name in environment must be a letter and then letters, digits or '_', two"
                            + " characters at least, got '" + name + "': rename the variable");
        }

        @Test
        void whatLambdaSetsIsNotTheUsersToSet() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.environment(Map.of("AWS_REGION", "eu-central-1")))
                    .withMessage("name in environment must not be one that Lambda sets, got 'AWS_REGION': rename the"
                            + " variable");
        }

        @Test
        void allVariablesTogetherHaveALimit() {
            Map<String, String> most = Map.of("TABLE", "ü".repeat(2_044) + "x", "RG", Aws.REGION);

            assertThatCode(() -> orders.environment(most)).doesNotThrowAnyException();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.environment(Map.of("TABLE", "ü".repeat(2_046))))
                    .withMessage("environment must be no more than 4096 bytes in all, got '4097': keep large values in"
                            + " SSM Parameter Store or S3");
        }
    }

    @Nested
    final class SnapStart {
        @Test
        void theRuntimeIsForJava() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orders.runtime(Runtime.NODEJS_22_X))
                    .withMessage("runtime must be one of Lambda's for Java, got 'nodejs22.x': take one of the constants"
                            + " Runtime.JAVA_…");
        }

        @Test
        void anOldRuntimeHasNone() {
            complete().runtime(Runtime.JAVA_8_CORRETTO);

            assertThatIllegalStateException()
                    .isThrownBy(orders::build)
                    .withMessage("runtime must support SnapStart, got 'java8.al2': take Java 11 or later, or say"
                            + " snapStart(false)");
            assertThatCode(() -> orders.snapStart(false).build()).doesNotThrowAnyException();
        }

        @Test
        void moreStorageGoesWithoutIt() {
            complete().ephemeralStorageSize(Size.gibibytes(1));

            assertThatIllegalStateException()
                    .isThrownBy(orders::build)
                    .withMessage("ephemeralStorageSize must be 512 MB with SnapStart, got '1024 MB': keep larger files"
                            + " in S3, or say snapStart(false)");
            assertThatCode(() -> orders.snapStart(false).build()).doesNotThrowAnyException();
        }

        private JavaFunction.Builder complete() {
            return orders.jar(FunctionJar.compiledFrom("code", folder)).handler(FunctionJar.HANDLER);
        }
    }
}

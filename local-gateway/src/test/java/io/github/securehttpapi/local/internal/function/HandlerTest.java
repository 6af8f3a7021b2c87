package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.github.securehttpapi.local.internal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandlerTest {
    private static final String FIXTURE = "io.github.securehttpapi.local.fixture.";
    private static final String HANDLERS = FIXTURE + "ValueHandlers";

    private static final RuntimeLoader RUNTIME = new RuntimeLoader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $OfMaps                       | {"a":1,"b":2}  | {"sum":3}
            $OfMaps::handleRequest        | {"a":1}        | {"sum":1}
            $OfGreetings                  | {"name":"Eve"} | [{"name":"Eve"},{"name":"Eve"}]
            $OfGreetings                  | {"other":1}    | [{"name":""},{"name":""}]
            $OfNothing                    | {"name":"Eve"} | null
            $Both                         | "a"            | "stream"
            $Utility::ofText              | "a"            | "static a"
            ::ofText                      | "a"            | "a!"
            ::ofNumber                    | 41             | 42
            ::ofList                      | [{"name":"Adam"},{"name":"Eve"}] | [{"name":"Eve"}]
            ::ofContext                   | {}             | "Orders"
            ::ofBoth                      | {"name":"Eve"} | "Eve Orders"
            ::ofNone                      | {}             | "none"
            ::toNothing                   | {}             | null
            ::ofInput                     | 7              | null
            ::toOutput                    | {}             | 1
            ::toOutputOf                  | {}             | "Orders"
            ::overloaded                  | {}             | "two"
            """)
    void isCalledAsLambdaCallsIt(String handler, String event, String answer) throws Throwable {
        assertThat(answer(HANDLERS + handler, event)).isEqualTo(answer);
    }

    @Test
    void eventThatIsNotOfItsTypeFailsTheInvocation() {
        assertThatThrownBy(() -> answer(HANDLERS + "::ofNumber", "{}"))
                .hasMessage("An error occurred during JSON parsing");
    }

    @Test
    void whatItThrowsIsNotWrapped() {
        assertThatThrownBy(() -> answer(HANDLERS + "::fails", "{\"name\":\"why\"}"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("why");
    }

    @Test
    void ownSerializerOfTheFunctionTakesThePlaceOfLambdas(@TempDir Path directory) throws Throwable {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("com.amazonaws.services.lambda.runtime.CustomPojoSerializer"),
                FIXTURE + "ShoutingSerializer");
        List<URL> code = List.of(directory.toUri().toURL(), testClasses());
        assertThat(answer(code, HANDLERS + "::ofText", "hello")).isEqualTo("HELLO!");
    }

    @Test
    void streamHandlerDoesNotPayForSerialization() throws Throwable {
        RuntimeLoader runtime = new RuntimeLoader();
        String library = "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer";
        assertThat(answer(runtime, List.of(testClasses()), FIXTURE + "EchoHandler", "{}"))
                .isEqualTo("{}");
        assertThat(runtime.loaded(library)).isFalse();
        answer(runtime, List.of(testClasses()), HANDLERS + "::ofText", "\"a\"");
        assertThat(runtime.loaded(library)).isTrue();
    }

    @Test
    void handlerWithAnotherJacksonThanTheGateways() throws Throwable {
        List<URL> code = new ArrayList<>(List.of(testClasses()));
        try (Stream<Path> jars = Files.list(Path.of("target/function/lib"))) {
            for (Path jar : jars.toList()) {
                code.add(jar.toUri().toURL());
            }
        }
        String event = """
                {"version": "2.0", "queryStringParameters": {"q": "é"}, "unknown": {},
                 "requestContext": {"http": {"method": "GET"}, "authorizer": {"jwt": {"claims": {"sub": "eve"}}}}}
                """;
        assertThat(PackageVersion.VERSION.toString()).startsWith("2.22.");
        assertThat(answer(code, FIXTURE + "JacksonHandler", event))
                .contains(
                        "\"statusCode\":201",
                        "{\\\"jackson\\\":\\\"2.15.2\\\"},{\\\"method\\\":\\\"GET\\\"},{\\\"q\\\":\\\"é\\\"}");
    }

    @Nested
    final class Refuses {
        @Test
        void interfaceWithoutTypes() {
            refused("$Raw", "a RequestHandler with type arguments", "write RequestHandler<Input, Output>");
        }

        @Test
        void classWithoutAnInterface() {
            refused(
                    "",
                    "a handler class that implements RequestStreamHandler or RequestHandler",
                    "implement one, or name a method as well, such as " + HANDLERS + "::handle");
        }

        @Test
        void methodThatLambdaPassesOver() {
            refused(
                    "::takesTwo",
                    "a public method that Lambda can call",
                    "write one such as takesTwo(Input, Context) or takesTwo(InputStream, OutputStream, Context)");
        }

        @Test
        void constructorWithParameters() {
            String must = "a handler class with a public constructor without parameters";
            refused("$WithParameter::ofText", must, "add one");
        }

        @Test
        void abstractClass() {
            refused("$Generic::answer", "a handler class with a public constructor without parameters", "add one");
        }

        @Test
        void classThatIsNotPublic() {
            refused("$Hidden", "a public handler class", "make it public");
        }

        private static void refused(String handler, String must, String fix) {
            assertThatThrownBy(() -> answer(HANDLERS + handler, "{}"))
                    .isExactlyInstanceOf(Refusal.class)
                    .hasMessage("function Orders must have " + must + ", got '" + HANDLERS + handler + "': " + fix);
        }
    }

    private static String answer(String handler, String event) throws Throwable {
        return answer(List.of(testClasses()), handler, event);
    }

    private static String answer(List<URL> classPath, String handler, String event) throws Throwable {
        return answer(RUNTIME, classPath, handler, event);
    }

    private static String answer(RuntimeLoader runtime, List<URL> classPath, String handler, String event)
            throws Throwable {
        FunctionSettings.Limits limits =
                new FunctionSettings.Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), 512, 1, null);
        FunctionSettings settings = new FunctionSettings("Orders", "Orders", handler, "", limits);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (HandlerCode code = HandlerCode.load(settings, classPath, runtime, Map.of(), line -> {})) {
            InvocationContext context = new InvocationContext(settings, "id", System.nanoTime(), line -> {});
            byte[] octets = event.getBytes(StandardCharsets.UTF_8);
            code.newHandler().handle(new ByteArrayInputStream(octets), answer, context);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static URL testClasses() {
        return HandlerTest.class.getProtectionDomain().getCodeSource().getLocation();
    }
}

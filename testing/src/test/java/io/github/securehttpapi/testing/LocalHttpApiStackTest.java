package io.github.securehttpapi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

final class LocalHttpApiStackTest {
    private static final Path JAR = GreetingApi.jar(TemporaryFolders.create().resolve("greeting.jar"));

    private static int definitions;

    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.ofStack(app -> {
        definitions++;
        return greeting(app, "Greeting");
    });

    @Test
    void servesTheStackWithItsFunctions() throws Exception {
        assertThat(GreetingApi.get(api.url(), "greeting").body()).startsWith("{\"greetings\":");
    }

    @Test
    void synthesizesOnceWhateverIsStarted() throws Exception {
        api.restart();

        assertThat(GreetingApi.get(api.url(), "greeting").statusCode()).isEqualTo(200);
        assertThat(api.template()).exists();
        assertThat(definitions).isEqualTo(1);
    }

    @Test
    void theAssemblyIsInATemporaryFolder() {
        assertThat(api.template())
                .startsWith(Path.of(System.getProperty("java.io.tmpdir")))
                .hasFileName("Greeting.template.json");
        assertThat(Path.of("cdk.out")).doesNotExist();
    }

    @Nested
    final class InAStage {
        @RegisterExtension
        static final LocalHttpApi live = LocalHttpApi.ofStack(
                app -> greeting(Stage.Builder.create(app, "Live").build(), "Greeting"));

        @Test
        void isServedFromTheStagesAssembly() throws Exception {
            assertThat(GreetingApi.get(live.url(), "greeting").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    final class InAnAppOfItsOwn {
        @RegisterExtension
        static final LocalHttpApi own = LocalHttpApi.ofStack(unused -> greeting(
                App.Builder.create()
                        .outdir(TemporaryFolders.create().toString())
                        .build(),
                "Own"));

        @Test
        void isServedFromThatAppsAssembly() throws Exception {
            assertThat(GreetingApi.get(own.url(), "greeting").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTemplateIsServedWithoutTheCdk() throws Exception {
        Class<?> loaded = Class.forName(LocalHttpApi.class.getName(), true, new WithoutCdk());
        Object extension = loaded.getMethod("of", Path.class).invoke(null, GreetingApi.in(TemporaryFolders.create()));

        assertThat(extension.getClass().getClassLoader()).isInstanceOf(WithoutCdk.class);
        assertThat(extension.getClass().getMethod("template").invoke(extension))
                .asInstanceOf(InstanceOfAssertFactories.PATH)
                .exists();
    }

    private static Stack greeting(Construct scope, String id) {
        Stack stack = new Stack(scope, id);
        Function function = Function.Builder.create(stack, "Function")
                .runtime(Runtime.JAVA_17)
                .handler("io.github.securehttpapi.testing.served.GreetingHandler")
                .code(Code.fromAsset(JAR.toString()))
                .build();
        HttpApi.Builder.create(stack, "Api")
                .build()
                .addRoutes(AddRoutesOptions.builder()
                        .path("/greeting")
                        .methods(List.of(HttpMethod.GET))
                        .integration(new HttpLambdaIntegration("Integration", function))
                        .build());
        return stack;
    }

    /** A class path with this module and all it needs, but for the CDK. */
    private static final class WithoutCdk extends ClassLoader {
        WithoutCdk() {
            super(WithoutCdk.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("software.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.securehttpapi.testing.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

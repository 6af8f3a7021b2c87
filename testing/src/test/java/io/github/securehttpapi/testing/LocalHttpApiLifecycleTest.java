package io.github.securehttpapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.securehttpapi.local.LocalGatewayException;
import io.github.securehttpapi.template.TemplateException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Test classes within tests: when the extension starts and stops, and what a failing start looks like. */
final class LocalHttpApiLifecycleTest {
    private static final Path TEMPLATE = GreetingApi.anywhere();
    private static final Map<String, URI> SEEN = new ConcurrentHashMap<>();

    @Test
    void itRunsFromBeforeAllUntilTheClassHasEnded() {
        run(Once.class).testEvents().assertStatistics(tests -> tests.succeeded(2));

        assertThat(SEEN.get("first")).isEqualTo(SEEN.get("second")).isEqualTo(SEEN.get("beforeAll"));
        assertClosed(url("first"));
    }

    static final class Once {
        @RegisterExtension
        static final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);

        @BeforeAll
        static void ask() {
            SEEN.put("beforeAll", api.url());
        }

        @Test
        void first() {
            SEEN.put("first", api.url());
        }

        @Test
        void second() {
            SEEN.put("second", api.url());
        }
    }

    @Test
    void inAnInstanceFieldOfAClassWithOneInstanceItRunsOnce() {
        run(OneInstance.class).testEvents().assertStatistics(tests -> tests.succeeded(2));

        assertThat(SEEN.get("one")).isEqualTo(SEEN.get("other"));
        assertClosed(url("one"));
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static final class OneInstance {
        @RegisterExtension
        final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);

        @Test
        void one() {
            SEEN.put("one", api.url());
        }

        @Test
        void other() {
            SEEN.put("other", api.url());
        }
    }

    @Test
    void aFailingStartFailsTheClassWithTheGatewaysMessage() {
        run(UnknownApi.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(LocalGatewayException.class),
                                message("api must be one of the template's, got 'Orders': it has Api"))));
    }

    static final class UnknownApi {
        @RegisterExtension
        static final LocalHttpApi api = LocalHttpApi.of(TEMPLATE).with(gateway -> gateway.api("Orders"));

        @Test
        void isNeverRun() {}
    }

    @Test
    void aFailingStartInAnInstanceFieldFailsTheTest() {
        run(NoTemplate.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(instanceOf(TemplateException.class))));
    }

    static final class NoTemplate {
        @RegisterExtension
        final LocalHttpApi api = LocalHttpApi.of(Path.of("none.template.json"));

        @Test
        void isNeverRun() {}
    }

    @Test
    void aClassThatEndsLeavesTheGatewayToTheClassesThatInheritItToo() {
        run(Outlasting.class).testEvents().assertStatistics(tests -> tests.succeeded(1));

        assertClosed(url("passing"));
    }

    abstract static class Inherited {
        @RegisterExtension
        static final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);
    }

    static final class Outlasting extends Inherited {
        @Test
        void whileAnotherComesAndGoes() throws Exception {
            HttpResponse<String> before = GreetingApi.get(api.url(), "greeting");

            run(Passing.class).testEvents().assertStatistics(tests -> tests.succeeded(1));

            assertThat(api.url()).isEqualTo(url("passing"));
            assertThat(GreetingApi.get(api.url(), "greeting").statusCode()).isEqualTo(200);
            assertThat(api.accessLogLine(before)).endsWith(" 200");
        }
    }

    static final class Passing extends Inherited {
        @Test
        void asks() {
            SEEN.put("passing", api.url());
        }
    }

    @Test
    void classesMayRunInParallel() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ThisOne.class), selectClass(ThatOne.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(2));
    }

    private static final CountDownLatch BOTH = new CountDownLatch(2);

    static final class ThisOne {
        @RegisterExtension
        static final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);

        @Test
        void hasItsOwnGateway() throws Exception {
            assertAlone(api);
        }
    }

    static final class ThatOne {
        @RegisterExtension
        static final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);

        @Test
        void hasItsOwnGateway() throws Exception {
            assertAlone(api);
        }
    }

    private static void assertAlone(LocalHttpApi api) throws Exception {
        BOTH.countDown();
        assertThat(BOTH.await(20, TimeUnit.SECONDS)).isTrue();
        HttpResponse<String> answer = GreetingApi.get(api.url(), "rare");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(api.accessLog()).containsExactly(api.accessLogLine(answer));
    }

    @Test
    void aTestThatAnotherExtensionFailedLeavesNothingBehind() {
        run(AfterAFailure.class)
                .testEvents()
                .assertStatistics(tests -> tests.failed(1).succeeded(0));
        run(Once.class).testEvents().assertStatistics(tests -> tests.succeeded(2));
    }

    static final class AfterAFailure {
        @RegisterExtension
        static final BeforeEachCallback FAILING = context -> {
            throw new IllegalStateException("nothing works");
        };

        @RegisterExtension
        final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);

        @Test
        void isNeverRun() {}
    }

    @Test
    void aFailedTestShowsWhatWasLogged() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run(Failing.class).testEvents().assertStatistics(tests -> tests.failed(1));
        } finally {
            System.setErr(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern(
                        "access log of fails\\(\\):\n\\S+ GET /greeting 200\nfunction log of fails\\(\\):\ngreeting 1\n");
    }

    static final class Failing {
        @RegisterExtension
        static final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);

        @Test
        void fails() throws Exception {
            assertThat(GreetingApi.get(api.url(), "greeting").statusCode()).isEqualTo(418);
        }
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    private static URI url(String name) {
        return SEEN.getOrDefault(name, URI.create("none:none"));
    }

    private static void assertClosed(URI url) {
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> GreetingApi.get(url, "greeting"));
    }
}

package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentTest {
    @Test
    void versionsAreThoseOfTheJars() {
        assertThat(Environment.versions(List.of(
                        "/repository/other-jmh-core-9.9.jar",
                        "/repository/netty-codec-http-4.2.20.Final.jar",
                        "/repository/netty-codec-http2-4.2.19.Final.jar",
                        "C:\\repository\\jmh-core-1.37.jar",
                        "aws-cdk-lib-2.263.0.jar",
                        "/repository/hibernate-validator-cdi-9.0.0.jar",
                        "/benchmarks/target/classes")))
                .containsExactly(
                        Map.entry("aws-cdk-lib", "2.263.0"),
                        Map.entry("netty-codec-http", "4.2.20.Final"),
                        Map.entry("jmh-core", "1.37"));
    }

    @Test
    void saysTheMachineAndTheTimeInUtc(@TempDir Path noCheckout) throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:40:08.123Z"), ZoneOffset.ofHours(2));

        Map<String, String> environment = Environment.of(Settings.of(noCheckout, new Properties()), clock);

        assertThat(environment)
                .containsEntry("date", "2026-11-23T02:40:08Z")
                .containsEntry("JDK", System.getProperty("java.version"))
                .containsKeys("commit", "processor", "memory", "load", "system", "Node.js", "Maven", "aws-cdk-lib");
        assertThat(environment.get("memory")).matches("[1-9]\\d*\\.\\d GiB");
    }

    @Test
    void aLoadThatTheSystemDoesNotTellIsUnknown() {
        assertThat(Environment.load(3.14)).isEqualTo("3.1 in the minute before");
        assertThat(Environment.load(-1)).isEqualTo("unknown");
    }
}

package io.github.securehttpapi.local.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An executor that waits to be told, and a clock that is set. */
@Timeout(20)
final class RemoteKeysTest {
    private static final RSAKey FIRST = key("k1");
    private static final RSAKey SECOND = key("k2");

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();
    private KeySet published = set(FIRST);
    private RemoteKeys.Publication publication = () -> published;
    private long nanos = Long.MAX_VALUE - 1;
    private int reads;

    private final RemoteKeys keys = new RemoteKeys(
            () -> {
                reads++;
                return publication.read();
            },
            tasks::add,
            () -> nanos);

    @Test
    void nothingIsReadBeforeATokenNeedsIt() {
        assertThat(tasks).isEmpty();
    }

    @Test
    void requestsThatComeMeanwhileShareOneRead() {
        find("k1");
        find("k1");
        find("k2");
        assertThat(found).isEmpty();
        assertThat(tasks).hasSize(1);
        run();
        assertThat(found).containsExactly("k1", "k1", "unknown");
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aKeyThatIsKnownIsGivenAtOnce() {
        find("k1");
        run();
        pass(Duration.ofHours(2).minusNanos(1));
        find("k1");
        assertThat(found).containsExactly("k1", "k1");
        assertThat(tasks).isEmpty();
    }

    @Test
    void keysAreReadAgainAfterTwoHours() {
        find("k1");
        run();
        published = set(SECOND);
        pass(Duration.ofHours(2));
        find("k1");
        run();
        find("k2");
        assertThat(found).containsExactly("k1", "unknown", "k2");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aKeyThatIsNewIsFoundAfterThePause() {
        find("k1");
        run();
        published = set(FIRST, SECOND);
        pass(Duration.ofSeconds(5));
        find("k2");
        find("k1");
        assertThat(found).containsExactly("k1", "k1");
        run();
        assertThat(found).containsExactly("k1", "k1", "k2");
    }

    @Test
    void tokensOfUnknownKeysDoNotKeepTheIssuerBusy() {
        find("k1");
        run();
        pass(Duration.ofSeconds(5).minusNanos(1));
        for (int token = 0; token < 1000; token++) {
            find("x" + token);
        }
        assertThat(tasks).isEmpty();
        assertThat(found).hasSize(1001).endsWith("unknown");
    }

    @Test
    void aFailureIsToldAndNotRepeatedForAPause() {
        publication = failing("OIDC discovery endpoint communication error");
        find("k1");
        find("k2");
        run();
        find("k1");
        assertThat(found)
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding).isEqualTo("OIDC discovery endpoint communication error"));
        assertThat(reads).isEqualTo(1);
        publication = () -> published;
        pass(Duration.ofSeconds(5));
        find("k1");
        run();
        assertThat(found).endsWith("k1").hasSize(4);
    }

    @Test
    void keysThatAreKnownOutliveAFailure() {
        find("k1");
        run();
        publication = failing("JWKS communication error");
        pass(Duration.ofSeconds(5));
        find("k2");
        run();
        find("k1");
        assertThat(found).containsExactly("k1", "JWKS communication error", "k1");
    }

    @Test
    void keysThatAreTooOldDoNot() {
        find("k1");
        run();
        publication = failing("JWKS communication error");
        pass(Duration.ofHours(2));
        find("k1");
        run();
        find("k1");
        assertThat(found).containsExactly("k1", "JWKS communication error", "JWKS communication error");
    }

    @Test
    void whoeverWaitsIsAnsweredWhateverHappens() {
        publication = () -> {
            throw new IllegalStateException("broken");
        };
        find("k1");
        keys.find("k1", finding -> {
            throw new IllegalArgumentException("of a client");
        });
        find("k1");
        assertThatThrownBy(this::run).isInstanceOf(RuntimeException.class);
        assertThat(found).containsExactly("JWKS communication error", "JWKS communication error");
    }

    @Test
    void aGatewayThatClosesAnswersToo() {
        RemoteKeys closing = new RemoteKeys(
                () -> published,
                task -> {
                    throw new RejectedExecutionException();
                },
                () -> nanos);
        closing.find("k1", this::told);
        closing.find("k1", this::told);
        assertThat(found).containsExactly("JWKS communication error", "JWKS communication error");
    }

    private void find(String keyId) {
        keys.find(keyId, this::told);
    }

    private void told(Keys.Finding finding) {
        RSAKey key = finding.key();
        found.add(key == null ? Objects.requireNonNullElse(finding.problem(), "unknown") : key.getKeyID());
    }

    private void run() {
        tasks.remove().run();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static RemoteKeys.Publication failing(String problem) {
        return () -> {
            throw new RemoteKeys.Unavailable(problem, null);
        };
    }

    private static KeySet set(RSAKey... keys) {
        return Objects.requireNonNull(KeySet.parse(new JWKSet(List.of(keys)).toString()));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

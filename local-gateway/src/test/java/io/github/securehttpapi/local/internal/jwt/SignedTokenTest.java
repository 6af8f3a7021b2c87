package io.github.securehttpapi.local.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedTokenTest {
    @Test
    void theLongestTokenIsAsLongAsARequestsHead() {
        String long16k = "a".repeat(16_384);
        assertThatThrownBy(() -> SignedToken.parse(long16k + ".b.c"))
                .isInstanceOf(Rejection.class)
                .hasMessage("the token is too long");
        assertThatThrownBy(() -> SignedToken.parse("a".repeat(10_236) + ".b.c")).hasMessage("the token is malformed");
        assertThatThrownBy(() -> SignedToken.parse("a".repeat(10_237) + ".b.c")).hasMessage("the token is too long");
        assertThatThrownBy(() -> SignedToken.parse(".".repeat(10_240)))
                .hasMessage("token contains an invalid number of segments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\",\"kid\":\"\"}",
                "{\"alg\":\"RS256\",\"kid\":7}",
                "{\"alg\":\"RS256\",\"kid\":null}"
            })
    void aTokenHasToNameItsKey(String header) {
        assertThatThrownBy(() -> SignedToken.parse(Base64URL.encode(header) + ".e30.c2ln"))
                .isInstanceOf(Rejection.class)
                .hasMessage("the token does not have a kid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"rs256\"", "\"RS256 \"", "7", "null", "[\"RS256\"]", "{}"})
    void algorithmsAreNamedExactly(String algorithm) {
        String header =
                Base64URL.encode("{\"alg\":" + algorithm + ",\"kid\":\"k1\"}").toString();
        assertThatThrownBy(() -> SignedToken.parse(header + ".e30.c2ln"))
                .isInstanceOf(Rejection.class)
                .hasMessage("signing method (alg) is unavailable.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQ\",\"oth\":[{}]}", "{\"kty\":\"EC\"}", "7"})
    void keyInAHeaderMadeTheLibraryThrowWhatItDoesNotDeclare(String key) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"k1\",\"jwk\":" + key + "}";
        assertThatThrownBy(() -> SignedToken.parse(Base64URL.encode(header) + ".e30.c2ln"))
                .isInstanceOf(Rejection.class)
                .hasMessage("the token is malformed");
    }

    @Test
    void aKeyForOneAlgorithmVerifiesNoOther() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048)
                .keyID("k1")
                .algorithm(JWSAlgorithm.RS512)
                .generate();
        SignedToken other = SignedToken.parse(signed(JWSAlgorithm.RS256, key, "{}"));
        assertThatThrownBy(() -> other.claims(key)).hasMessage("signature is invalid");
        assertThat(SignedToken.parse(signed(JWSAlgorithm.RS512, key, "{\"a\":\"b\"}"))
                        .claims(key)
                        .text("a"))
                .isEqualTo("b");
    }

    @Test
    void deepNestingIsMalformed() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        SignedToken deep =
                SignedToken.parse(signed(JWSAlgorithm.RS256, key, "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"));
        assertThatThrownBy(() -> deep.claims(key)).hasMessage("the token is malformed");
        String header = "{\"alg\":\"RS256\",\"kid\":\"k1\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThatThrownBy(() -> SignedToken.parse(Base64URL.encode(header) + ".e30.c2ln"))
                .isInstanceOf(Rejection.class);
    }

    /** Seeded: what fails once fails always. */
    @Test
    void noTextIsMoreThanARejection() throws Exception {
        Random random = new Random(42);
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        char[] token = signed(JWSAlgorithm.RS256, key, "{\"a\":\"b\"}").toCharArray();
        String letters = "ABCabc019-_.=+/ {}\"\u0000\u00e9\ud800";
        int accepted = 0;
        for (int round = 0; round < 5_000; round++) {
            char[] changed = token.clone();
            for (int change = 0; change <= random.nextInt(3); change++) {
                changed[random.nextInt(changed.length)] = letters.charAt(random.nextInt(letters.length()));
            }
            String text =
                    new String(changed, 0, random.nextInt(4) == 0 ? random.nextInt(changed.length) : changed.length);
            try {
                SignedToken.parse(text);
                accepted++;
            } catch (Rejection expected) {
                assertThat(expected.description()).matches("[A-Za-z0-9 ().']+");
            }
        }
        assertThat(accepted).isPositive();
    }

    private static String signed(JWSAlgorithm algorithm, RSAKey key, String claims) throws Exception {
        JWSHeader header = new JWSHeader.Builder(algorithm).keyID("k1").build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}

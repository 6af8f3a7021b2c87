package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The kit and jackson-databind take the same documents for JSON, apart from what the kit is stricter in. Those are the
 * {@link Strictness} below; where databind is the stricter one, there is none.
 */
final class DatabindDifferenceTest {
    private static final long SEED = 4;

    /** {@code mvn -Pfuzz} has more of them. */
    private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 20_000);

    private static final JsonMapper DATABIND = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Decoder<Text> TEXT = object(Text::new, field("name", string()), field("email", string()));

    private record Text(String name, String email) {}

    /** What the kit refuses and databind does not: docs/reference/performance.md has the same list. */
    private enum Strictness {
        NOT_UTF_8,
        BYTE_ORDER_MARK,
        UTF_16_OR_32,
        HALF_OF_A_SURROGATE_PAIR,
        LONG_NAME,
        LONG_NUMBER,
        DEPTH
    }

    @Test
    void theyAcceptTheSameDocumentsApartFromWhatIsListed() {
        RandomJson documents = new RandomJson(SEED);
        int[] accepted = new int[2];
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = documents.next();
            accepted[isJson(document) ? 1 : 0]++;
            compare(document);
        }

        // Or the comparison would say little.
        assertThat(accepted[0]).isGreaterThan(DOCUMENTS / 10);
        assertThat(accepted[1]).isGreaterThan(DOCUMENTS / 10);
    }

    private static void compare(byte[] document) {
        Optional<JsonNode> tree = tree(document);
        boolean json = isJson(document);
        if (json || strictness(document, tree).isEmpty()) {
            assertThat(json).as(shown(document)).isEqualTo(tree.isPresent());
        }
        if (json) {
            tree.ifPresent(read -> compareText(document, read));
        }
    }

    /** The same characters too, of a document that is an object of two strings. */
    private static void compareText(byte[] document, JsonNode tree) {
        try {
            Text text = BodyReader.read(Body.of(document), "application/json", TEXT, new Violations());
            assertThat(text.name())
                    .as(shown(document))
                    .isEqualTo(tree.get("name").textValue());
            assertThat(text.email())
                    .as(shown(document))
                    .isEqualTo(tree.get("email").textValue());
        } catch (InvalidRequestException otherShape) {
            assertThat(otherShape.status()).isEqualTo(422);
        }
    }

    private static String shown(byte[] document) {
        return "'" + new String(document, StandardCharsets.UTF_8) + "'";
    }

    private static boolean isJson(byte[] document) {
        try {
            BodyReader.read(Body.of(document), "application/json", TEXT, new Violations());
            return true;
        } catch (InvalidRequestException refusal) {
            assertThat(refusal.status()).as(shown(document)).isIn(400, 422);
            return refusal.status() == 422;
        }
    }

    private static Optional<JsonNode> tree(byte[] document) {
        try {
            return Optional.of(DATABIND.readTree(document)).filter(tree -> !tree.isMissingNode());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Strictness> strictness(byte[] document, Optional<JsonNode> tree) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return Optional.of(Strictness.NOT_UTF_8);
        }
        if (text.startsWith("\ufeff")) {
            return Optional.of(Strictness.BYTE_ORDER_MARK);
        }
        // In one of the first four bytes, which databind guesses an encoding from.
        if (text.indexOf('\0') >= 0 && text.indexOf('\0') < 4) {
            return Optional.of(Strictness.UTF_16_OR_32);
        }
        // By its characters: databind may make infinity of it.
        if (text.matches("(?s).*[-+.eE0-9]{" + (Json.MAX_NUMBER_LENGTH + 1) + "}.*")) {
            return Optional.of(Strictness.LONG_NUMBER);
        }
        return tree.flatMap(read -> strictness(read, 0));
    }

    private static Optional<Strictness> strictness(JsonNode node, int depth) {
        if (node.isContainerNode() && depth == Json.MAX_DEPTH) {
            return Optional.of(Strictness.DEPTH);
        }
        if (node.isTextual() && Surrogates.areUnpaired(node.textValue())) {
            return Optional.of(Strictness.HALF_OF_A_SURROGATE_PAIR);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (Surrogates.areUnpaired(member.getKey())) {
                return Optional.of(Strictness.HALF_OF_A_SURROGATE_PAIR);
            }
            if (member.getKey().length() > Json.MAX_NAME_LENGTH) {
                return Optional.of(Strictness.LONG_NAME);
            }
        }
        for (JsonNode child : node) {
            Optional<Strictness> found = strictness(child, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

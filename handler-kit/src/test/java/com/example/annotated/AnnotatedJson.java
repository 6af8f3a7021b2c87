package com.example.annotated;

// snippet:seam
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.securehttpapi.handler.InvalidRequestException;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Decodes bodies by annotations, and refuses them in the kit's shape. */
final class AnnotatedJson {
    private static final int MAX_VIOLATIONS = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNameLength(256)
                            .maxNumberLength(400)
                            .build())
                    .build())
            // Each lets through what another leaves alone: 1.9 as 1, null as 0, and true as the text of it.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .build();

    // Without an expression language: a message never evaluates what a client sent.
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
            .buildValidatorFactory()
            .getValidator();

    private AnnotatedJson() {}

    static <T> T read(Request request, Class<T> type) {
        T value = parse(request.jsonText(), type);
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<T> found : VALIDATOR.validate(value)) {
            violations.add(new Violation(pointer(found.getPropertyPath()), code(found), found.getMessage()));
        }
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
        return value;
    }

    private static <T> T parse(String json, Class<T> type) {
        requireJson(json);
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw refusal(List.of(new Violation("", "type", "must be an object")));
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw refusal(
                    List.of(new Violation(pointer(unknown), "unknown_field", "must not be present: no such field")));
        } catch (JsonMappingException mismatch) {
            // Not its message: it quotes the body and names classes.
            throw refusal(List.of(new Violation(pointer(mismatch), "type", "must be of another type")));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    // First and to the end, so that what is not JSON is 400 whatever else is wrong with it.
    private static void requireJson(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            boolean value = parser.nextToken() != null;
            parser.skipChildren();
            if (!value || parser.nextToken() != null) {
                throw InvalidRequestException.badRequest("body must be one JSON value");
            }
        } catch (JsonProcessingException malformed) {
            throw InvalidRequestException.badRequest("body must be one JSON value");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    // In an order of our own, since a validator has none, and no more than anyone reads.
    private static InvalidRequestException refusal(List<Violation> violations) {
        return InvalidRequestException.invalidBody(violations.stream()
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .limit(MAX_VIOLATIONS)
                .toList());
    }

    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                append(pointer, node.getIndex().toString());
            } else if (node.getKey() != null) {
                append(pointer, node.getKey().toString());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                append(pointer, node.getName());
            }
        }
        return pointer.toString();
    }

    private static String pointer(JsonMappingException mismatch) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference reference : mismatch.getPath()) {
            String name = reference.getFieldName();
            append(pointer, name == null ? Integer.toString(reference.getIndex()) : name);
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, String name) {
        pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
}
// end

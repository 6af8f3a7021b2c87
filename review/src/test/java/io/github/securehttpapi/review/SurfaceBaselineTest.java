package io.github.securehttpapi.review;

import static io.github.securehttpapi.review.ContactTemplate.STAGE;
import static io.github.securehttpapi.review.ContactTemplate.template;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused as a baseline. */
final class SurfaceBaselineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String ROUTE = "{\"templates\": {\"t\": {\"Api\": {\"GET /\": {%s}}}}}";

    @TempDir
    private Path directory;

    private Path write(String content) {
        try {
            return Files.writeString(directory.resolve("surface.json"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void assertRefused(String content, String message) {
        Path file = write(content);
        assertThatExceptionOfType(ReviewException.class)
                .isThrownBy(() -> Surface.read(file))
                .withMessage("baseline must " + message.replace("FILE", file.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                              | have the surface of a template at templates (FILE:1:1), got '': write it \
            with --write-baseline
            {"templates": {}}               | have the surface of a template at templates (FILE:1:15), got '{}': \
            write it with --write-baseline
            {"templates": []}               | have an object at templates (FILE:1:15), got '[…]': write its keys and \
            values
            {"template": {}}                | have no key but templates (FILE:1:14), got 'template': did you mean \
            'templates'?
            {"templates": {"t": 1}}         | have an object at templates.t (FILE:1:21), got '1': write its keys and \
            values
            """)
    void hasNoTemplates(String content, String message) {
        assertRefused(content, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "function": "F"                        | state the access at templates.t.Api.GET / (FILE:1:39), got '': add it
            "access": "IAM"                        | state the function at templates.t.Api.GET / (FILE:1:39), got '': add it
            "access": "anyone", "function": "F"    | say who may call a route at templates.t.Api.GET /.access \
            (FILE:1:50), got 'anyone': write it with --write-baseline
            "access": "IAM", "function": "F", "x": 1 | have no key but access, scopes, throttle, function at \
            templates.t.Api.GET / (FILE:1:79), got 'x': remove it
            "access": "IAM", "function": "F", "scopes": [1] | have texts at templates.t.Api.GET /.scopes \
            (FILE:1:85), got '1': write it in quotes
            "access": "IAM", "function": "F", "throttle": {"$default": "10"} | have a throttle such as \
            '10/s, burst 20' at templates.t.Api.GET /.throttle.$default (FILE:1:99), got '10': write it with \
            --write-baseline
            """)
    void hasARouteThatIsNone(String route, String message) {
        assertRefused(ROUTE.formatted(route), message);
    }

    @Test
    void isEmptyOrNone() {
        assertRefused("", "be YAML or JSON, got 'FILE': the file is empty, write it with --write-baseline");
        assertThatExceptionOfType(ReviewException.class)
                .isThrownBy(() -> Surface.read(Path.of("none.json")))
                .withMessage("baseline must be a readable file, got 'none.json': no such file, write it with"
                        + " --write-baseline");
    }

    @Test
    void isOfAnotherTemplate() {
        Surface baseline = Surface.of(template("other.yaml", STAGE, "GET /contacts", ""));
        Review review = Review.of(template(""), TODAY).comparedWith(baseline);

        assertThatExceptionOfType(ReviewException.class)
                .isThrownBy(review::run)
                .withMessage("baseline must be of template 'template.yaml', got 'other.yaml': write it with"
                        + " --write-baseline");
    }

    @Test
    void isOfAnotherApi() {
        Surface baseline = Surface.read(write("""
                {"templates": {"template.yaml": {"Old": {"GET /": {"access": "IAM", "function": "F"}}}}}
                """));
        Review review = Review.of(template(""), TODAY).comparedWith(baseline);

        assertThatExceptionOfType(ReviewException.class)
                .isThrownBy(review::run)
                .withMessage("baseline must be of an API of template 'template.yaml', got 'Old': write it with"
                        + " --write-baseline");
    }

    @Test
    void isOneOfTwoTemplatesThatItMayMean() {
        Surface baseline = Surface.together(List.of(
                Surface.of(template("a/template.yaml", STAGE, "GET /contacts", "")),
                Surface.of(template("b/template.yaml", STAGE, "GET /contacts", ""))));

        assertThatExceptionOfType(ReviewException.class)
                .isThrownBy(() ->
                        Review.of(template(""), TODAY).comparedWith(baseline).run())
                .withMessageContaining("got 'a/template.yaml, b/template.yaml'");
    }
}

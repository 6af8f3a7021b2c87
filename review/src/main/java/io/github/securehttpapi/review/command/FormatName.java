package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Review;
import java.nio.file.Path;

/** The formats, as the option names them. */
enum FormatName {
    TEXT,
    JSON,
    SARIF,
    MARKDOWN;

    /** Made here, so that of the formats the one that is used is loaded. */
    Format format() {
        return switch (this) {
            case TEXT -> new TextFormat();
            case JSON -> new JsonFormat();
            case SARIF -> new SarifFormat(ReviewCommand.Version.number(), Review.rules(), new SarifPlaces(Path.of("")));
            case MARKDOWN -> new MarkdownFormat();
        };
    }
}

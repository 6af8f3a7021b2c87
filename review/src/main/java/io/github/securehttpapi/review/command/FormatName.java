package io.github.securehttpapi.review.command;

import java.nio.file.Path;
import java.util.Locale;

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
            case SARIF -> new SarifFormat(ReviewCommand.Version.number(), new SarifPlaces(Path.of("")));
            case MARKDOWN -> new MarkdownFormat();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.securehttpapi.handler;

import java.nio.charset.StandardCharsets;

/** A body of text other than JSON: UTF-8, and labelled so, since browsers guess where no charset is named. */
final class TextBody {
    private TextBody() {}

    /** Returns {@code contentType} with its charset. */
    static String type(String contentType) {
        String inUtf8 = MediaType.inUtf8(contentType);
        if (inUtf8 == null) {
            throw new IllegalArgumentException(
                    "content-type must be a media type in UTF-8, such as 'text/csv; charset=utf-8', got '" + contentType
                            + "'");
        }
        return inUtf8;
    }

    static byte[] utf8(String body) {
        return Surrogates.replaceUnpaired(body).getBytes(StandardCharsets.UTF_8);
    }
}

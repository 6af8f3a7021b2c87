package io.github.securehttpapi.construct;

import software.amazon.awscdk.Token;

/** What an API is for, as the console shows it. */
final class ApiDescription {
    /** {@code CreateApi}, API Gateway V2 API reference: {@code StringWithLengthBetween0And1024}. */
    private static final int LONGEST = 1024;

    private ApiDescription() {}

    static void require(String text) {
        if (text.length() > LONGEST && !Boolean.TRUE.equals(Token.isUnresolved(text))) {
            throw new IllegalArgumentException("description must be no more than " + LONGEST + " characters, got '"
                    + text.length() + "': shorten it");
        }
    }
}

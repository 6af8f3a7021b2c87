package io.github.securehttpapi.construct;

import java.util.regex.Pattern;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;

/** The name of the API's stage, and what it makes of its URL. */
final class StageName {
    /** The stage that adds nothing to the path. */
    static final String DEFAULT = "$default";

    /** {@code CreateStage}, API Gateway V2 API reference: alphanumeric characters, hyphens and underscores, at most 128. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private StageName() {}

    static void require(String name) {
        boolean known = !Boolean.TRUE.equals(Token.isUnresolved(name));
        if (known && !name.equals(DEFAULT) && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "stageName must be '$default', or 1 to 128 letters, digits, hyphens and underscores, got '" + name
                            + "': choose another one");
        }
    }

    /** The CDK ends the URL of a named stage in its name, so that a path put behind it would lengthen the name. */
    static String url(HttpStage stage, String name) {
        return name.equals(DEFAULT) ? stage.getUrl() : stage.getUrl() + "/";
    }
}

package io.github.securehttpapi.review.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small templates, and where to write them. */
final class Templates {
    /** Nothing that weighs as an error. */
    static final String API = """
            {"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "a", "ProtocolType": "HTTP"}}}}
            """;

    /** One public route, of which nobody says why. */
    static final String PUBLIC = """
            Parameters:
              Name: {Type: String, Default: shop}
            Resources:
              Api:
                Type: AWS::ApiGatewayV2::Api
                Properties: {Name: !Ref Name, ProtocolType: HTTP}
              Open:
                Type: AWS::ApiGatewayV2::Route
                Properties: {ApiId: !Ref Api, RouteKey: GET /open, AuthorizationType: NONE}
            """;

    static final String BUCKET = "{\"Resources\": {\"Bucket\": {\"Type\": \"AWS::S3::Bucket\"}}}";

    private Templates() {}

    static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

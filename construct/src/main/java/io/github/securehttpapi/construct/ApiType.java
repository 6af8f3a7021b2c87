package io.github.securehttpapi.construct;

/** The kinds of API that API Gateway has. */
public enum ApiType {
    /** {@code AWS::ApiGatewayV2::Api} with the protocol HTTP: what {@link SecureHttpApi} defines. */
    HTTP("an HTTP API"),

    /** {@code AWS::ApiGateway::RestApi}. */
    REST("a REST API"),

    /** {@code AWS::ApiGatewayV2::Api} with the protocol WEBSOCKET. */
    WEBSOCKET("a WebSocket API");

    private final String name;

    ApiType(String name) {
        this.name = name;
    }

    /** The kind in a sentence. */
    String inWords() {
        return name;
    }
}

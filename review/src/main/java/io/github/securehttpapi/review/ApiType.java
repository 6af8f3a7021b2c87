package io.github.securehttpapi.review;

/** The kinds of API that API Gateway has. */
public enum ApiType {
    /** {@code AWS::ApiGatewayV2::Api} with the protocol HTTP: what the construct {@code SecureHttpApi} defines. */
    HTTP("an HTTP API"),

    /** {@code AWS::ApiGateway::RestApi}. */
    REST("a REST API"),

    /** {@code AWS::ApiGatewayV2::Api} with the protocol WEBSOCKET. */
    WEBSOCKET("a WebSocket API");

    private final String name;

    ApiType(String name) {
        this.name = name;
    }

    /**
     * The kind in a sentence.
     *
     * @return its name with an article, such as {@code an HTTP API}
     */
    public String inWords() {
        return name;
    }
}

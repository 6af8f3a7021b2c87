package io.github.securehttpapi.template;

/** A template that was read, and declares no HTTP API: of a stack without one, say. */
public final class NoHttpApiException extends TemplateException {
    private static final long serialVersionUID = 1L;

    NoHttpApiException(String template) {
        super(
                "declare an HTTP API, an AWS::ApiGatewayV2::Api of ProtocolType HTTP",
                template,
                "name the template of the stack that holds the API");
    }
}

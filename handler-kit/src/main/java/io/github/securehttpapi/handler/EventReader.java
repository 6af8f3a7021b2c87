package io.github.securehttpapi.handler;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads an event of payload format 2.0 member by member, and skips what the kit has no use for.
 *
 * <p>Source of the format: "Create AWS Lambda proxy integrations for HTTP APIs", API Gateway developer guide. Members
 * may be absent or null; a member that is used must have its documented type.
 */
final class EventReader {
    private static final String VERSION = "2.0";

    private final EventTokens tokens;
    private final Event event;

    private EventReader(EventTokens tokens, Event event) {
        this.tokens = tokens;
        this.event = event;
    }

    /** Fills {@code event}. Where what {@code input} has is malformed, what came before the fault has been filled in. */
    static void read(InputStream input, Event event) throws IOException {
        new EventReader(new EventTokens(input.readAllBytes()), event).readEvent();
    }

    private void readEvent() {
        if (!tokens.beginsObject()) {
            throw new MalformedEventException("event must be a JSON object");
        }
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            readMember(name);
        }
        if (!tokens.ended()) {
            throw new MalformedEventException("event must be one JSON object, got more behind it");
        }
        requireVersion();
        if (event.method == null) {
            throw new MalformedEventException("event must name the method in 'requestContext.http.method'");
        }
    }

    private void requireVersion() {
        if (!VERSION.equals(event.version)) {
            String got = event.version == null ? "no version" : "'" + event.version + "'";
            throw new MalformedEventException("event must be of an HTTP API with payload format version 2.0, got " + got
                    + ": set payloadFormatVersion to 2.0 on the integration that invokes this function");
        }
    }

    private void readMember(String name) {
        switch (name) {
            case "version" -> event.version = tokens.text(name);
            case "routeKey" -> event.routeKey = tokens.text(name);
            case "rawPath" -> event.rawPath = tokens.text(name);
            case "rawQueryString" -> event.rawQueryString = tokens.text(name);
            case "cookies" -> event.cookies.addAll(tokens.texts(name));
            case "headers" -> tokens.readTexts(name, event.headers);
            case "queryStringParameters" -> tokens.readTexts(name, event.queryParameters);
            case "pathParameters" -> tokens.readTexts(name, event.pathParameters);
            case "stageVariables" -> tokens.readTexts(name, event.stageVariables);
            case "requestContext" -> readRequestContext();
            case "body" -> event.body = tokens.text(name);
            case "isBase64Encoded" -> event.base64Encoded = tokens.flag(name);
            default -> tokens.skip();
        }
    }

    private void readRequestContext() {
        if (!tokens.beginsObject("requestContext")) {
            return;
        }
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            switch (name) {
                case "requestId" -> event.requestId = tokens.text(name);
                case "accountId" -> event.accountId = tokens.text(name);
                case "apiId" -> event.apiId = tokens.text(name);
                case "domainName" -> event.domainName = tokens.text(name);
                case "stage" -> event.stage = tokens.text(name);
                case "timeEpoch" -> event.timeEpochMillis = tokens.number(name);
                case "http" -> readHttp();
                case "authorizer" -> readAuthorizer();
                case "authentication" -> readAuthentication();
                default -> tokens.skip();
            }
        }
    }

    private void readHttp() {
        if (!tokens.beginsObject("http")) {
            return;
        }
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            switch (name) {
                case "method" -> event.method = tokens.text(name);
                case "sourceIp" -> event.sourceIp = tokens.text(name);
                case "userAgent" -> event.userAgent = tokens.text(name);
                default -> tokens.skip();
            }
        }
    }

    // In classes of their own, which a function without an authorizer never loads.
    private void readAuthorizer() {
        if (tokens.beginsObject("authorizer")) {
            event.caller = AuthorizerReader.read(tokens);
        }
    }

    private void readAuthentication() {
        if (!tokens.beginsObject("authentication")) {
            return;
        }
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            if (name.equals("clientCert") && tokens.beginsObject(name)) {
                event.clientCertificate = AuthorizerReader.readCertificate(tokens);
            } else {
                tokens.skip();
            }
        }
    }
}

package com.example.members;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.IamCaller;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;

/** {@code POST /internal/reindex}, for services that sign their requests as an AWS principal. */
public final class ReindexHandler extends HttpApiHandler {
    @Override
    protected Response handle(Request request) {
        String service = request.caller(IamCaller.class).userArn().orElseThrow();
        // Yours to add: begin to index.
        return Response.accepted(json -> json.put("message", "accepted").put("service", service));
    }
}

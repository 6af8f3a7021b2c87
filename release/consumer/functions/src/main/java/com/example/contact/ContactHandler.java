package com.example.contact;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;

// snippet:handler
/** {@code POST /contacts}: accepts a contact. */
public final class ContactHandler extends HttpApiHandler {
    @Override
    protected Response handle(Request request) {
        Contact contact = request.json(Contact.DECODER);
        // Yours to add: keep the contact, in a queue or a table.
        return Response.accepted(json -> json.put("message", "accepted")
                .put("requestId", request.requestId())
                .put("received", contact, Contact::write));
    }
}
// end

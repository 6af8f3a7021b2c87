package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;

/** The function that the package's documentation shows. */
final class ContactHandler extends HttpApiHandler {
    private static final Decoder<Contact> CONTACT = object(
            Contact::new,
            field("name", string().trimmed().notBlank().maxLength(100)),
            field("email", string().email()));

    ContactHandler() {}

    ContactHandler(HandlerOptions options) {
        super(options);
    }

    @Override
    protected Response handle(Request request) {
        Contact contact = request.json(CONTACT);
        return Response.accepted(json -> json.put("message", "accepted")
                .put("requestId", request.requestId())
                .put("received", contact, Contact::write));
    }

    record Contact(String name, String email) {
        void write(JsonWriter json) {
            json.put("name", name).put("email", email);
        }
    }
}

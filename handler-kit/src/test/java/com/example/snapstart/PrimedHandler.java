package com.example.snapstart;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;

import io.github.securehttpapi.handler.Decoder;
import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.JsonWriter;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

// snippet:handler
public final class PrimedHandler extends HttpApiHandler implements Resource {
    private static final Decoder<Contact> CONTACT =
            object(Contact::new, field("name", string().trimmed().notBlank()), field("email", string().email()));

    public PrimedHandler() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        // A body that is refused: it warms the decoder and the answer, and reaches nothing behind them.
        prime("POST /contacts", "{\"name\":\" \",\"email\":\"nowhere\"}");
        // What a contact becomes, without keeping it.
        accepted(new Contact("Ada", "ada@example.com"));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing to do: this handler holds no connection.
    }

    @Override
    protected Response handle(Request request) {
        Contact contact = request.json(CONTACT);
        // Yours to add: keep the contact.
        return accepted(contact);
    }

    private static Response accepted(Contact contact) {
        return Response.accepted(json -> json.put("received", contact, Contact::write));
    }

    record Contact(String name, String email) {
        void write(JsonWriter json) {
            json.put("name", name).put("email", email);
        }
    }
}
// end

package io.github.securehttpapi.docs.served;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;

import io.github.securehttpapi.handler.Decoder;
import io.github.securehttpapi.handler.HandlerOptions;
import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.HttpException;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;

/** Takes orders, has none to show, and breaks at {@code GET /breaks}. */
public class OrdersHandler extends HttpApiHandler {
    private static final Decoder<Order> ORDER = object(
            Order::new,
            field("item", string().notBlank()),
            field("quantity", integer().min(1)));

    /** With the kit's own body of errors. */
    public OrdersHandler() {
        this(HandlerOptions.defaults());
    }

    OrdersHandler(HandlerOptions options) {
        super(options);
    }

    private record Order(String item, int quantity) {}

    @Override
    protected Response handle(Request request) {
        if (request.method().equals("POST")) {
            request.json(ORDER);
            return Response.noContent();
        }
        if (request.path().endsWith("/breaks")) {
            throw new IllegalStateException("a secret of the inside");
        }
        throw HttpException.notFound("no such order");
    }
}

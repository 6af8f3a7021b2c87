package com.example.annotated;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

// snippet:handler
/** {@code POST /orders}: takes an order, checked by annotations. */
public final class OrderHandler extends HttpApiHandler {
    @Override
    protected Response handle(Request request) {
        Order order = AnnotatedJson.read(request, Order.class);
        return Response.accepted(json -> json.put("lines", order.lines().size()));
    }

    record Order(
            @NotBlank @Email String email,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines,
            Map<String, @NotBlank String> notes) {}

    record Line(@NotBlank String product, @Positive int count) {}
}
// end

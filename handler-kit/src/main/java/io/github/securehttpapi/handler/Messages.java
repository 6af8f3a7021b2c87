package io.github.securehttpapi.handler;

import org.jspecify.annotations.Nullable;

/**
 * Says what decoders find wrong with a request in other words, or in another language. Given to {@link
 * HandlerOptions#messages}. Violations that a handler makes by itself stay as they are.
 *
 * <pre>{@code
 * HandlerOptions.defaults().messages((violation, request) -> switch (violation.code()) {
 *     case "blank" -> "darf nicht leer sein";
 *     case "too_long" -> "darf höchstens " + violation.parameters().get("max") + " Zeichen haben";
 *     default -> null;
 * });
 * }</pre>
 */
@FunctionalInterface
public interface Messages {
    /**
     * Returns the message for a violation.
     *
     * @param violation the violation: its code, the parameters of its message, and the message in English
     * @param request the request it was found in, for its {@code accept-language} say
     * @return the message, or null to leave it as it is
     */
    @Nullable String message(Violation violation, Request request);
}

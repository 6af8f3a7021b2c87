/**
 * What a Java Lambda function behind an HTTP API needs: start at {@link io.github.securehttpapi.handler.HttpApiHandler}.
 *
 * <p>A function that takes contacts, complete:
 *
 * <pre>{@code
 * public final class ContactHandler extends HttpApiHandler {
 *     private static final Decoder<Contact> CONTACT = object(Contact::new,
 *             field("name", string().trimmed().notBlank().singleLine().maxLength(100)),
 *             field("email", string().email()));
 *
 *     @Override
 *     protected Response handle(Request request) {
 *         Contact contact = request.json(CONTACT);
 *         return Response.accepted(json -> json.put("message", "accepted")
 *                 .put("requestId", request.requestId())
 *                 .put("received", contact, Contact::write));
 *     }
 *
 *     record Contact(String name, String email) {
 *         void write(JsonWriter json) {
 *             json.put("name", name).put("email", email);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>with {@code import static io.github.securehttpapi.handler.Decoders.*} or its single members. What its client gets:
 *
 * <table>
 * <caption>The responses of the function above</caption>
 * <tr><th>status</th><th>when</th><th>body</th></tr>
 * <tr><td>202</td><td>the body is a contact</td><td>what {@code handle} wrote</td></tr>
 * <tr><td>400</td><td>there is no body; it is not base64 where the event says so; it is not UTF-8; it is not one JSON
 * value, has a name twice or half of a surrogate pair, or exceeds a limit on depth or on the length of names, numbers
 * and strings</td><td>message, requestId</td></tr>
 * <tr><td>400</td><td>the query string or the path is not what {@link
 * io.github.securehttpapi.handler.Request#queryParameters(Decoder) its decoder} wants</td><td>message, requestId,
 * violations</td></tr>
 * <tr><td>413</td><td>the body is larger than the {@link io.github.securehttpapi.handler.HandlerOptions} allow</td>
 * <td>message, requestId</td></tr>
 * <tr><td>415</td><td>the content type is neither {@code application/json} nor ends in {@code +json}, or names a charset
 * other than UTF-8</td><td>message, requestId</td></tr>
 * <tr><td>422</td><td>the body is JSON, but no contact</td><td>message, requestId, violations</td></tr>
 * <tr><td>400 to 599</td><td>an {@link io.github.securehttpapi.handler.HttpException} was thrown</td><td>message,
 * requestId</td></tr>
 * <tr><td>500</td><td>anything else was thrown, or the response is larger than the 6 MB that Lambda passes on</td>
 * <td>message, requestId</td></tr>
 * </table>
 *
 * <p>Where to go on from there:
 *
 * <ul>
 * <li>{@link io.github.securehttpapi.handler.Request}: what a handler is given; its {@link
 * io.github.securehttpapi.handler.Caller} says who calls
 * <li>{@link io.github.securehttpapi.handler.Decoders}: what bodies and parameters have to be; {@link
 * io.github.securehttpapi.handler.Decoder} adds rules of your own, {@link io.github.securehttpapi.handler.Messages} other
 * words
 * <li>{@link io.github.securehttpapi.handler.Response}: what a handler answers, with {@link
 * io.github.securehttpapi.handler.JsonWriter} and {@link io.github.securehttpapi.handler.Cookie}
 * <li>{@link io.github.securehttpapi.handler.HttpException}: errors that are thrown, however deep
 * <li>{@link io.github.securehttpapi.handler.Router}: several routes in one function
 * <li>{@link io.github.securehttpapi.handler.HandlerOptions}: limits, request log, problem details, headers and messages
 * </ul>
 *
 * <p>Every response carries the gateway's request id as {@code x-request-id}. The package needs jackson-core and
 * aws-lambda-java-core and nothing else, and keeps what is slow the first time off a cold start: reflection, regular
 * expressions, streams, service loaders.
 */
@NullMarked
package io.github.securehttpapi.handler;

import org.jspecify.annotations.NullMarked;

package io.github.securehttpapi.handler;

/**
 * Who calls, as the authorizer of the route has found out. A handler whose route has one kind of authorizer asks for
 * that kind, and cannot go on without it:
 *
 * <pre>{@code
 * String owner = request.caller(JwtCaller.class).subject();
 * }</pre>
 *
 * <p>One that serves several routes looks:
 *
 * <pre>{@code
 * if (request.caller() instanceof IamCaller service) {
 *     return report(service.userArn().orElseThrow());
 * }
 * }</pre>
 *
 * <p>A client certificate is no kind of caller, since it can come on top of each:
 * {@link RequestContext#clientCertificate()}.
 */
public sealed interface Caller permits AnonymousCaller, IamCaller, JwtCaller, LambdaCaller {}

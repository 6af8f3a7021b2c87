package io.github.securehttpapi.handler;

/** Nobody in particular: the route has no authorizer, or it identified nobody. */
public final class AnonymousCaller implements Caller {
    static final AnonymousCaller INSTANCE = new AnonymousCaller();

    private AnonymousCaller() {}
}

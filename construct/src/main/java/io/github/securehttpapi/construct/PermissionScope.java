package io.github.securehttpapi.construct;

/** What of an API a function lets API Gateway invoke it for. */
enum PermissionScope {
    /** One permission per function, so that a resource policy never outgrows its limit. */
    API,

    /** One permission per route of a function. */
    ROUTE
}

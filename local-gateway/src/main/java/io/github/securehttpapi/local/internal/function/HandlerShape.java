package io.github.securehttpapi.local.internal.function;

/** How a function's handler is made and called. */
interface HandlerShape {
    /** A new instance, as a new execution environment has it; throws what the function's constructor throws. */
    Handler instance() throws Throwable;
}

/**
 * The CDK construct for an API Gateway HTTP API that is safe by default: start at {@link
 * io.github.securehttpapi.construct.SecureHttpApi}, to which {@link io.github.securehttpapi.construct.SecureRoute}s are
 * added. {@link io.github.securehttpapi.construct.JavaFunction} is for the functions behind them, {@link
 * io.github.securehttpapi.construct.ApiAlarms} for the alarms, and {@link io.github.securehttpapi.construct.ApiChoice} for
 * whether to build an HTTP API at all.
 */
@NullMarked
package io.github.securehttpapi.construct;

import org.jspecify.annotations.NullMarked;

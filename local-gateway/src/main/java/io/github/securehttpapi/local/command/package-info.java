/** The command {@code local-gateway}: start at {@link io.github.securehttpapi.local.command.LocalGatewayCommand}. */
@NullMarked
package io.github.securehttpapi.local.command;

import org.jspecify.annotations.NullMarked;

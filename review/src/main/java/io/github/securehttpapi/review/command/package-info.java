/** The command {@code gateway-review}; start at {@link ReviewCommand}. Only this package needs picocli. */
@NullMarked
package io.github.securehttpapi.review.command;

import org.jspecify.annotations.NullMarked;

package io.github.securehttpapi.template;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a route is public, from the metadata that {@code SecureHttpApi} writes on it.
 *
 * @param reason the reason
 * @param owner who answers for it, or null
 * @param until the day after which it has to be looked at again, or null
 */
public record PublicAccess(
        String reason, @Nullable String owner, @Nullable LocalDate until) {}

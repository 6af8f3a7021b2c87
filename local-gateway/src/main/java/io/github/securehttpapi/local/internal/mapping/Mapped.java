package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request as the integration gets it.
 *
 * @param request the request, its headers mapped
 * @param match where it goes, its query and its path mapped
 * @param path the encoded path that takes the place of the integration's own; null if none does
 */
public record Mapped(Request request, Match match, @Nullable String path) {}

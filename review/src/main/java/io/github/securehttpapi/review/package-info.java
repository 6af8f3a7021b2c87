/**
 * Judges the HTTP APIs of a template, and says what to change: start at {@link Review}, which makes a {@link Report}.
 *
 * <ul>
 *   <li>What it finds: {@link Finding}s, each with its {@link Fix}; {@link RuleDescription}s say what it looks for.
 *   <li>What a team accepts: {@link Suppressions}.
 *   <li>What a template offers, and whom it lets in: {@link Surface}, to be compared with what it once offered.
 *   <li>What a team needs of its API: {@link ApiRequirement}, and the {@link ApiType}s that have it.
 * </ul>
 *
 * <p>{@link Surface} and {@link SurfaceRoute} are {@linkplain io.github.securehttpapi.template.Experimental experimental}:
 * what a surface tells of a route will grow with what teams want to be told of. Its file is not: later versions read it.
 */
@NullMarked
package io.github.securehttpapi.review;

import org.jspecify.annotations.NullMarked;

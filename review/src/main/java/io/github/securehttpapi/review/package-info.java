/**
 * Judges the HTTP APIs of a template, and says what to change: start at {@link Review}, which makes a {@link Report}.
 *
 * <ul>
 *   <li>What it finds: {@link Finding}s, each with its {@link Fix}; {@link RuleDescription}s say what it looks for.
 *   <li>What a team accepts: {@link Suppressions}.
 *   <li>What a template offers, and whom it lets in: {@link Surface}, to be compared with what it once offered.
 *   <li>What a team needs of its API: {@link ApiRequirement}, and the {@link ApiType}s that have it.
 * </ul>
 */
@NullMarked
package io.github.securehttpapi.review;

import org.jspecify.annotations.NullMarked;

/**
 * The model of the HTTP APIs that a CloudFormation template declares: start at
 * {@link io.github.securehttpapi.template.Template#read(java.nio.file.Path)}.
 *
 * <p>The model is what the cloud will see: intrinsic functions are evaluated as far as the template and the given
 * parameters allow. What is known only when deployed stays a reference or an unresolved expression, never a guess, and
 * every value keeps its {@link io.github.securehttpapi.template.Location}.
 */
@NullMarked
package io.github.securehttpapi.template;

import org.jspecify.annotations.NullMarked;

/**
 * The model of the HTTP APIs that a CloudFormation template declares: start at
 * {@link io.github.securehttpapi.template.Template#read(java.nio.file.Path)}.
 *
 * <p>The model is what the cloud will see: intrinsic functions are evaluated as far as the template and the given
 * parameters allow. What is known only when deployed stays a reference or an unresolved expression, never a guess, and
 * every value keeps its {@link io.github.securehttpapi.template.Location}.
 *
 * <p>All of it is {@linkplain io.github.securehttpapi.template.Experimental experimental}: CloudFormation and SAM go on, and
 * the model follows them. Most of it, users never see: the review, the local gateway and the testing module read it.
 */
@Experimental
@NullMarked
package io.github.securehttpapi.template;

import org.jspecify.annotations.NullMarked;

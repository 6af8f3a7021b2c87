package io.github.securehttpapi.template;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What may still change in a minor version, and be gone in one: a package with all that is in it, a type with its methods, or
 * one method or constructor. A type within a type says so itself. What does not say so changes as {@code VERSIONING.md} has
 * it. A package that is, or has something, experimental says why.
 *
 * <p>The handler kit has nothing of the kind, and so no need of this module.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Experimental {}

package io.github.securehttpapi.benchmarks.hibernate;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who wants to be written to. */
record Contact(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Email String email) {}

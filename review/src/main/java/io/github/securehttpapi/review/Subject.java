package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import java.time.LocalDate;

/**
 * What is under review.
 *
 * @param template the template
 * @param today the day on which dates are judged
 */
record Subject(Template template, LocalDate today) {}

package io.github.securehttpapi.review;

/** One thing to look for in a template. Without state: one instance reviews any number of templates. */
interface Rule {
    RuleDescription about();

    void review(Subject subject, Findings findings);
}

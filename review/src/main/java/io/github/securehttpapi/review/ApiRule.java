package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;

/** A rule that looks at each API by itself. */
interface ApiRule extends Rule {
    @Override
    default void review(Subject subject, Findings findings) {
        for (HttpApi api : subject.template().httpApis()) {
            review(api, subject, findings);
        }
    }

    void review(HttpApi api, Subject subject, Findings findings);
}

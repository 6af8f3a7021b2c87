package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;

/** A rule on CORS. Of an API whose document is not there to see {@link NotReviewed} says so, once for all of these. */
interface CorsRule extends ApiRule {
    @Override
    default void review(Subject subject, Findings findings) {
        for (HttpApi api : subject.template().httpApis()) {
            if (!HiddenDocument.isOf(api, subject.template())) {
                review(api, subject, findings);
            }
        }
    }
}

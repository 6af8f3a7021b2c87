package io.github.securehttpapi.review;

import io.github.securehttpapi.template.AccessLog;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.LogGroup;
import io.github.securehttpapi.template.Stage;
import java.util.HashSet;
import java.util.Set;

/** A rule that looks once at each log group of the template that access logs are written to. */
interface LogGroupRule extends Rule {
    @Override
    default void review(Subject subject, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (HttpApi api : subject.template().httpApis()) {
            for (Stage stage : api.stages()) {
                AccessLog log = stage.accessLog();
                LogGroup group = log == null ? null : log.logGroup();
                if (group != null && seen.add(group.logicalId())) {
                    judge(group, findings);
                }
            }
        }
    }

    void judge(LogGroup group, Findings findings);

    static String name(LogGroup group) {
        return "log group '" + group.logicalId() + "'";
    }
}

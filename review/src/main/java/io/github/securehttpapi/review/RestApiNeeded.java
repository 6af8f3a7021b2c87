package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A need that an HTTP API does not meet: stated by the team, or evident from the template. */
final class RestApiNeeded implements Rule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "rest-api-needed",
                Severity.ERROR,
                "a protection that the team counts on is refused at deployment, or ignored without a word",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html");
    }

    @Override
    public void review(Subject subject, Findings findings) {
        Map<String, HttpApi> apis = new HashMap<>();
        for (HttpApi api : subject.template().httpApis()) {
            apis.put(api.logicalId(), api);
            api.stages().forEach(stage -> apis.put(stage.logicalId(), api));
            for (ApiRequirement requirement : subject.requirements()) {
                if (!requirement.isMetBy(ApiType.HTTP)) {
                    String source = "that as a stated requirement";
                    Need need = new Need(
                            requirement,
                            Severity.WARNING,
                            source,
                            api.resource().location());
                    report(findings.on(api.resource()), api, need);
                }
            }
            OpenApiNeeds.of(api, subject.template().document())
                    .forEach(need -> report(findings.on(api.resource()), api, need));
            UnsupportedProperties.of(api)
                    .forEach((resource, needs) -> needs.forEach(need -> report(findings.on(resource), api, need)));
        }
        new NeighbourNeeds(subject.template(), apis, findings).review();
    }

    /** What an API is asked for that it does not have, by what, and where. */
    record Need(ApiRequirement requirement, Severity severity, String source, Location location) {}

    static void report(Findings.Entry entry, HttpApi api, Need need) {
        ApiType kind = need.requirement().isMetBy(ApiType.REST) ? ApiType.REST : ApiType.WEBSOCKET;
        entry.at(need.location())
                .as(need.severity())
                .report(
                        "API '" + api.logicalId() + "' must do without " + need.requirement() + ", got " + need.source()
                                + ": " + need.requirement().fact(),
                        "build " + kind.inWords() + ", or drop it and "
                                + need.requirement().substitute());
    }
}

package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be served, read and not refused.
 *
 * @param template the template
 * @param api the one of its APIs that was chosen
 * @param parameters the template's parameters, with the local pseudo parameters
 * @param stubs which routes are stubs
 * @param code where the functions' code is
 */
record Plan(Template template, HttpApi api, Map<String, String> parameters, Stubs stubs, Code code) {
    static Plan of(Options options, Path file) {
        Map<String, String> parameters = Identity.over(options.parameters);
        Template template = Template.read(file, parameters);
        Certainty.check(template);
        HttpApi api = choose(template.httpApis(), options, file);
        Stubs stubs = new Stubs(options.stubs);
        Code code = new Code(options, file, template.functions());
        Support.check(api, stubs, code);
        return new Plan(template, api, parameters, stubs, code);
    }

    /** Who the API pretends to be. */
    Identity identity() {
        return Identity.of(parameters, api.logicalId());
    }

    private static HttpApi choose(List<HttpApi> apis, Options options, Path file) {
        if (apis.isEmpty()) {
            throw new Refusal(
                    "template must declare the HTTP API of its routes", file.toString(), "name the one that does");
        }
        List<String> ids = apis.stream().map(HttpApi::logicalId).toList();
        if (options.api == null && apis.size() > 1) {
            throw new Refusal("api must be chosen", "", "the template has " + String.join(", ", ids));
        }
        String wanted = Objects.requireNonNullElse(options.api, ids.get(0));
        return apis.stream()
                .filter(candidate -> candidate.logicalId().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("api must be one of the template's", wanted, "it has " + String.join(", ", ids)));
    }
}

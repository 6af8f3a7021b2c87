package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What only the team can know: a parameter without a default, which a fix adds and refers to. */
enum TeamParameter {
    JWT_ISSUER("JwtIssuer", "The issuer of the access tokens", "https://.+"),
    JWT_AUDIENCE("JwtAudience", "The audience that the access tokens are for", null),
    JWT_SCOPE("JwtScope", "The scope that an access token must have for the route", null);

    private static final Set<String> TEXTS = Set.of("String", "AWS::SSM::Parameter::Value<String>");

    private final String id;
    private final String description;
    private final @Nullable String allowedPattern;

    TeamParameter(String id, String description, @Nullable String allowedPattern) {
        this.id = id;
        this.description = description;
        this.allowedPattern = allowedPattern;
    }

    Object reference(Template template) {
        return Map.of("Ref", name(template));
    }

    /** The change that declares it; none if the template has a parameter of that name, for a text. */
    List<Change> declare(Template template) {
        String name = name(template);
        return template.document().at(List.of("Parameters", name)) == null
                ? List.of(Placement.parameter(name, description, allowedPattern))
                : List.of();
    }

    /** With a number behind it, if a list or a resource has the name. */
    private String name(Template template) {
        String name = id;
        for (int number = 2; isTaken(template, name); number++) {
            name = id + number;
        }
        return name;
    }

    private static boolean isTaken(Template template, String name) {
        Value declared = template.document().at(List.of("Parameters", name));
        return declared == null
                ? template.document().at(List.of("Resources", name)) != null
                : !TEXTS.contains(Shown.of(declared.at(List.of("Type"))));
    }
}

package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the team can know: a parameter without a default, which a fix adds and refers to. */
enum TeamParameter {
    JWT_ISSUER("JwtIssuer", "The issuer of the access tokens", "https://.+"),
    JWT_AUDIENCE("JwtAudience", "The audience that the access tokens are for", null),
    JWT_SCOPE("JwtScope", "The scope that an access token must have for the route", null);

    private final String id;
    private final String description;
    private final @Nullable String allowedPattern;

    TeamParameter(String id, String description, @Nullable String allowedPattern) {
        this.id = id;
        this.description = description;
        this.allowedPattern = allowedPattern;
    }

    Object reference() {
        return Map.of("Ref", id);
    }

    /** The change that declares it; none if the template has a parameter of that name. */
    List<Change> declare(Template template) {
        return template.document().at(List.of("Parameters", id)) == null
                ? List.of(Placement.parameter(id, description, allowedPattern))
                : List.of();
    }
}

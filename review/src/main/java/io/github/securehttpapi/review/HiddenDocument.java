package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.UnresolvedResource;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document that the template only refers to, so that neither routes nor CORS of its API are there to see. */
final class HiddenDocument {
    private static final List<String> API_TYPES = List.of("AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi");

    private HiddenDocument() {}

    /** Whether nothing is known of an API's CORS for the reason that {@link NotReviewed} gives for its routes. */
    static boolean isOf(HttpApi api, Template template) {
        Value cors = api.resource().properties().fields().get("CorsConfiguration");
        return cors instanceof Value.Unresolved
                && template.unresolvedResources().stream()
                        .anyMatch(hidden -> hidden.location().equals(cors.location()));
    }

    /** What of a declaration is not known, where that is not all of it; null otherwise. */
    static @Nullable String part(UnresolvedResource hidden, Template template) {
        Value type = template.document().at(List.of("Resources", hidden.logicalId(), "Type"));
        String declared = type instanceof Value.Text text ? text.text() : "";
        if (hidden.type() == null || declared.isEmpty() || declared.equals(hidden.type())) {
            return null;
        }
        boolean whole = API_TYPES.contains(declared)
                && template.httpApis().stream()
                        .filter(api -> api.logicalId().equals(hidden.logicalId()))
                        .anyMatch(api -> isOf(api, template));
        String kind =
                hidden.type().substring(hidden.type().lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        return whole ? "routes, authorizers and CORS" : kind + "s";
    }
}

package io.github.securehttpapi.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To which API of the template a route, a stage or an authorizer belongs. */
final class Membership {
    static final String API = "AWS::ApiGatewayV2::Api";

    private static final Set<String> PARTS =
            Set.of("AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Stage", "AWS::ApiGatewayV2::Authorizer");

    /** What a reference to an API's id may read. */
    private static final Set<String> ID = Set.of(Value.Reference.REF, "ApiId");

    /** Without it no place can be given to a resource. */
    private static final Map<String, String> IDENTITY =
            Map.of(API, "ProtocolType", "AWS::ApiGatewayV2::Route", "RouteKey");

    private Membership() {}

    static boolean isPart(Resource resource) {
        return PARTS.contains(resource.type());
    }

    /** A part whose API is named by a literal: an API of the template has no id before it is deployed. */
    static boolean isForeign(Resource part) {
        return part.typed().text("ApiId").value().isPresent();
    }

    /** The API, if the id is a reference and nothing else: joined with more it would be another id. */
    static Optional<String> api(Resource part) {
        Property<String> apiId = part.typed().text("ApiId");
        List<Value.Reference> references = apiId.references();
        boolean only = references.size() == 1
                && ID.contains(references.get(0).attribute())
                && references.get(0).expression().equals(apiId.toString());
        return only ? Optional.of(references.get(0).logicalId()) : Optional.empty();
    }

    /** Why a resource has no place in the model, or null if it has one as far as it tells by itself. */
    static Value.@Nullable Unresolved unknownIdentity(Resource resource) {
        String identity = IDENTITY.get(resource.type());
        return identity == null ? null : resource.typed().text(identity).unknown();
    }

    /** Why a part has no place among the APIs of the model, or null if it has one. */
    static Value.@Nullable Unresolved unknownApi(Resource part, Set<String> apis) {
        Property<String> apiId = part.typed().text("ApiId");
        if (apiId.isAbsent()) {
            apiId.required();
        }
        Optional<String> api = api(part);
        return api.isPresent() && apis.contains(api.get()) ? null : apiId.unknown();
    }
}

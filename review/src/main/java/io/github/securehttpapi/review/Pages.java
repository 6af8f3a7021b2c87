package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What in a template serves pages, which may call its APIs or not. */
final class Pages {
    private static final Pattern WEB_ORIGIN = Pattern.compile("https?://.+");

    private final List<String> servers;
    private final List<Value> distributions;

    private Pages(List<String> servers, List<Value> distributions) {
        this.servers = servers;
        this.distributions = distributions;
    }

    static Pages of(Template template) {
        List<String> servers = new ArrayList<>();
        List<Value> distributions = new ArrayList<>();
        if (template.document().fields().get("Resources") instanceof Value.Fields resources) {
            resources.fields().forEach((id, resource) -> {
                String server = server(id, resource);
                if (server != null) {
                    servers.add(server);
                }
                if (type(resource).equals("AWS::CloudFront::Distribution")) {
                    distributions.add(resource);
                }
            });
        }
        return new Pages(servers, distributions);
    }

    /** The first that may serve pages to call an API; null if none does, or if a distribution leads to the API as well. */
    @Nullable String mayCall(HttpApi api) {
        boolean sameOrigin = distributions.stream()
                .anyMatch(distribution ->
                        mentions(distribution, api.resource().origin().logicalId()));
        return sameOrigin || servers.isEmpty() ? null : servers.get(0);
    }

    private static @Nullable String server(String id, Value resource) {
        return switch (type(resource)) {
            case "AWS::CloudFront::Distribution" -> "distribution '" + id + "' may serve pages that call it";
            case "AWS::Amplify::App" -> "Amplify app '" + id + "' may call it";
            case "AWS::S3::Bucket" ->
                property(resource, "WebsiteConfiguration") instanceof Value.Fields website
                                && !website.fields().containsKey("RedirectAllRequestsTo")
                        ? "bucket '" + id + "' is a website that may call it"
                        : null;
            case "AWS::Cognito::UserPoolClient" ->
                property(resource, "CallbackURLs") instanceof Value.Items urls
                                && urls.items().stream().anyMatch(Pages::isWebOrigin)
                        ? "client '" + id + "' logs users in to pages that may call it"
                        : null;
            default -> null;
        };
    }

    private static boolean isWebOrigin(Value url) {
        return url instanceof Value.Text text && WEB_ORIGIN.matcher(text.text()).matches();
    }

    private static String type(Value resource) {
        return resource instanceof Value.Fields fields && fields.fields().get("Type") instanceof Value.Text type
                ? type.text()
                : "";
    }

    private static @Nullable Value property(Value resource, String name) {
        return resource instanceof Value.Fields fields
                        && fields.fields().get("Properties") instanceof Value.Fields properties
                ? properties.fields().get(name)
                : null;
    }

    private static boolean mentions(Value value, String logicalId) {
        if (value instanceof Value.Fields fields) {
            return fields.fields().values().stream().anyMatch(field -> mentions(field, logicalId));
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().anyMatch(item -> mentions(item, logicalId));
        }
        return value instanceof Value.Text text
                && Pattern.compile("\\b" + Pattern.quote(logicalId) + "\\b")
                        .matcher(text.text())
                        .find();
    }
}

package io.github.securehttpapi.template;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds why a route is public: in the metadata of what declares it, or else in that of its API. */
final class PublicAccessReader {
    private final IdentityHashMap<Value.Fields, Map<String, Properties>> byRoute = new IdentityHashMap<>();

    @Nullable PublicAccess of(Resource route, String routeKey, Resource api) {
        String path = "Resources." + route.origin().logicalId() + ".Metadata";
        Value own = Lookup.at(route.metadata(), "SecureHttpApi", "PublicAccess");
        boolean isRoute = route.origin().kind() == Origin.Kind.RESOURCE
                && !route.metadata().equals(api.metadata());
        if (isRoute && own != null && !(own instanceof Value.Items) && Lookup.at(own, "Route") == null) {
            return publicAccess(new Properties(own, place(path)));
        }
        Properties named = named(route.metadata(), path).get(routeKey);
        if (named == null) {
            named = named(api.metadata(), "Resources." + api.origin().logicalId() + ".Metadata")
                    .get(routeKey);
        }
        return named == null ? null : publicAccess(named);
    }

    /** The entries of a resource's metadata that name a route. */
    private Map<String, Properties> named(Value.Fields metadata, String path) {
        return byRoute.computeIfAbsent(metadata, unread -> {
            Map<String, Properties> entries = new HashMap<>();
            Value declared = Lookup.at(unread, "SecureHttpApi", "PublicAccess");
            List<Value> all = declared instanceof Value.Fields ? List.of(declared) : Lookup.items(declared);
            for (int index = 0; index < all.size(); index++) {
                String entry = declared instanceof Value.Fields ? place(path) : place(path) + "[" + index + "]";
                Properties properties = new Properties(all.get(index), entry);
                properties.text("Route").value().ifPresent(route -> entries.put(route, properties));
            }
            return entries;
        });
    }

    private static String place(String metadata) {
        return metadata + ".SecureHttpApi.PublicAccess";
    }

    private static PublicAccess publicAccess(Properties access) {
        Property<String> until = access.text("Until");
        return new PublicAccess(
                reason(access.text("Reason")),
                access.text("Owner").value().orElse(null),
                until.isAbsent() ? null : date(until));
    }

    private static String reason(Property<String> property) {
        String reason = property.required();
        if (reason.isBlank()) {
            String place = property.path() + " (" + property.location() + ")";
            throw new TemplateException("have a reason at " + place, reason, "write why the route is public");
        }
        return reason;
    }

    private static LocalDate date(Property<String> property) {
        try {
            return LocalDate.parse(property.required());
        } catch (DateTimeParseException notADate) {
            String place = property.path() + " (" + property.location() + ")";
            throw new TemplateException("have a date at " + place, property.required(), "write it like 2027-01-31");
        }
    }
}

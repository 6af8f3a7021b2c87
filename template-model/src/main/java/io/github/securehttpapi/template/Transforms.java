package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The macros that CloudFormation runs over the whole template: one of the template's owner may declare anything. */
final class Transforms {
    private static final List<String> SECTIONS = List.of("Transform", "Fn::Transform");
    private static final String GLOBALS = "Globals";
    private static final String UNKNOWN = "what a macro declares is known only when deployed";

    /**
     * AWS's own that declare nothing for an AWS::ApiGatewayV2::Api (CloudFormation template reference, transforms).
     * AWS::Include is none of them: it inserts whatever file it is given.
     */
    private static final List<String> HARMLESS = List.of(
            "AWS::CodeDeployBlueGreen",
            "AWS::CodeStar",
            "AWS::LanguageExtensions",
            "AWS::SecretsManager-",
            "AWS::Serverless-",
            "AWS::ServiceCatalog");

    private Transforms() {}

    static List<UnresolvedResource> of(Value.Fields template) {
        List<UnresolvedResource> unknown = new ArrayList<>();
        for (String section : SECTIONS) {
            Value declared = template.fields().get(section);
            List<Value> macros = declared instanceof Value.Items items ? items.items() : listed(declared);
            for (Value macro : macros) {
                String name = Scalars.text(macro instanceof Value.Fields fields ? name(fields.fields()) : macro);
                if (name == null || HARMLESS.stream().noneMatch(name::startsWith)) {
                    unknown.add(new UnresolvedResource(section, null, Expression.of(macro), UNKNOWN, macro.location()));
                }
            }
        }
        Value.Fields inGlobals = extended(template.fields().get(GLOBALS));
        if (inGlobals != null) {
            unknown.add(new UnresolvedResource(GLOBALS, null, Expression.of(inGlobals), UNKNOWN, inGlobals.location()));
        }
        return unknown;
    }

    /** The first object that a macro adds to: merging it with what it would add to would leave that out. */
    private static Value.@Nullable Fields extended(@Nullable Value value) {
        if (value instanceof Value.Fields fields && Resolver.extension(fields).isPresent()) {
            return fields;
        }
        Stream<Value> within = Stream.concat(Lookup.entries(value).values().stream(), Lookup.items(value).stream());
        return within.map(Transforms::extended)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Value> listed(@Nullable Value value) {
        return value == null ? List.of() : List.of(value);
    }

    private static @Nullable Value name(Map<String, Value> macro) {
        return macro.get("Name");
    }
}

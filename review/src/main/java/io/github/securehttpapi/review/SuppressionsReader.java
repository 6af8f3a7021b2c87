package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads suppressions and requirements: from a file of their own, or from a template's metadata, where keys are capital. */
final class SuppressionsReader {
    private static final String FILE = "suppressions";
    private static final String METADATA = "Metadata";
    private static final String OURS = "SecureHttpApi";

    /** A word misspelt would be a requirement that nobody hears of. The first is the construct's, on its routes. */
    private static final List<String> KEYS = List.of("PublicAccess", "Suppressions", "Requirements");

    private SuppressionsReader() {}

    /** What a file says. */
    record Content(List<Suppression> suppressions, Set<ApiRequirement> requirements) {}

    /** A suppressions file. */
    static Content file(String name, Value.Fields root) {
        Strict file = new Strict(FILE, name, "", root).only(List.of("suppressions", "requirements"));
        return content(file, UnaryOperator.identity(), List.of("rule", "resource", "route", "template"), null);
    }

    /** What a template says of itself, at its root and on its resources. */
    static Content template(String name, Value.Fields document) {
        Content root = metadata(name, "", document, null);
        Stream<Content> resources = object(document.fields().get("Resources")).entrySet().stream()
                .map(entry -> entry.getValue() instanceof Value.Fields resource
                        ? metadata(name, "Resources." + entry.getKey() + ".", resource, entry.getKey())
                        : new Content(List.of(), Set.of()));
        List<Content> all = Stream.concat(Stream.of(root), resources).toList();
        return new Content(
                all.stream().flatMap(content -> content.suppressions().stream()).toList(), root.requirements());
    }

    private static Content metadata(String name, String path, Value.Fields owner, @Nullable String resource) {
        Value ours = object(owner.fields().get(METADATA)).get(OURS);
        if (!(ours instanceof Value.Fields fields)) {
            return new Content(List.of(), Set.of());
        }
        Strict strict = new Strict("template", name, path + METADATA + "." + OURS, fields).only(KEYS);
        List<String> scope = resource == null ? List.of("Rule", "Resource", "Route") : List.of("Rule", "Route");
        return content(strict, SuppressionsReader::capital, scope, resource);
    }

    private static Content content(
            Strict of, UnaryOperator<String> key, List<String> scope, @Nullable String resource) {
        List<String> keys = Stream.concat(scope.stream(), Stream.of(key.apply("reason"), key.apply("until")))
                .toList();
        List<Suppression> suppressions = of.objects(key.apply("suppressions")).stream()
                .map(entry -> suppression(entry.only(keys), key, resource))
                .toList();
        EnumSet<ApiRequirement> requirements = EnumSet.noneOf(ApiRequirement.class);
        for (Value.Text name : of.texts(key.apply("requirements"))) {
            requirements.add(requirement(of, key.apply("requirements"), name));
        }
        return new Content(suppressions, requirements);
    }

    private static Suppression suppression(Strict entry, UnaryOperator<String> key, @Nullable String resource) {
        String rule = entry.text(key.apply("rule"));
        List<String> known = Review.rules().stream()
                .map(RuleDescription::id)
                .filter(id -> !SuppressionRules.IDS.contains(id))
                .toList();
        if (!known.contains(rule)) {
            throw entry.wrong(
                    "name a rule", key.apply("rule"), Spelling.suggestion(rule, known, "take the id from a finding"));
        }
        String named = entry.optional(key.apply("resource"));
        return new Suppression(
                rule,
                resource == null ? named : resource,
                entry.optional(key.apply("route")),
                entry.optional(key.apply("template")),
                entry.text(key.apply("reason")),
                date(entry, key.apply("until")),
                entry.file(),
                entry.fields().location());
    }

    private static @Nullable LocalDate date(Strict entry, String key) {
        String text = entry.optional(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw entry.wrong("have a date", key, "write it like 2027-01-31");
        }
    }

    private static ApiRequirement requirement(Strict of, String key, Value.Text name) {
        List<String> known =
                Stream.of(ApiRequirement.values()).map(ApiRequirement::name).toList();
        if (!known.contains(name.text())) {
            String fix = Spelling.suggestion(name.text(), known, "there are " + String.join(", ", known));
            throw of.wrong("name what an API may need", of.at(key), name.location(), name.text(), fix);
        }
        return ApiRequirement.valueOf(name.text());
    }

    private static String capital(String key) {
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    private static Map<String, Value> object(@Nullable Value value) {
        return value instanceof Value.Fields fields ? fields.fields() : Map.of();
    }
}

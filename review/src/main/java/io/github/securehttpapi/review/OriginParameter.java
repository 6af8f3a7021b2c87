package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What is known of an origin before it is deployed: the constraints of its parameter, and the text around it. */
final class OriginParameter {
    private static final String NAME = "AllowedOrigin";

    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";

    /** Exact https origins, in what CloudFormation's regular expressions, which are Java's, understand. */
    private static final String EXACT_HTTPS = "^https://" + LABEL + "(\\." + LABEL + ")*(:[1-9][0-9]{0,4})?$";

    private static final Pattern WHOLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");
    private static final Pattern HOST_OF_RESOURCE = Pattern.compile("https://\\$\\{[A-Za-z0-9]+\\.[A-Za-z0-9.]+}");
    private static final Pattern MAY_BE_WILDCARD = Pattern.compile("(https?://)?\\$\\{[^}]+}");

    private static final List<String> ANY = List.of("*", "https://*", "http://*");
    private static final List<String> HTTP = List.of("http://app.example.com", "http://localhost:3000");
    private static final List<String> MALFORMED = List.of(
            "https://app.example.com/", "app.example.com", "https://*.example.com", "https://APP.example.com", "null");

    /** Longer ones nest deeper than a stack may be, and no origin needs them. */
    private static final int LONGEST_PATTERN = 500;

    private final AllowedOrigin origin;
    private final Value.@Nullable Fields declaration;

    private OriginParameter(AllowedOrigin origin, Value.@Nullable Fields declaration) {
        this.origin = origin;
        this.declaration = declaration;
    }

    static OriginParameter of(AllowedOrigin origin, Value.Fields document) {
        Matcher whole = WHOLE.matcher(origin.expression());
        Value declared = whole.matches() ? document.at(List.of("Parameters", whole.group(1))) : null;
        return new OriginParameter(origin, declared instanceof Value.Fields fields ? fields : null);
    }

    /** The name of the parameter for an origin that only the team knows: another's default must not come with it. */
    static String name(Value.Fields document) {
        return document.at(List.of("Parameters", NAME, "Default")) == null ? NAME : NAME + "2";
    }

    /** A reference to that parameter. */
    static Map<String, Object> reference(Value.Fields document) {
        return Map.of("Ref", name(document));
    }

    /** Its declaration; none if the template has one. */
    static List<Change> declare(Value.Fields document) {
        String name = name(document);
        return document.at(List.of("Parameters", name)) == null
                ? List.of(Placement.parameter(
                        name,
                        "Origin of the pages that may call the API, such as https://app.example.com",
                        EXACT_HTTPS))
                : List.of();
    }

    boolean mayBeAny() {
        if (declaration != null) {
            return admits(ANY);
        }
        return isComputed() || (MAY_BE_WILDCARD.matcher(origin.expression()).matches() && !isHostOfResource());
    }

    boolean mayBeHttp() {
        if (declaration != null) {
            return admits(HTTP);
        }
        String known = origin.expression().replaceFirst("\\$\\{.*", "");
        return isComputed() || "http://".startsWith(known);
    }

    /** A function of which no text is known, such as a choice by a condition. */
    private boolean isComputed() {
        return origin.expression().startsWith("{");
    }

    /** Whether a template says it all but for a name that AWS gives, such as a distribution's. */
    boolean isHostOfResource() {
        return HOST_OF_RESOURCE.matcher(origin.expression()).matches()
                && !origin.expression().toLowerCase(Locale.ROOT).endsWith("url}");
    }

    boolean isHeldToExactHttps() {
        return declaration != null && !admits(ANY) && !admits(HTTP) && !admits(MALFORMED);
    }

    private boolean admits(List<String> examples) {
        Value.Fields constraints = declaration;
        if (constraints == null) {
            return true;
        }
        if (constraints.fields().get("AllowedValues") instanceof Value.Items values) {
            return values.items().stream()
                    .map(value -> new OriginText(String.valueOf(EditedTemplate.plain(value))).kind())
                    .anyMatch(kind -> kind == new OriginText(examples.get(0)).kind());
        }
        String type = String.valueOf(EditedTemplate.plain(constraints.fields().get("Type")));
        if (!type.equals("String") || !(constraints.fields().get("AllowedPattern") instanceof Value.Text pattern)) {
            return true;
        }
        return pattern.text().length() > LONGEST_PATTERN
                || examples.stream().anyMatch(each -> matches(pattern.text(), each));
    }

    private static boolean matches(String pattern, String example) {
        try {
            return Pattern.compile(pattern)
                    .matcher(new Bounded(example, new AtomicInteger()))
                    .matches();
        } catch (PatternSyntaxException | TooLong notTold) {
            return true;
        }
    }

    /** A text that a pattern may look at only so often, since a template may bring one that never ends. */
    private record Bounded(String text, AtomicInteger looks) implements CharSequence {
        private static final int MOST_LOOKS = 100_000;

        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > MOST_LOOKS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Bounded(text.substring(start, end), looks);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

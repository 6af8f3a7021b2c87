package io.github.securehttpapi.construct;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.IResolvable;
import software.amazon.awscdk.Reference;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.Tokenization;

/**
 * Origins as browsers send them in {@code Origin} (RFC 6454, section 6.2): scheme, host, and a port unless it is the
 * scheme's own. API Gateway compares them as text, so that anything else silently matches nothing.
 */
final class AllowedOrigins {
    private static final String SCHEME = "https://";

    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";

    /** Kept to what both Java and CloudFormation parameters understand. */
    private static final String ORIGIN = SCHEME + LABEL + "(\\." + LABEL + ")*(:[1-9][0-9]{0,4})?";

    private static final String ALLOWED_PATTERN = "^" + ORIGIN + "$";

    /**
     * What goes before a parameter's own pattern to let exact https origins alone through to it. CloudFormation's patterns
     * are Java's (CloudFormation user guide, cfn-regexes.html). No groups of ours may renumber theirs.
     */
    private static final String NARROWED = "^(?=" + ORIGIN.replace("(", "(?:") + "$)";

    private static final Pattern EXACT_ORIGIN = Pattern.compile(ORIGIN);
    private static final Pattern PORT = Pattern.compile(":([0-9]*)$");
    private static final int DEFAULT_PORT = 443;
    private static final int LARGEST_PORT = 65_535;

    private AllowedOrigins() {}

    static List<String> require(List<String> origins) {
        Set<String> distinct = new LinkedHashSet<>();
        for (String origin : origins) {
            if (Boolean.TRUE.equals(Token.isUnresolved(origin))) {
                requireKnownSource(origin);
            } else {
                requireExact(origin, "allowedOrigins");
            }
            distinct.add(origin);
        }
        return List.copyOf(distinct);
    }

    private static void requireExact(String origin, String name) {
        if (!EXACT_ORIGIN.matcher(origin).matches() || !hasProperPort(origin, DEFAULT_PORT)) {
            throw new IllegalArgumentException(
                    name + " must be exact https origins, got '" + origin + "': " + fix(origin));
        }
    }

    /** Whether there is a port that browsers would send, or none. */
    static boolean hasProperPort(String origin, int defaultPort) {
        Matcher port = PORT.matcher(origin);
        if (!port.find()) {
            return true;
        }
        int number = Integer.parseInt(port.group(1));
        return number <= LARGEST_PORT && number != defaultPort;
    }

    private static String fix(String origin) {
        if (origin.startsWith("#{Token[")) {
            return "take it from a parameter of type String, not from a list";
        }
        if (origin.contains("*")) {
            return "name each origin, since '*' lets any site in and API Gateway takes no sub-domain wildcards";
        }
        if (DevelopmentOrigins.matches(origin)) {
            return "name it in developmentOrigins(…) of Cors if it is for development, or use https";
        }
        if (origin.startsWith("http://")) {
            return "use https";
        }
        if (!origin.startsWith(SCHEME)) {
            return "write 'https://' and the host";
        }
        if (!origin.equals(origin.toLowerCase(Locale.ROOT))) {
            return "write it in lower case, as browsers do";
        }
        return fixAuthority(origin.substring(SCHEME.length()));
    }

    private static String fixAuthority(String authority) {
        if (authority.isEmpty()) {
            return "write the host behind it";
        }
        if (authority.indexOf('/') == authority.length() - 1) {
            return "drop the trailing slash";
        }
        if (authority.contains("/")) {
            return "drop the path";
        }
        return authority.endsWith(":443")
                ? "drop ':443', as browsers do"
                : "write 'https://host' or 'https://host:port'";
    }

    /**
     * What only the deployment knows is accepted from where it cannot go wrong: a parameter, which is held to the rule; or
     * {@code https://} before an attribute of a resource, such as a distribution's domain name.
     */
    private static void requireKnownSource(String origin) {
        List<IResolvable> tokens = Tokenization.reverseString(origin).getTokens();
        String before = origin.substring(0, Math.max(0, origin.indexOf("${Token[")));
        if (tokens.size() == 1 && origin.endsWith("]}") && tokens.get(0) instanceof Reference reference) {
            if (before.isEmpty() && reference.getTarget() instanceof CfnParameter parameter) {
                constrain(parameter);
                return;
            }
            if (before.equals(SCHEME) && !(reference.getTarget() instanceof CfnParameter)) {
                requireHost(reference.getDisplayName(), origin);
                return;
            }
        }
        throw new IllegalArgumentException("allowedOrigins must be exact https origins, got the unresolved '" + origin
                + "': pass a literal, the value of a CfnParameter that holds a whole origin,"
                + " or 'https://' before an attribute of a resource");
    }

    /** With a scheme of its own, and often a path, a URL behind another scheme would match nothing. */
    private static void requireHost(String attribute, String origin) {
        if (attribute.toLowerCase(Locale.ROOT).endsWith("url")) {
            throw new IllegalArgumentException("allowedOrigins must have a host behind 'https://', got the attribute '"
                    + attribute + "' in '" + origin + "': pass one that is a domain name");
        }
    }

    private static void constrain(CfnParameter parameter) {
        if (!"String".equals(parameter.getType())) {
            throw new IllegalArgumentException(
                    "allowedOrigins must come from a parameter of type String, got the type '" + parameter.getType()
                            + "': CloudFormation checks the name of an SSM parameter, but not its value");
        }
        if (parameter.getDefaultValue() instanceof String value) {
            requireExact(value, "the default of a parameter in allowedOrigins");
        }
        if (parameter.getAllowedPattern() == null) {
            parameter.setAllowedPattern(ALLOWED_PATTERN);
            parameter.setConstraintDescription("must be an exact https origin such as https://app.example.com");
        }
    }

    /** A page that sends credentials acts as its user, so that no deployment may turn an origin into any other. */
    static void requireFitForCredentials(List<String> origins) {
        for (String origin : origins) {
            if (EXACT_ORIGIN.matcher(origin).matches()) {
                continue;
            }
            Reference reference =
                    (Reference) Tokenization.reverseString(origin).getTokens().get(0);
            if (reference.getTarget() instanceof CfnParameter parameter) {
                narrow(parameter);
            } else {
                requireOfAws(origin, reference);
            }
        }
    }

    private static void narrow(CfnParameter parameter) {
        String pattern = String.valueOf(parameter.getAllowedPattern());
        if (!pattern.equals(ALLOWED_PATTERN) && !pattern.startsWith(NARROWED)) {
            parameter.setAllowedPattern(NARROWED + "(?:" + pattern + ")$");
        }
    }

    /** The attributes of custom resources and nested stacks are whatever a function or a template says, {@code *} too. */
    private static void requireOfAws(String origin, Reference reference) {
        String type = reference.getTarget() instanceof CfnResource resource ? resource.getCfnResourceType() : "?";
        if (!type.startsWith("AWS::") || type.startsWith("AWS::CloudFormation::")) {
            throw new IllegalStateException("allowedOrigins must be known to be exact where credentials are allowed,"
                    + " got the attribute of a '" + type + "' in '" + origin
                    + "': pass a literal, or the value of a CfnParameter");
        }
    }
}

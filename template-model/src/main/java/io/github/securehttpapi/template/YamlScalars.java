package io.github.securehttpapi.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes stands for, as CloudFormation and SAM have it: YAML 1.1 without its timestamps
 * (CloudFormation template format, YAML), so that {@code Version: 2012-10-17} is text. What looks like an octal number
 * is one, even an account id: CloudFormation reads {@code 012345670123} as 1402433619
 * (cloudformation-coverage-roadmap issue 745), but 012345678901, which no octal number is, as text.
 *
 * <p>Infinity and not-a-number, which JSON lacks, are left as text.
 */
final class YamlScalars {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private static final Set<String> TRUE = Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");

    private static final Set<String> FALSE = Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");

    private static final Pattern BINARY = Pattern.compile("[-+]?0b_*[01][01_]*");

    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9_]*)");

    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x_*[0-9a-fA-F][0-9a-fA-F_]*");

    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");

    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:[0-9][0-9_]*\\.[0-9_]*|\\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?");

    private static final BigInteger SIXTY = BigInteger.valueOf(60);

    private YamlScalars() {}

    /** The value; a NumberFormatException for a number whose exponent is too large. */
    static Value of(String text, Location location) {
        if (NOTHING.contains(text)) {
            return new Value.Nothing(location);
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return new Value.Flag(TRUE.contains(text), location);
        }
        return mayBeNumber(text) ? number(text, location) : new Value.Text(text, location);
    }

    /** Longer ones are text, as they are in quotes: matching and reading them takes stack and time. */
    private static boolean mayBeNumber(String text) {
        char first = text.charAt(0);
        boolean opens = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        return opens && text.length() <= Scalars.MAX_NUMBER_LENGTH;
    }

    private static Value number(String text, Location location) {
        String digits = text.replace("_", "");
        if (DECIMAL.matcher(text).matches() || FLOAT.matcher(text).matches()) {
            return new Value.Numeric(Scalars.bounded(new BigDecimal(digits)), location);
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(new BigInteger(digits, 8), location);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return whole(new BigInteger(digits.replace("0x", ""), 16), location);
        }
        if (BINARY.matcher(text).matches()) {
            return whole(new BigInteger(digits.replace("0b", ""), 2), location);
        }
        return SEXAGESIMAL.matcher(text).matches()
                ? whole(sexagesimal(digits), location)
                : new Value.Text(text, location);
    }

    private static BigInteger sexagesimal(String digits) {
        BigInteger sum = BigInteger.ZERO;
        String unsigned = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        for (String part : unsigned.split(":", -1)) {
            sum = sum.multiply(SIXTY).add(new BigInteger(part));
        }
        return digits.startsWith("-") ? sum.negate() : sum;
    }

    private static Value whole(BigInteger number, Location location) {
        return new Value.Numeric(new BigDecimal(number), location);
    }
}

package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The kit's scanner and Jackson read the same of an event, up to the same fault, apart from what is listed. Each value
 * begun is a line of what they have read, and so is what they say at the end.
 */
final class EventDifferenceTest {
    private static final long SEED = 4;

    /** {@code mvn -Pfuzz} has more of them. */
    private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 20_000);

    private static final String NOT_JSON = "event must be JSON";
    private static final String NOT_UTF_8 = "event must be UTF-8";

    /** What malformed UTF-8 is shown as. */
    private static final char REPLACEMENT = '\ufffd';

    /** Where the two differ on purpose. But for the first, both refuse the event. */
    private enum Difference {
        /** Jackson reads a digit of an escape by the low byte of its character alone, so that U+0436 were a 6. */
        ESCAPE_DIGITS {
            private final Pattern digits = Pattern.compile("\\\\u[0-9a-fA-F]{0,3}[^\\x00-\\x7f]");

            @Override
            boolean explains(String document, List<String> jackson, List<String> scanner) {
                return last(scanner).equals(NOT_JSON)
                        && digits.matcher(document).find();
            }
        },

        /**
         * Of two faults in one name, number or word, either may be told. Jackson reads on behind a wrong word, to quote it,
         * and behind a number; it counts the characters of a name and looks for halves of surrogate pairs on the way, the
         * kit at its end.
         */
        TWO_FAULTS {
            private final Pattern surrogate = Pattern.compile("\\\\u[dD][89a-fA-F]");

            @Override
            boolean explains(String document, List<String> jackson, List<String> scanner) {
                boolean several = document.indexOf(REPLACEMENT) >= 0
                        || document.length() > Json.MAX_EVENT_NAME_LENGTH
                        || surrogate.matcher(document).find();
                return several
                        && last(jackson).startsWith("event must be ")
                        && last(scanner).startsWith("event must be ")
                        && jackson.equals(replacedLast(scanner, List.of(), last(jackson)));
            }
        },

        /**
         * A character beyond ASCII that touches a literal or a number is a fault before the value is taken, or after it:
         * Jackson asks whether it is a letter, and where a number ends, whether it is malformed.
         */
        BEHIND_A_VALUE {
            private final Pattern touched = Pattern.compile("(true|false|null|[0-9])[_\\x7f[^\\x00-\\x7f]]");

            @Override
            boolean explains(String document, List<String> jackson, List<String> scanner) {
                List<String> longer = jackson.size() > scanner.size() ? jackson : scanner;
                List<String> shorter = jackson.size() > scanner.size() ? scanner : jackson;
                List<String> value = longer.subList(shorter.size() - 1, longer.size() - 1);
                // A name, a kind, and the text if it was asked for.
                return value.size() <= 3
                        && value.stream().anyMatch(line -> line.matches("[tfn0.]"))
                        && last(shorter).startsWith("event must be ")
                        && longer.equals(replacedLast(shorter, value, last(longer)))
                        && touched.matcher(document).find();
            }
        },

        /** A number or literal instead of an event, or behind it, is refused as such, or for what touches it. */
        VALUE_BY_ITSELF {
            @Override
            boolean explains(String document, List<String> jackson, List<String> scanner) {
                String fault = last(scanner).length() > 1 ? last(scanner) : last(jackson);
                String value = last(scanner).length() > 1 ? last(jackson) : last(scanner);
                return value.matches("[tfn0.]")
                        && List.of(NOT_JSON, NOT_UTF_8).contains(fault)
                        && replacedLast(jackson, List.of(), value).equals(replacedLast(scanner, List.of(), value));
            }
        };

        abstract boolean explains(String document, List<String> jackson, List<String> scanner);

        static Optional<Difference> of(String document, List<String> jackson, List<String> scanner) {
            for (Difference difference : values()) {
                if (difference.explains(document, jackson, scanner)) {
                    return Optional.of(difference);
                }
            }
            return Optional.empty();
        }
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    private static List<String> replacedLast(List<String> lines, List<String> by, String last) {
        List<String> replaced = new ArrayList<>(lines.subList(0, lines.size() - 1));
        replaced.addAll(by);
        replaced.add(last);
        return replaced;
    }

    @Test
    void theyReadTheSameOfEveryEventApartFromWhatIsListed() {
        RandomEvents events = new RandomEvents(SEED);
        Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
        int[] accepted = new int[2];
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = events.next();
            List<String> scanner = new EventTrace.OfScanner(document, new Random(i)).lines();
            compare(document, new EventTrace.OfJackson(document, new Random(i)).lines(), scanner, differences);
            accepted[last(scanner).equals("\0") ? 1 : 0]++;
        }

        // Or the comparison would say little.
        assertThat(accepted[0]).isGreaterThan(DOCUMENTS / 10);
        assertThat(accepted[1]).isGreaterThan(DOCUMENTS / 10);
        assertThat(differences.values().stream().mapToInt(Integer::intValue).sum())
                .as(differences.toString())
                .isLessThan(DOCUMENTS / 50);
    }

    private static void compare(
            byte[] document, List<String> jackson, List<String> scanner, Map<Difference, Integer> differences) {
        if (scanner.equals(jackson)) {
            return;
        }
        String text = new String(document, StandardCharsets.UTF_8);
        Optional<Difference> difference = Difference.of(text, jackson, scanner);
        assertThat(difference).as("'%s': '%s', '%s'", text, jackson, scanner).isPresent();
        difference.ifPresent(found -> differences.merge(found, 1, Integer::sum));
    }
}
